package it.percorsi.walk;

import static it.percorsi.walk.Act.act;

import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.agenda.Appointment;
import it.percorsi.agenda.Mediation;
import it.percorsi.agenda.OfferingService;
import it.percorsi.agenda.WaitingService;
import it.percorsi.agenda.Wishes;
import it.percorsi.casefile.InHand;
import it.percorsi.casefile.InHandService;
import it.percorsi.plan.OverrunService;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who waits for an appointment; what somebody who goes has in hand; hours beyond those agreed. */
final class WaitActs {

    private static final Set<Role> DESK = Set.of(Role.DESK, Role.SOCIAL_WORKER);
    private static final Set<Role> SOCIAL = Set.of(Role.SOCIAL_WORKER);
    private static final Set<Role> TEAM = Set.of(Role.SOCIAL_WORKER, Role.CPI_OPERATOR);
    private static final String EITHER = ":body in (t.organisation_id, t.put_by_id)";

    private final WalkWorld world;
    private final WaitingService waiting;
    private final OfferingService offering;
    private final InHandService hands;
    private final OverrunService overruns;

    WaitActs(WalkWorld world) {
        this.world = world;
        waiting = world.bean(WaitingService.class);
        offering = world.bean(OfferingService.class);
        hands = world.bean(InHandService.class);
        overruns = world.bean(OverrunService.class);
    }

    List<Act> all() {
        return List.of(
                act("put on the list of a service", DESK, this::put),
                act("put another on the list", DESK, this::put),
                act("offer a time", DESK, h -> offer(h, false)),
                act("offer a time and book it", DESK, h -> offer(h, true)),
                act(
                        "say yes to a time",
                        DESK,
                        h ->
                                offering.accept(
                                        h.who,
                                        h.at,
                                        h.any("wait", "status = 'OFFERED' and " + EITHER))),
                act(
                        "say no to a time",
                        DESK,
                        h -> offering.decline(h.who, h.at, h.on("waiting", "DECLINE", EITHER))),
                act(
                        "wait no more",
                        DESK,
                        h ->
                                waiting.withdraw(
                                        h.who,
                                        h.at,
                                        h.on("waiting", "WITHDRAW", EITHER),
                                        h.saying(h.seldom() ? h.words() : ""))),
                act(
                        "look at what somebody has in hand",
                        SOCIAL,
                        h -> hands.look(h.who, h.at, colleague(h), colleague(h))),
                act("pass on what somebody has in hand", SOCIAL, this::passOn),
                act("pass hours outside every programme", TEAM, this::overrun));
    }

    private static String service(Hand h) {
        return h.one("cpi-prato-orientamento", "pua2-prato-sociale", "cpi-pistoia-orientamento");
    }

    private void put(Hand h) {
        waiting.put(
                h.who,
                h.at,
                h.any("person", Hand.KNOWN),
                service(h),
                Appointment.Reason.WORK,
                new Wishes(
                        h.today.plusDays(h.upTo(5)),
                        h.today.plusDays(5 + h.upTo(60)),
                        h.one("12345", "12", "35"),
                        h.one(Wishes.Half.values()),
                        h.one(Mediation.BY_PHONE, Mediation.WITHOUT, Mediation.IN_PERSON)));
    }

    private void offer(Hand h, boolean saidYes) {
        List<OfferingService.Line> lines =
                offering.list(h.who, h.at, service(h), null).lines().stream()
                        .filter(each -> each.slot() != null)
                        .toList();
        OfferingService.Line line = h.one(lines);
        if (line.slot() == null) {
            throw new NotVisible();
        }
        if (saidYes) {
            offering.book(h.who, h.at, line.id(), line.slot().key());
        } else {
            offering.offer(h.who, h.at, line.id(), line.slot().key());
        }
    }

    private UUID colleague(Hand h) {
        return h.seldom()
                ? h.one(world.people()).operatorId()
                : h.one(
                                world.people().stream()
                                        .filter(each ->
                                                each.organisationId()
                                                        .equals(h.who.organisationId()))
                                        .toList())
                        .operatorId();
    }

    private void passOn(Hand h) {
        UUID holder = colleague(h);
        UUID receiver = colleague(h);
        Set<InHand.Kind> kinds =
                Arrays.stream(InHand.Kind.values())
                        .filter(kind -> h.upTo(3) == 0)
                        .collect(Collectors.toSet());
        h.trying("in-hand", holder, "PASS");
        h.told("passing", (int) kinds.stream().filter(InHand.Kind::passes).count());
        hands.pass(h.who, h.at, holder, h.with(receiver), kinds, h.why());
    }

    private void overrun(Hand h) {
        UUID plan =
                h.any(
                        "plan",
                        h.seldom()
                                ? Hand.OURS
                                : "in_force and exists (select 1 from hour_budget b where b.id = t.budget_id and b.enrolment_id is null)"
                                        + " and exists (select 1 from case_file c where c.id = t.case_file_id and c.case_manager_id = :me)");
        h.trying("overrun", plan, "PASS");
        overruns.pass(h.who, h.at, plan, 60, h.why());
    }
}
