package it.percorsi.agenda;

import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;

/** Who moves somebody on the waiting list. */
enum WaitParty implements Party<Wait> {
    /** The body of the service, or the one that put them there. */
    EITHER("waiting") {
        @Override
        public boolean includes(Wait wait, Mover mover) {
            return AGENDA.includes(wait, mover)
                    && (wait.organisationId().equals(mover.organisationId())
                            || wait.putById().equals(mover.organisationId()));
        }
    },
    /** Whoever books people. */
    AGENDA("agenda") {
        @Override
        public boolean includes(Wait wait, Mover mover) {
            return AppointmentParty.receives(mover);
        }
    };

    private final String key;

    WaitParty(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
