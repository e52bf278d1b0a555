package it.percorsi.agenda;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The agenda shared between bodies: who is expected by whom, as far as the viewer may know. */
public interface Agenda {

    List<Bookable> bookables();

    Optional<Bookable> bookable(String code);

    List<SlotSearch.Window> operatorWindows(UUID service);

    /** Shifts of the mediators of a language who work in a town. */
    List<SlotSearch.Window> mediatorWindows(String language, String municipality);

    List<SlotSearch.Busy> busy(Instant from, Instant to);

    /** The body a resource belongs to. */
    Optional<UUID> organisationOf(UUID resource);

    /**
     * Holds all the resources of the slot, or none.
     *
     * @throws SlotTaken if one of them is held by another appointment
     */
    void book(Appointment appointment, Slot slot);

    /** Frees what a cancelled or missed appointment held. */
    void release(UUID appointment);

    Optional<Appointment> visible(UUID id, Actor viewer);

    Optional<AppointmentRow> row(UUID id, Actor viewer);

    List<AppointmentRow> ofPerson(UUID person, Actor viewer);

    /** A week of an organisation: appointments the viewer may see, and bare times of the others. */
    List<AppointmentRow> week(UUID organisation, LocalDate monday, Actor viewer);

    /** A mediator's own appointments from a day on. */
    List<AppointmentRow> ofMediator(LocalDate from, Actor viewer);

    /** A service that can be booked. */
    record Bookable(
            UUID id,
            String code,
            String name,
            int minutes,
            UUID deskId,
            String deskName,
            String place,
            UUID organisationId,
            String organisationName) {}

    /**
     * Without id, name, language and reason where the viewer may only see that the time is taken.
     */
    record AppointmentRow(
            @Nullable UUID id,
            @Nullable UUID personId,
            @Nullable String personName,
            @Nullable String language,
            @Nullable String languageName,
            @Nullable String reason,
            @Nullable String mediation,
            @Nullable String status,
            LocalDateTime starts,
            LocalDateTime ends,
            String serviceName,
            String deskName,
            String organisationName,
            String operatorName,
            @Nullable String mediatorName) {

        /** Booked, and still to be held. */
        public boolean coming(Instant now) {
            return AppointmentStatus.BOOKED.name().equals(status) && ends.isAfter(Rome.time(now));
        }
    }
}
