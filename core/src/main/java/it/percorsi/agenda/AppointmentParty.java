package it.percorsi.agenda;

import it.percorsi.access.Role;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;

/** Who moves an appointment. */
enum AppointmentParty implements Party<Appointment> {
    /** The body that receives the person. */
    PROVIDER {
        @Override
        public boolean includes(Appointment appointment, Mover mover) {
            return appointment.organisationId().equals(mover.organisationId()) && receives(mover);
        }
    },
    /** The body that receives, or the one that booked. */
    EITHER {
        @Override
        public boolean includes(Appointment appointment, Mover mover) {
            return PROVIDER.includes(appointment, mover)
                    || appointment.bookedById().equals(mover.organisationId()) && receives(mover);
        }
    },
    /** The person expected: nobody who has an account. */
    PERSON {
        @Override
        public boolean includes(Appointment appointment, Mover mover) {
            return false;
        }
    };

    static boolean receives(Mover mover) {
        return mover.actsAs(Role.DESK)
                || mover.actsAs(Role.SOCIAL_WORKER)
                || mover.actsAs(Role.CPI_OPERATOR)
                || mover.actsAs(Role.SPECIALIST);
    }

    @Override
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
