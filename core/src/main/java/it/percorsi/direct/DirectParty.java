package it.percorsi.direct;

import it.percorsi.access.Role;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;
import java.util.Locale;
import java.util.stream.Stream;

/** Who moves a direct referral. */
enum DirectParty implements Party<DirectReferral> {
    /** Whoever follows the person. */
    SENDER {
        @Override
        public boolean includes(DirectReferral referral, Mover mover) {
            return works(mover) && !mover.organisationId().equals(referral.receiverId());
        }
    },
    /** The service; where it has no account, whoever hears from it writes down what it said. */
    SERVICE {
        @Override
        public boolean includes(DirectReferral referral, Mover mover) {
            return works(mover)
                    && (referral.receiverId() == null
                            || mover.organisationId().equals(referral.receiverId()));
        }
    },
    /** Time itself: nobody who has an account. */
    CLOCK {
        @Override
        public boolean includes(DirectReferral referral, Mover mover) {
            return false;
        }

        @Override
        public String key() {
            return "clock";
        }
    };

    /** Whoever receives people sends them on, too. */
    static boolean sends(Mover mover) {
        return mover.actsAs(Role.DESK) || mover.actsAs(Role.SOCIAL_WORKER);
    }

    static boolean works(Mover mover) {
        return Stream.of(Role.DESK, Role.SOCIAL_WORKER, Role.CPI_OPERATOR, Role.SPECIALIST)
                .anyMatch(mover::actsAs);
    }

    @Override
    public String key() {
        return "direct-" + name().toLowerCase(Locale.ROOT);
    }
}
