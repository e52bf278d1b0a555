package it.percorsi.walk;

import static it.percorsi.walk.Act.act;

import it.percorsi.access.EmergencyAccess;
import it.percorsi.access.EmergencyService;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.agenda.Mediation;
import it.percorsi.mediation.MediationMove;
import it.percorsi.mediation.MediationRequest;
import it.percorsi.mediation.MediationService;
import it.percorsi.mediation.Mediations;
import it.percorsi.pathway.Rome;
import it.percorsi.person.ConnectionService;
import it.percorsi.person.Search;
import it.percorsi.reception.Contact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is asked of another body: to be let into a file, or in without leave, and a mediator. */
final class AskingActs {

    private static final Set<Role> DESK = Set.of(Role.DESK, Role.SOCIAL_WORKER);
    private static final Set<Role> SERVICE =
            Set.of(Role.DESK, Role.SOCIAL_WORKER, Role.CPI_OPERATOR);
    private static final Set<Role> MEDIATOR = Set.of(Role.MEDIATOR);
    private static final Set<Role> OFFICER = Set.of(Role.DPO);
    private static final String ASKED_OF_US = "to_organisation_id = :body";
    private static final String ASKED = "organisation_id = :body";
    private static final String OF_OTHERS =
            "family_name like 'Camminante%' and exists (select 1 from access_grant g where g.person_id = t.id"
                    + " and g.basis = 'FILE' and g.valid_until is null and g.organisation_id <> :body)";

    private final WalkWorld world;
    private final ConnectionService connections;
    private final EmergencyService emergencies;
    private final MediationService mediation;

    AskingActs(WalkWorld world) {
        this.world = world;
        connections = world.bean(ConnectionService.class);
        emergencies = world.bean(EmergencyService.class);
        mediation = world.bean(MediationService.class);
    }

    List<Act> all() {
        return List.of(
                act(
                        "ask to be let in",
                        DESK,
                        h -> connections.ask(h.who, h.at, somebody(h), h.words())),
                act(
                        "let another body in",
                        DESK,
                        h ->
                                connections.accept(
                                        h.who, h.at, h.on("connection", "ACCEPT", ASKED_OF_US))),
                act(
                        "let nobody in",
                        DESK,
                        h ->
                                connections.refuse(
                                        h.who,
                                        h.at,
                                        h.on("connection", "REFUSE", ASKED_OF_US),
                                        h.why())),
                act(
                        "ask no more to be let in",
                        DESK,
                        h ->
                                connections.withdraw(
                                        h.who, h.at, h.on("connection", "WITHDRAW", ASKED))),
                act("go in without leave", SERVICE, this::goIn),
                act(
                        "see who went in",
                        DESK,
                        h ->
                                emergencies.see(
                                        h.who,
                                        h.at,
                                        h.of(
                                                "id",
                                                "emergency_access",
                                                "id in (select n.emergency_id from emergency_notice n where n.seen_at is null and n.organisation_id = :body)"))),
                act(
                        "go out again",
                        SERVICE,
                        h ->
                                emergencies.end(
                                        h.who,
                                        h.at,
                                        h.any("emergency_access", "operator_id = :me"))),
                act("find it was an emergency", OFFICER, h -> review(h, true)),
                act("find it was none", OFFICER, h -> review(h, false)),
                act("ask for a mediator", SERVICE, this::askMediator),
                act("send a mediator", MEDIATOR, this::sendMediator),
                act(
                        "mediate",
                        MEDIATOR,
                        h ->
                                mediation.give(
                                        h.who,
                                        h.at,
                                        h.on("mediation", "MEDIATE", "starts_at <= now()"),
                                        h.one(5, 30, 60, 600))),
                act("send no mediator", MEDIATOR, h -> end(h, MediationMove.SAY_NO)),
                act("need no mediator", SERVICE, h -> end(h, MediationMove.WITHDRAW)),
                act("not mediate", MEDIATOR, h -> end(h, MediationMove.NOT_TAKE_PLACE)));
    }

    /** Whoever asks has the name and the day of birth in hand. */
    private Search somebody(Hand h) {
        String evidence =
                world.truth.queryForObject(
                        "select family_name || ' ' || given_name || ' ' || to_char(born_on, 'DD/MM/YYYY') from person where id = :id",
                        Map.of("id", h.any("person", OF_OTHERS)),
                        String.class);
        return Search.of(evidence == null ? "" : evidence, h.today);
    }

    private void goIn(Hand h) {
        Search found = somebody(h);
        emergencies
                .ask(
                        h.who,
                        h.at,
                        new EmergencyService.Evidence(found.code(), found.nameKey(), found.born()),
                        h.one(EmergencyAccess.Cause.values()),
                        h.words().strip())
                .orElseThrow(NotVisible::new);
    }

    private void review(Hand h, boolean justified) {
        UUID emergency = h.on("emergency", justified ? "JUSTIFY" : "CONTEST", "true");
        emergencies.review(h.who, h.at, emergency, justified, h.why());
    }

    private void askMediator(Hand h) {
        mediation.ask(
                h.who,
                h.at,
                new MediationRequest.Wanted(
                        h.seldom()
                                ? world.body(h)
                                : h.of("organisation_id", "resource", "kind = 'MEDIATOR'"),
                        h.of("id", "programme", h.seldom() ? "true" : "code = 'TEAMS'"),
                        h.seldom()
                                ? h.any("appointment", "status = 'BOOKED' and booked_by_id = :body")
                                : null,
                        h.one("ur", "sq", "ar", "zh"),
                        h.one(Contact.Topic.values()),
                        h.one(Mediation.IN_PERSON, Mediation.BY_PHONE),
                        "Sportello",
                        Rome.time(h.at)
                                .plusDays(h.seldom() ? -1 : h.upTo(60))
                                .plusMinutes(1 + h.upTo(600)),
                        h.one(15, 30, 60, 480)));
    }

    private void sendMediator(Hand h) {
        UUID request = h.on("mediation", "SAY_YES", "provider_id = :body");
        List<Mediations.Mediator> known = mediation.look(h.who, h.at, request).mediators();
        UUID mediator =
                h.seldom() || known.isEmpty()
                        ? h.of("id", "resource", "kind = 'MEDIATOR'")
                        : h.one(known).id();
        mediation.accept(h.who, h.at, request, h.with(mediator));
    }

    /** Seldom: else nobody would ever mediate. */
    private void end(Hand h, MediationMove move) {
        String whose = move == MediationMove.WITHDRAW ? ASKED : "provider_id = :body";
        UUID request = h.on("mediation", move.name(), whose);
        mediation.end(h.who, h.at, request, move, h.saying(h.seldom() ? h.words() : ""));
    }
}
