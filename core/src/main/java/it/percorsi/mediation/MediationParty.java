package it.percorsi.mediation;

import it.percorsi.access.Role;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;
import java.util.Locale;

/** Who moves a request for a mediator. */
enum MediationParty implements Party<MediationRequest> {
    /** Whoever asked for it, or a colleague of theirs. */
    ASKER {
        @Override
        public boolean includes(MediationRequest request, Mover mover) {
            return request.organisationId().equals(mover.organisationId())
                    && !mover.actsAs(Role.MEDIATOR);
        }
    },
    /** The body whose mediators were asked for. */
    PROVIDER {
        @Override
        public boolean includes(MediationRequest request, Mover mover) {
            return request.providerId().equals(mover.organisationId());
        }
    },
    EITHER {
        @Override
        public boolean includes(MediationRequest request, Mover mover) {
            return ASKER.includes(request, mover) || PROVIDER.includes(request, mover);
        }
    };

    @Override
    public String key() {
        return "mediation-" + name().toLowerCase(Locale.ROOT);
    }

    /** Who asks for a mediator, of whichever body. */
    static boolean asks(Mover mover) {
        return mover.actsAs(Role.DESK)
                || mover.actsAs(Role.SOCIAL_WORKER)
                || mover.actsAs(Role.CPI_OPERATOR)
                || mover.actsAs(Role.SPECIALIST);
    }
}
