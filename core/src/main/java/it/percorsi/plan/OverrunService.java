package it.percorsi.plan;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.pathway.Obstacles;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * More hours than a path outside every programme has: nobody coordinates there, so whoever answers
 * for the plan passes them, and says why.
 */
@Service
@Transactional
public class OverrunService {

    private final Plans plans;
    private final Hours hours;
    private final Ledger ledger;
    private final AccessTrail trail;

    OverrunService(Plans plans, Hours hours, Ledger ledger, AccessTrail trail) {
        this.plans = plans;
        this.hours = hours;
        this.ledger = ledger;
        this.trail = trail;
    }

    public void pass(Actor by, Instant at, UUID id, int minutes, String reason) {
        Plan plan = plans.visible(id, by).orElseThrow(NotVisible::new);
        Hours.Budget budget = hours.budget(plan.budgetId(), by).orElseThrow(NotVisible::new);
        new Obstacles()
                .when(!plan.inForce(), "plan.not-active")
                .when(!answers(plan, by), "move.not-yours.case-manager")
                .when(budget.programmeCode() != null, "hours.passed-by-coordination")
                .when(reason.isBlank(), "move.reason-missing")
                .refuse();
        ledger.pass(budget.id(), minutes, reason, by, at);
        trail.changed(by, "PASS_HOURS", "hour-budget", budget.id(), List.of(plan.personId()), at);
    }

    /** Whether the viewer may pass hours of this plan. */
    static boolean mayPass(Plan plan, Hours.Budget budget, Actor by) {
        return plan.inForce() && answers(plan, by) && budget.programmeCode() == null;
    }

    private static boolean answers(Plan plan, Actor by) {
        return PlanParty.worksOnPlans(by) && plan.managedBy(by);
    }
}
