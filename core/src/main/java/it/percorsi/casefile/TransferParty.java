package it.percorsi.casefile;

import it.percorsi.access.Role;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;
import java.util.Locale;

/** Who moves a request to lead a case: social workers of the one body or of the other. */
enum TransferParty implements Party<Transfer> {
    HANDING_ON {
        @Override
        public boolean includes(Transfer transfer, Mover mover) {
            return transfer.organisationId().equals(mover.organisationId()) && social(mover);
        }
    },
    RECEIVING {
        @Override
        public boolean includes(Transfer transfer, Mover mover) {
            return transfer.toOrganisationId().equals(mover.organisationId()) && social(mover);
        }
    };

    private static boolean social(Mover mover) {
        return mover.actsAs(Role.SOCIAL_WORKER);
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
