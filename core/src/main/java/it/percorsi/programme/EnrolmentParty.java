package it.percorsi.programme;

import it.percorsi.access.Role;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;

/** Who moves an enrolment. */
enum EnrolmentParty implements Party<Enrolment> {
    /** Desk operators and social workers of the body the person is enrolled with. */
    BODY;

    @Override
    public String key() {
        return "body";
    }

    @Override
    public boolean includes(Enrolment enrolment, Mover mover) {
        return enrolment.organisationId().equals(mover.organisationId())
                && (mover.actsAs(Role.DESK) || mover.actsAs(Role.SOCIAL_WORKER));
    }
}
