package it.percorsi.walk;

import static it.percorsi.walk.Act.act;

import it.percorsi.access.Role;
import it.percorsi.agenda.AgendaService;
import it.percorsi.agenda.Appointment;
import it.percorsi.agenda.AppointmentMove;
import it.percorsi.agenda.Mediation;
import it.percorsi.agenda.MovingService;
import it.percorsi.agenda.Offer;
import it.percorsi.direct.DirectMove;
import it.percorsi.direct.DirectReferral;
import it.percorsi.direct.DirectService;
import it.percorsi.pathway.Grounds;
import it.percorsi.programme.EnrolmentService;
import it.percorsi.referral.persistence.ExpiringReferrals;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done at a desk: files, enrolments, appointments, people sent on. */
final class DeskActs {

    private static final Set<Role> DESK = Set.of(Role.DESK, Role.SOCIAL_WORKER);
    private static final Set<Role> SERVICE =
            Set.of(Role.DESK, Role.SOCIAL_WORKER, Role.CPI_OPERATOR);
    private static final String RECEIVED = "organisation_id = :body";
    private static final String SENT_TO_US = "receiver_id = :body";

    private final WalkWorld world;
    private final EnrolmentService enrolments;
    private final AgendaService agenda;
    private final MovingService moving;
    private final DirectService directs;
    private final ExpiringReferrals clock;

    DeskActs(WalkWorld world) {
        this.world = world;
        enrolments = world.bean(EnrolmentService.class);
        agenda = world.bean(AgendaService.class);
        moving = world.bean(MovingService.class);
        directs = world.bean(DirectService.class);
        clock = world.bean(ExpiringReferrals.class);
    }

    List<Act> all() {
        return List.of(
                act("open a file", DESK, h -> Settlement.open(world, h)),
                act(
                        "enrol",
                        DESK,
                        h ->
                                enrolments.enrol(
                                        h.who,
                                        h.at,
                                        h.any("person", Hand.KNOWN),
                                        "TEAMS",
                                        true,
                                        h.words(),
                                        h.seldom() ? null : h.words())),
                act(
                        "put on the list of a programme",
                        DESK,
                        h ->
                                enrolments.await(
                                        h.who,
                                        h.at,
                                        h.any("person", Hand.KNOWN),
                                        "TEAMS",
                                        true,
                                        h.saying(h.seldom() ? "" : h.words()))),
                act(
                        "judge an enrolment again",
                        DESK,
                        h ->
                                enrolments.reassess(
                                        h.who,
                                        h.at,
                                        h.any("enrolment", Hand.OURS),
                                        true,
                                        h.seldom() ? h.words() : null)),
                act(
                        "end an enrolment",
                        DESK,
                        h ->
                                enrolments.drop(
                                        h.who,
                                        h.at,
                                        h.on("enrolment", "DROP"),
                                        h.saying(h.seldom() ? h.words() : ""))),
                act(
                        "complete an enrolment",
                        DESK,
                        h ->
                                enrolments.complete(
                                        h.who,
                                        h.at,
                                        h.on(
                                                "enrolment",
                                                "COMPLETE",
                                                Hand.OURS + " and walked % 5 = 0"))),
                act("book an appointment", DESK, this::book),
                act("move an appointment", SERVICE, this::move),
                act("arrive", SERVICE, h -> attend(h, AppointmentMove.ARRIVE)),
                act("conclude an appointment", SERVICE, h -> attend(h, AppointmentMove.CONCLUDE)),
                act("not come", SERVICE, h -> attend(h, AppointmentMove.MISS)),
                act("undo an arrival", SERVICE, h -> attend(h, AppointmentMove.UNDO)),
                act("cancel an appointment", SERVICE, h -> attend(h, AppointmentMove.CANCEL)),
                act("send on", DESK, h -> send(h, h.any("person", Hand.KNOWN), null)),
                act("send on again", DESK, this::sendAgain),
                act(
                        "take up who was sent",
                        SERVICE,
                        h -> answer(h, DirectMove.TAKE_UP, SENT_TO_US)),
                act(
                        "turn away who was sent",
                        SERVICE,
                        h -> answer(h, DirectMove.TURN_AWAY, SENT_TO_US)),
                act(
                        "ask about who was sent",
                        SERVICE,
                        h -> answer(h, DirectMove.ASK_INTEGRATION, SENT_TO_US)),
                act("answer the service", DESK, h -> answer(h, DirectMove.INTEGRATE, RECEIVED)),
                act(
                        "keep waiting who was sent",
                        SERVICE,
                        h -> answer(h, DirectMove.WAITLIST, SENT_TO_US)),
                act("put off who was sent", SERVICE, this::defer),
                act("let go of what nobody answered", Act.NOBODY, h -> clock.expire()),
                act(
                        "begin with who was sent",
                        SERVICE,
                        h -> answer(h, DirectMove.BEGIN, SENT_TO_US)),
                act(
                        "say they did not come",
                        SERVICE,
                        h -> answer(h, DirectMove.NOT_COME, SENT_TO_US)),
                act(
                        "finish with who was sent",
                        SERVICE,
                        h -> answer(h, DirectMove.FINISH, SENT_TO_US)),
                act("send on no more", DESK, h -> answer(h, DirectMove.WITHDRAW, RECEIVED)),
                act(
                        "ask again",
                        DESK,
                        h ->
                                directs.askAgain(
                                        h.who,
                                        h.at,
                                        h.any(
                                                "direct_referral",
                                                "due_on is not null and organisation_id = :body"),
                                        h.dayWithin(1, 20))));
    }

    private void book(Hand h) {
        UUID person = h.any("person", Hand.KNOWN);
        String service =
                h.one("cpi-prato-orientamento", "pua2-prato-sociale", "cpi-pistoia-orientamento");
        String slot = slot(h, agenda.offer(h.who, h.at, person, service));
        agenda.book(
                h.who, h.at, person, service, slot, Appointment.Reason.WORK, Mediation.BY_PHONE);
    }

    private void move(Hand h) {
        UUID appointment = h.on("appointment", "MOVE");
        moving.move(
                h.who,
                h.at,
                appointment,
                slot(h, moving.offer(h.who, h.at, appointment).offer()),
                null);
    }

    /** One of the first: so that several want the same. */
    private static String slot(Hand h, Offer offer) {
        return h.one(offer.slots().stream().limit(12).toList()).key();
    }

    private void attend(Hand h, AppointmentMove move) {
        agenda.move(h.who, h.at, h.on("appointment", move.name(), RECEIVED), move, h.why());
    }

    private void send(Hand h, UUID person, @Nullable UUID again) {
        boolean here = !h.seldom();
        directs.send(
                h.who,
                h.at,
                person,
                null,
                new DirectReferral.Asked(
                        here ? world.body(h) : null,
                        here ? null : "Un'associazione",
                        h.one(DirectReferral.Service.values()),
                        "Un corso",
                        new Grounds(
                                h.seldom() ? List.of() : List.of(h.one(Grounds.NEEDS)),
                                h.words(),
                                h.one(Grounds.BASES)),
                        again));
    }

    private void sendAgain(Hand h) {
        UUID ended =
                h.any(
                        "direct_referral",
                        "status in ('TURNED_AWAY', 'NOT_SHOWN', 'WITHDRAWN', 'EXPIRED') and "
                                + RECEIVED);
        send(h, h.of("person_id", "direct_referral", "id = '" + ended + "'"), ended);
    }

    private void defer(Hand h) {
        UUID referral = h.on("direct", "DEFER", SENT_TO_US);
        LocalDate until = h.seldom() ? null : h.dayWithin(2, 30);
        h.told("until", until);
        directs.defer(h.who, h.at, referral, h.why(), until);
    }

    private void answer(Hand h, DirectMove move, String whose) {
        directs.move(h.who, h.at, h.on("direct", move.name(), whose), move, h.why());
    }
}
