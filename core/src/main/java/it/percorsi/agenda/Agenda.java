package it.percorsi.agenda;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The agenda shared between bodies: who is expected by whom, as far as the viewer may know. */
public interface Agenda {

    /**
     * Holds all the resources of the slot, or none.
     *
     * @throws SlotTaken if one of them is held by another appointment
     */
    void book(Appointment appointment, Slot slot);

    /**
     * Holds the resources of another slot in the place of those it held, or none; those who receive
     * the person are told.
     *
     * @throws SlotTaken if one of them is held by another appointment
     */
    void move(Appointment appointment, Slot slot);

    /**
     * Keeps this time for whoever is typing, for five minutes, in the place of any other they keep.
     *
     * @return whether it could be kept
     */
    boolean hold(Slot slot, Actor by);

    /**
     * The same with the first of these times that can be kept without waiting for anybody.
     *
     * @return which; empty if none could be kept
     */
    Optional<Slot> holdFirst(List<Slot> slots, Actor by);

    /** Those who receive the person see the appointment for as long as it concerns them. */
    void tell(Appointment appointment);

    /** The time somebody without an account asked for, as long as it is held for them. */
    Optional<Slot> asked(UUID request, Actor viewer);

    /** Books what a request holds, without its being free in between. */
    void bookAsked(Appointment appointment, UUID request);

    /** Frees what a request holds that was declined. */
    void freeAsked(UUID request, Actor by);

    /** Frees what a cancelled appointment held; who received the person sees it no more. */
    void release(Appointment appointment);

    /** The times an appointment was booked for before, the latest first. */
    List<LocalDateTime> before(UUID appointment, Actor viewer);

    Optional<Appointment> visible(UUID id, Actor viewer);

    Optional<AppointmentRow> row(UUID id, Actor viewer);

    List<AppointmentRow> ofPerson(UUID person, Actor viewer);

    /**
     * Some days of an organisation: appointments the viewer may see, and bare times of the others.
     *
     * @param until not included
     */
    List<AppointmentRow> sheet(UUID organisation, LocalDate from, LocalDate until, Actor viewer);

    /** The telephone numbers of those whose contacts the viewer may see, by person. */
    Map<UUID, String> phones(List<UUID> persons, Actor viewer);

    /** The coming appointments the viewer sees among those an absence meets, first times first. */
    List<AppointmentRow> meeting(Absence absence, Actor viewer);

    /** The same of the hours of plans, which whoever gives them moves. */
    List<AppointmentRow> hoursMeeting(Absence absence, Actor viewer);

    /** A mediator's own appointments from a day on. */
    List<AppointmentRow> ofMediator(LocalDate from, Actor viewer);

    /**
     * Without id, name, language and reason where the viewer may only see that the time is taken.
     *
     * @param hourId the hour of a plan that takes the time, in the place of an appointment
     * @param operatorId the operator as a resource of the agenda
     */
    record AppointmentRow(
            @Nullable UUID id,
            @Nullable UUID hourId,
            @Nullable UUID serviceId,
            @Nullable UUID personId,
            @Nullable String personName,
            @Nullable String language,
            @Nullable String languageName,
            @Nullable String reason,
            @Nullable String mediation,
            @Nullable String status,
            LocalDateTime starts,
            LocalDateTime ends,
            UUID operatorId,
            String serviceName,
            String deskName,
            String organisationName,
            String operatorName,
            @Nullable String mediatorName,
            @Nullable String roomName) {

        /** Whom these rows show. */
        public static List<UUID> persons(List<AppointmentRow> rows) {
            return rows.stream()
                    .flatMap(row -> Stream.ofNullable(row.personId()))
                    .distinct()
                    .toList();
        }

        /** Whether it can be said by now who came. */
        public boolean begun(Instant now) {
            return AppointmentStatus.BOOKED.name().equals(status)
                    && !starts.isAfter(Rome.time(now));
        }

        /** Booked, and still to be held. */
        public boolean coming(Instant now) {
            return AppointmentStatus.BOOKED.name().equals(status) && ends.isAfter(Rome.time(now));
        }
    }
}
