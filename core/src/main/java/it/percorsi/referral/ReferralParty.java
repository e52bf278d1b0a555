package it.percorsi.referral;

import it.percorsi.access.Role;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;
import java.util.Locale;

/** Who moves a referral. */
enum ReferralParty implements Party<Referral> {
    /** Social workers of the body that sends it. */
    REFERRER {
        @Override
        public boolean includes(Referral referral, Mover mover) {
            return referral.organisationId().equals(mover.organisationId())
                    && mover.actsAs(Role.SOCIAL_WORKER);
        }
    },
    /** The panel's secretary, who writes what the panel decides. */
    SECRETARY {
        @Override
        public boolean includes(Referral referral, Mover mover) {
            return referral.panel().organisationId().equals(mover.organisationId())
                    && mover.actsAs(Role.PANEL_SECRETARY);
        }
    },
    /** Time itself: nobody who has an account. */
    CLOCK {
        @Override
        public boolean includes(Referral referral, Mover mover) {
            return false;
        }
    };

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
