package it.percorsi.agenda.persistence;

import it.percorsi.access.Actor;
import it.percorsi.agenda.Appointment;
import it.percorsi.agenda.Slot;
import it.percorsi.agenda.SlotTaken;
import it.percorsi.agenda.Wait;
import it.percorsi.database.Queries;
import it.percorsi.database.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/** What an appointment holds: all the resources of its slot, or none. */
record Holding(Queries queries) {

    /** What the schema calls it when a time is somebody else's. */
    private static final List<String> TAKEN =
            List.of("booking_once", "booking_seat_once", "booking_meets_no_absence");

    /** A statement with everything a slot would hold; its mediator is free again at its end. */
    private Statement sql(String sql, Slot slot) {
        return queries.sql(sql)
                .param("resources", Queries.uuids(slot.resources()))
                .param("mediator", slot.mediatorId(), Types.OTHER)
                .param("from", Queries.at(slot.from()))
                .param("to", Queries.at(slot.to()))
                .param("rested", Queries.at(slot.rested()))
                .param("session", slot.session())
                .param("seat", slot.place().seat());
    }

    /**
     * @throws SlotTaken if one of them is held by another appointment, or away
     */
    void take(Appointment appointment, Slot slot) {
        lock(slot);
        letGo(slot);
        orTaken(
                sql(
                                        """
                                        insert into booking (appointment_id, turn, resource_id, during, session, seat, held)
                                        select :appointment, :turn, resource, tstzrange(:from, case resource when :mediator
                                            then cast(:to as timestamptz) else :rested end), :session, :seat, true
                                        from unnest(:resources) resource order by resource
                                        """,
                                        slot)
                                .param("appointment", appointment.id())
                                .param("turn", appointment.turn())
                        ::update);
    }

    private static void orTaken(Runnable booking) {
        try {
            booking.run();
        } catch (DataIntegrityViolationException refused) {
            String message = String.valueOf(refused.getMessage());
            if (TAKEN.stream().anyMatch(message::contains)) {
                throw new SlotTaken();
            }
            throw refused;
        }
    }

    /**
     * Keeps a time for whoever is typing, in the place of any other.
     *
     * @return whether it could be kept
     */
    boolean hold(Slot slot, Actor by) {
        lock(slot);
        return keep(slot, by);
    }

    /**
     * Keeps the first that can be kept at once: what somebody else is just deciding about is passed
     * over instead of waited for.
     */
    Optional<Slot> holdFirst(List<Slot> slots, Actor by) {
        return slots.stream().filter(slot -> locked(slot) && keep(slot, by)).findFirst();
    }

    private boolean keep(Slot slot, Actor by) {
        return keep(
                slot, by, null, "held_for, held_until", ":operator, now() + interval '5 minutes'");
    }

    /**
     * Keeps the time that is offered to somebody on the waiting list.
     *
     * @return whether it could be kept
     */
    boolean offer(Slot slot, Wait wait, Actor by) {
        lock(slot);
        return keep(
                slot,
                by,
                wait.id(),
                "wait_id, held_until",
                ":wait, (select offered_until from wait where id = :wait)");
    }

    private boolean keep(Slot slot, Actor by, @Nullable UUID wait, String columns, String values) {
        letGo(slot);
        return sql(
                                """
                                insert into booking (resource_id, during, session, seat, held, %s)
                                select resource, tstzrange(:from, case resource when :mediator
                                    then cast(:to as timestamptz) else :rested end), :session, :seat, true, %s
                                from unnest(:resources) resource
                                where not exists (select 1 from booking b
                                    where b.held and b.resource_id = any (:resources)
                                        and (b.session <> :session or b.seat = :seat)
                                        and b.starts_at between cast(:from as timestamptz) - interval '8 hours' and :rested
                                        and b.during && tstzrange(:from, case b.resource_id when :mediator
                                            then cast(:to as timestamptz) else :rested end))
                                    and not exists (select 1 from absence a
                                        where a.ended_at is null and a.resource_id = any (:resources)
                                            and a.during && tstzrange(:from, :rested))
                                order by resource
                                """
                                        .formatted(columns, values),
                                slot)
                        .param("operator", by.operatorId())
                        .param("wait", wait, Types.OTHER)
                        .update()
                > 0;
    }

    /**
     * Until the transaction ends nobody else decides about the day of this time. Always in the same
     * order: two who want the same would otherwise wait for each other.
     */
    void lock(Slot slot) {
        sql(
                        """
                        select count(pg_advisory_xact_lock(resource_day(ordered.resource, :from)))
                        from (select resource from unnest(:resources) resource order by resource) ordered
                        """,
                        slot)
                .single(Long.class);
    }

    /** The same without waiting: whether nobody else decides about any of them. */
    private boolean locked(Slot slot) {
        return sql(
                        """
                        select bool_and(pg_try_advisory_xact_lock(resource_day(resource, :from)))
                        from unnest(:resources) resource
                        """,
                        slot)
                .single(Boolean.class);
    }

    /** What one kept oneself, and what was kept too long. */
    private void letGo(Slot slot) {
        queries.sql(
                        """
                        delete from booking
                        where held_for = acting_operator() or held_until < now() and resource_id = any (:resources)
                        """)
                .param("resources", Queries.uuids(slot.resources()))
                .update();
    }

    /**
     * @throws SlotTaken if one of what the request holds went away meanwhile
     */
    void takeAsked(Appointment appointment, UUID request) {
        Statement booking =
                queries.sql("select request_becomes_appointment(:request, :appointment) is null")
                        .param("request", request)
                        .param("appointment", appointment.id());
        orTaken(() -> booking.single(Boolean.class));
    }

    void freeAsked(UUID request) {
        queries.sql("delete from booking where request_id = :request")
                .param("request", request)
                .update();
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
