package it.percorsi.plan;

import it.percorsi.access.Role;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;

/** Who moves a plan: whoever of the team may see it and works on it. */
enum PlanParty implements Party<Plan> {
    TEAM;

    @Override
    public String key() {
        return "team";
    }

    @Override
    public boolean includes(Plan plan, Mover mover) {
        return worksOnPlans(mover);
    }

    static boolean worksOnPlans(Mover mover) {
        return mover.actsAs(Role.SOCIAL_WORKER)
                || mover.actsAs(Role.CPI_OPERATOR)
                || mover.actsAs(Role.SPECIALIST);
    }
}
