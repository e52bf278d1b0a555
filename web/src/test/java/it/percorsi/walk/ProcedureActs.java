package it.percorsi.walk;

import static it.percorsi.walk.Act.act;

import it.percorsi.access.Role;
import it.percorsi.procedure.Particulars;
import it.percorsi.procedure.ProcedureKinds;
import it.percorsi.procedure.ProcedureMove;
import it.percorsi.procedure.ProcedureService;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is done with paperwork at other offices. */
final class ProcedureActs {

    private static final Set<Role> HELPERS = Set.of(Role.DESK, Role.SOCIAL_WORKER);
    private static final String OPEN = "next_on is not null and " + Hand.OURS;

    private final WalkWorld world;
    private final ProcedureService procedures;
    private final ProcedureKinds kinds;

    ProcedureActs(WalkWorld world) {
        this.world = world;
        procedures = world.bean(ProcedureService.class);
        kinds = world.bean(ProcedureKinds.class);
    }

    List<Act> all() {
        return List.of(
                act("prepare a procedure", HELPERS, this::prepare),
                act("submit a procedure", HELPERS, h -> move(h, ProcedureMove.SUBMIT)),
                act("be asked for papers", HELPERS, h -> move(h, ProcedureMove.ASK_INTEGRATION)),
                act("bring papers", HELPERS, h -> move(h, ProcedureMove.INTEGRATE)),
                act("be granted", HELPERS, h -> move(h, ProcedureMove.GRANT)),
                act("be refused", HELPERS, h -> move(h, ProcedureMove.REFUSE)),
                act("withdraw a procedure", HELPERS, h -> move(h, ProcedureMove.WITHDRAW)),
                act("reopen a procedure", HELPERS, h -> move(h, ProcedureMove.REOPEN)),
                act("follow a procedure", HELPERS, h -> follow(h, false)),
                act("take a procedure over", HELPERS, h -> follow(h, true)));
    }

    private void prepare(Hand h) {
        procedures.prepare(
                h.who,
                h.at,
                h.any("person", Hand.KNOWN),
                h.one(kinds.all()).code(),
                "Per lei",
                "Contratto",
                owner(h),
                h.dayWithin(2, 20));
    }

    private UUID owner(Hand h) {
        return h.seldom() ? h.one(world.people()).operatorId() : h.one(h.who.operatorId(), null);
    }

    private void move(Hand h, ProcedureMove move) {
        UUID procedure = h.on("procedure", move.name());
        LocalDate on = h.seldom() ? null : h.dayWithin(3, h.seldom() ? 3 : 1);
        String place = h.seldom() ? "" : "Questura";
        LocalDate next = h.seldom() ? null : h.dayWithin(1, 30);
        LocalDate until = h.one(null, h.dayWithin(2, 60));
        h.told("on", on);
        h.told("place", place);
        h.told("next", next);
        h.told("until", until);
        procedures.move(
                h.who,
                h.at,
                procedure,
                move,
                new Particulars(on, place, null, next, until, why(h, move)));
    }

    /** Seldom withdrawn: else few would ever be answered. */
    private static String why(Hand h, ProcedureMove move) {
        if (!move.rule().reasoned()) {
            return null;
        }
        return move == ProcedureMove.WITHDRAW && !h.seldom() ? h.saying("") : h.why();
    }

    private void follow(Hand h, boolean over) {
        UUID procedure = h.any("procedure", OPEN);
        procedures.follow(
                h.who,
                h.at,
                procedure,
                over ? new ProcedureService.Owner(owner(h)) : null,
                h.dayWithin(1, 30),
                "Busta paga",
                world.version(h, "procedure", procedure));
    }
}
