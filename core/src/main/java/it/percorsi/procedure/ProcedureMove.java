package it.percorsi.procedure;

import static it.percorsi.pathway.Requirement.needs;
import static it.percorsi.pathway.Rule.row;
import static it.percorsi.procedure.ProcedureParty.FOLLOWERS;
import static it.percorsi.procedure.ProcedureStatus.GRANTED;
import static it.percorsi.procedure.ProcedureStatus.INTEGRATION_ASKED;
import static it.percorsi.procedure.ProcedureStatus.REFUSED;
import static it.percorsi.procedure.ProcedureStatus.SUBMITTED;
import static it.percorsi.procedure.ProcedureStatus.TO_PREPARE;
import static it.percorsi.procedure.ProcedureStatus.WITHDRAWN;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Requirement;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of a procedure, once it is being prepared. */
public enum ProcedureMove implements Move<Procedure, ProcedureStatus> {
    // @formatter:off
    //               from                                  to                 who        what must already be true
    SUBMIT          (row(Set.of(TO_PREPARE),               SUBMITTED,         FOLLOWERS, Needs.DAY, Needs.PLACE, Needs.NEXT)),
    ASK_INTEGRATION (row(Set.of(SUBMITTED),                INTEGRATION_ASKED, FOLLOWERS, Needs.NEXT).withReason()),
    INTEGRATE       (row(Set.of(INTEGRATION_ASKED),        SUBMITTED,         FOLLOWERS, Needs.NEXT)),
    GRANT           (row(Set.of(SUBMITTED, INTEGRATION_ASKED),
                                                           GRANTED,           FOLLOWERS, Needs.DAY, Needs.ORDER, Needs.UNTIL)),
    REFUSE          (row(Set.of(SUBMITTED, INTEGRATION_ASKED),
                                                           REFUSED,           FOLLOWERS, Needs.DAY, Needs.ORDER, Needs.UNTIL).withReason()),
    WITHDRAW        (row(Set.of(TO_PREPARE, SUBMITTED, INTEGRATION_ASKED),
                                                           WITHDRAWN,         FOLLOWERS).withReason()),
    REOPEN          (row(Set.of(GRANTED, REFUSED),         SUBMITTED,         FOLLOWERS, Needs.NEXT).withReason());
    // @formatter:on

    private final Rule<Procedure, ProcedureStatus> rule;

    ProcedureMove(Rule<Procedure, ProcedureStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Procedure, ProcedureStatus> rule() {
        return rule;
    }

    /** The day it happened, which is not that of writing it down. */
    public boolean asksDay() {
        return rule.needs().contains(Needs.DAY);
    }

    public boolean asksPlace() {
        return rule.needs().contains(Needs.PLACE);
    }

    /** When to look again. */
    public boolean asksNext() {
        return rule.needs().contains(Needs.NEXT);
    }

    /** Until when the answer counts, or can be appealed. */
    public boolean asksUntil() {
        return rule.needs().contains(Needs.UNTIL);
    }

    private static final class Needs {
        static final Requirement<Procedure> DAY =
                needs("procedure.day-not-ahead", Procedure::happened);
        static final Requirement<Procedure> PLACE =
                needs("procedure.place-missing", Procedure::saysWhere);
        static final Requirement<Procedure> NEXT =
                needs("procedure.next-missing", Procedure::saysWhenNext);
        static final Requirement<Procedure> ORDER =
                needs("procedure.answer-before", Procedure::answersAfterSubmission);
        static final Requirement<Procedure> UNTIL =
                needs("procedure.until-before", Procedure::endsAfterAnswer);
    }
}
