package it.percorsi.agenda.persistence;

import it.percorsi.agenda.Appointment;
import it.percorsi.agenda.Slot;
import it.percorsi.agenda.SlotTaken;
import it.percorsi.database.Queries;
import org.springframework.dao.DataIntegrityViolationException;

/** What an appointment holds: all the resources of its slot, or none. */
record Holding(Queries queries) {

    /**
     * @throws SlotTaken if one of them is held by another appointment, or away
     */
    void take(Appointment appointment, Slot slot) {
        try {
            queries.sql(
                            """
                            insert into booking (appointment_id, turn, resource_id, during, held)
                            select :appointment, :turn, resource, tstzrange(:from, :to), true
                            from unnest(:resources) resource
                            """)
                    .param("appointment", appointment.id())
                    .param("turn", appointment.turn())
                    .param("resources", Queries.uuids(slot.resources()))
                    .param("from", Queries.at(slot.from()))
                    .param("to", Queries.at(slot.to()))
                    .update();
        } catch (DataIntegrityViolationException refused) {
            String message = String.valueOf(refused.getMessage());
            if (message.contains("booking_once") || message.contains("booking_meets_no_absence")) {
                throw new SlotTaken();
            }
            throw refused;
        }
    }

    void free(Appointment appointment) {
        queries.sql("update booking set held = false where appointment_id = :appointment and held")
                .param("appointment", appointment.id())
                .update();
    }

    /** Those who receive the person see the appointment for as long as it concerns them. */
    void tell(Appointment appointment) {
        queries.sql("select grants_follow(:appointment) is null")
                .param("appointment", appointment.id())
                .single(Boolean.class);
    }
}
