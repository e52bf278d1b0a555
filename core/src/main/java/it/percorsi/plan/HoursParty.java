package it.percorsi.plan;

import it.percorsi.access.Role;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;

/** Who moves an hour: whoever works on the plan, somebody else who confirms, who coordinates. */
enum HoursParty implements Party<Encounter> {
    TEAM("team") {
        @Override
        public boolean includes(Encounter encounter, Mover mover) {
            return PlanParty.worksOnPlans(mover);
        }
    },
    VALIDATOR("validator") {
        @Override
        public boolean includes(Encounter encounter, Mover mover) {
            return (mover.actsAs(Role.SOCIAL_WORKER) || encounter.managedBy(mover))
                    && !encounter.signedBy(mover);
        }
    },
    COORDINATION("coordination") {
        @Override
        public boolean includes(Encounter encounter, Mover mover) {
            return mover.actsAs(Role.COORDINATOR);
        }
    };

    private final String key;

    HoursParty(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
