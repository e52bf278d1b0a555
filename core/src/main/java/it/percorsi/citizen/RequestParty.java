package it.percorsi.citizen;

import it.percorsi.access.Role;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;

/** Who moves a request. */
enum RequestParty implements Party<PublicRequest> {
    /**
     * Whoever works at the desks of the body that answers: the one whose service it is, or the
     * first desk of its town.
     */
    ASKED_DESK {
        @Override
        public boolean includes(PublicRequest request, Mover mover) {
            return request.answeringId().equals(mover.organisationId())
                    && (mover.actsAs(Role.DESK) || mover.actsAs(Role.SOCIAL_WORKER));
        }
    },
    /** Whoever asked: nobody who has an account. */
    PERSON {
        @Override
        public boolean includes(PublicRequest request, Mover mover) {
            return false;
        }
    },
    /** Nobody: time goes by. */
    TIME {
        @Override
        public boolean includes(PublicRequest request, Mover mover) {
            return false;
        }
    };

    @Override
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
