package it.percorsi.access;

import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;

/** Who reviews an emergency access. */
enum EmergencyParty implements Party<EmergencyAccess> {
    /** The data protection officer, but never of an access of their own. */
    OFFICER;

    @Override
    public String key() {
        return "officer";
    }

    @Override
    public boolean includes(EmergencyAccess access, Mover mover) {
        return mover.actsAs(Role.DPO) && !mover.operatorId().equals(access.operatorId());
    }
}
