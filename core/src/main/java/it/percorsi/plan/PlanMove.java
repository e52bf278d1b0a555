package it.percorsi.plan;

import static it.percorsi.pathway.Requirement.needs;
import static it.percorsi.pathway.Rule.row;
import static it.percorsi.plan.PlanParty.TEAM;
import static it.percorsi.plan.PlanStatus.ACTIVE;
import static it.percorsi.plan.PlanStatus.CONCLUDED;
import static it.percorsi.plan.PlanStatus.DRAFT;
import static it.percorsi.plan.PlanStatus.INTERRUPTED;
import static it.percorsi.plan.PlanStatus.PROPOSED;
import static it.percorsi.plan.PlanStatus.REVISED;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of a plan. */
public enum PlanMove implements Move<Plan, PlanStatus> {
    // @formatter:off
    //         from                                       to           who   what must already be true
    PROPOSE   (row(Set.of(DRAFT, REVISED),                PROPOSED,    TEAM, needs("plan.objective-set", Plan::hasObjectives),
                                                                             needs("plan.support-set", Plan::hasSupports))),
    SIGN      (row(Set.of(PROPOSED),                      ACTIVE,      TEAM)),
    REVISE    (row(Set.of(PROPOSED, ACTIVE),              REVISED,     TEAM)),
    CONCLUDE  (row(Set.of(ACTIVE),                        CONCLUDED,   TEAM, needs("plan.hours-settled", Plan::expectsNoHour))),
    INTERRUPT (row(Set.of(DRAFT, REVISED, PROPOSED, ACTIVE), INTERRUPTED, TEAM, needs("plan.hours-settled", Plan::expectsNoHour)).withReason());
    // @formatter:on

    private final Rule<Plan, PlanStatus> rule;

    PlanMove(Rule<Plan, PlanStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Plan, PlanStatus> rule() {
        return rule;
    }
}
