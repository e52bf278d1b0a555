package it.percorsi.casefile;

import it.percorsi.access.Role;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;
import java.util.Locale;

/** Who moves a case file. */
enum CaseFileParty implements Party<CaseFile> {
    /** Desk operators and social workers of the leading body. */
    OPENER {
        @Override
        public boolean includes(CaseFile file, Mover mover) {
            return leads(file, mover) && mover.actsAs(Role.DESK) || LEAD.includes(file, mover);
        }
    },
    /** Social workers of the leading body. */
    LEAD {
        @Override
        public boolean includes(CaseFile file, Mover mover) {
            return leads(file, mover) && mover.actsAs(Role.SOCIAL_WORKER);
        }
    },
    /** The case manager; of a case nobody manages, whoever could have opened it. */
    CLOSER {
        @Override
        public boolean includes(CaseFile file, Mover mover) {
            return (file.caseManagerId() == null ? OPENER : CASE_MANAGER).includes(file, mover);
        }
    },
    CASE_MANAGER {
        @Override
        public boolean includes(CaseFile file, Mover mover) {
            return leads(file, mover) && mover.operatorId().equals(file.caseManagerId());
        }
    };

    private static boolean leads(CaseFile file, Mover mover) {
        return file.organisationId().equals(mover.organisationId());
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
