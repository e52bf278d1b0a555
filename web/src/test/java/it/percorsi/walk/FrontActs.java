package it.percorsi.walk;

import static it.percorsi.walk.Act.act;

import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.access.Secret;
import it.percorsi.agenda.OpenToAllService;
import it.percorsi.agenda.Slot;
import it.percorsi.agenda.SlotTaken;
import it.percorsi.agenda.Timetable;
import it.percorsi.citizen.AskingService;
import it.percorsi.citizen.OwnRequests;
import it.percorsi.citizen.RequestService;
import it.percorsi.reception.Contact;
import it.percorsi.reception.ContactService;
import it.percorsi.reception.QueueService;
import it.percorsi.reception.Rota;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What is done at the door: who asks something, who waits, who asked for a time from home. */
final class FrontActs {

    private static final Set<Role> DESK = Set.of(Role.DESK, Role.SOCIAL_WORKER);
    private static final Set<Role> ADMINISTRATOR = Set.of(Role.ADMINISTRATOR);
    private static final String HERE = "organisation_id = :body";
    private static final String ASKED_HERE = "answering_id = :body";

    /** The addresses they were given go on from one walk to the next. */
    private static final AtomicInteger SENT = new AtomicInteger();

    private final WalkWorld world;
    private final ContactService contacts;
    private final QueueService queue;
    private final Rota rota;
    private final AskingService asking;
    private final RequestService requests;
    private final OpenToAllService services;

    FrontActs(WalkWorld world) {
        this.world = world;
        contacts = world.bean(ContactService.class);
        queue = world.bean(QueueService.class);
        rota = world.bean(Rota.class);
        asking = world.bean(AskingService.class);
        requests = world.bean(RequestService.class);
        services = world.bean(OpenToAllService.class);
    }

    List<Act> all() {
        return List.of(
                act("count who asks", DESK, this::count),
                act("count no more", DESK, h -> contacts.undo(h.who, h.at, contact(h))),
                act(
                        "say who asked",
                        DESK,
                        h -> contacts.attach(h.who, h.at, contact(h), person(h))),
                act(
                        "give a number",
                        DESK,
                        h -> queue.give(h.who, h.at, h.one(topic(h), null), language(h))),
                act(
                        "give a number to somebody known",
                        DESK,
                        h -> queue.give(h.who, h.at, person(h))),
                act("give a number to who is expected", DESK, this::expected),
                act(
                        "call a number",
                        DESK,
                        h -> queue.call(h.who, h.at, h.on("ticket", "CALL", HERE), 1 + h.upTo(4))),
                act("hand a number over", DESK, this::handOver),
                act(
                        "finish with a number",
                        DESK,
                        h -> queue.finish(h.who, h.at, h.on("ticket", "FINISH", HERE))),
                act(
                        "see a number go",
                        DESK,
                        h -> queue.leave(h.who, h.at, h.on("ticket", "LEAVE", HERE))),
                act("ask for a time from home", Act.NOBODY, this::ask),
                act("ask for a time again", Act.NOBODY, this::ask),
                act("want the time no more", Act.NOBODY, this::withdraw),
                act(
                        "confirm a time",
                        DESK,
                        h ->
                                requests.confirm(
                                        h.who,
                                        h.at,
                                        h.on("request", "CONFIRM", ASKED_HERE),
                                        person(h))),
                act(
                        "refuse a time",
                        DESK,
                        h ->
                                requests.refuse(
                                        h.who,
                                        h.at,
                                        h.on("request", "REFUSE", ASKED_HERE),
                                        h.saying(h.seldom() ? h.words() : ""))),
                act("open a service to all or not", ADMINISTRATOR, this::open));
    }

    private void count(Hand h) {
        contacts.record(
                h.who,
                h.at,
                topic(h),
                language(h),
                h.one(Contact.Channel.values()),
                h.one(
                        Contact.Outcome.INFORMED,
                        Contact.Outcome.SENT_ELSEWHERE,
                        Contact.Outcome.APPOINTMENT));
    }

    private static UUID contact(Hand h) {
        return h.any("desk_contact", "undone_at is null and outcome <> 'FILE_OPENED' and " + HERE);
    }

    private static UUID person(Hand h) {
        return h.any("person", Hand.KNOWN);
    }

    private static Contact.Topic topic(Hand h) {
        return h.one(Contact.Topic.values());
    }

    private static String language(Hand h) {
        return h.one("it", "en", "zh", "sq");
    }

    private void expected(Hand h) {
        UUID appointment = h.on("appointment", "ARRIVE", HERE);
        queue.arrive(h.who, h.at, appointment);
    }

    private void handOver(Hand h) {
        UUID ticket = h.on("ticket", "HAND_OVER", HERE);
        List<Rota.OnDuty> here =
                rota.on(h.of("desk_id", "ticket", "id = '%s'".formatted(ticket)), h.today);
        UUID colleague =
                h.seldom() || here.isEmpty()
                        ? h.one(world.people()).operatorId()
                        : h.one(here).operatorId();
        queue.handOver(h.who, h.at, ticket, h.with(colleague));
    }

    /** Now and then twice the same: it counts once. */
    private void ask(Hand h) {
        int number = h.seldom() ? h.upTo(SENT.get()) : SENT.incrementAndGet();
        Timetable.Bookable service = h.one(asking.services());
        String language = h.one("it", "en", "ur");
        List<Slot> free = asking.free(service, language, h.at);
        OwnRequests.Outcome outcome =
                asking.send(
                        h.at,
                        secret(number),
                        "192.0.2." + h.upTo(250),
                        service,
                        h.one(free.stream().limit(60).toList()),
                        language,
                        "Chi cammina",
                        "+39 333 1234%03d".formatted(h.upTo(300)));
        if (outcome == OwnRequests.Outcome.TAKEN) {
            throw new SlotTaken();
        }
        if (outcome == OwnRequests.Outcome.REFUSED) {
            throw new NotVisible();
        }
    }

    private void withdraw(Hand h) {
        if (!asking.withdraw(secret(h.upTo(SENT.get())))) {
            throw new NotVisible();
        }
    }

    private static Secret secret(int number) {
        return new Secret("%032d".formatted(number));
    }

    private void open(Hand h) {
        UUID service =
                h.any("service", "code in ('cpi-prato-orientamento', 'cpi-pistoia-orientamento')");
        services.keep(
                h.who,
                h.at,
                h.of("desk_id", "service", "desk_id is not null and id = '%s'".formatted(service)),
                service,
                !h.seldom());
    }
}
