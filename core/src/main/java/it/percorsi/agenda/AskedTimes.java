package it.percorsi.agenda;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.person.People;
import it.percorsi.person.Person;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The times anybody may ask for, without an account, and what becomes of one that was. */
@Service
@Transactional
public class AskedTimes {

    private final Agenda agenda;
    private final Timetable timetable;
    private final FreeTimes free;
    private final People people;
    private final Receivers receivers;
    private final WaitingService waiting;
    private final AccessTrail trail;

    AskedTimes(
            Agenda agenda,
            Timetable timetable,
            FreeTimes free,
            People people,
            Receivers receivers,
            WaitingService waiting,
            AccessTrail trail) {
        this.agenda = agenda;
        this.timetable = timetable;
        this.free = free;
        this.people = people;
        this.receivers = receivers;
        this.waiting = waiting;
        this.trail = trail;
    }

    /**
     * What is free of a service that is open to everybody, one slot for each time: with a mediator
     * where there is one.
     */
    public List<Slot> free(Timetable.Bookable service, String language, Instant from, int days) {
        Instant until = from.plusSeconds((days + 1) * 86_400L);
        List<Slot> slots =
                free.search(
                                service,
                                language,
                                resources ->
                                        timetable.takenForEverybody(service.id(), resources, until))
                        .free(from, days);
        Map<LocalDateTime, Slot> byTime = new TreeMap<>();
        slots.forEach(slot ->
                byTime.merge(
                        slot.starts(),
                        slot,
                        (one, other) -> one.mediated() || !other.mediated() ? one : other));
        return List.copyOf(byTime.values());
    }

    /**
     * Books for a person the time a request holds.
     *
     * @throws MoveRefused if it is held no longer, or the agenda was closed meanwhile
     */
    public Appointment book(
            Actor by,
            Instant at,
            UUID request,
            UUID personId,
            UUID service,
            Appointment.Reason reason) {
        Person person = people.shown(personId, by);
        Slot slot =
                agenda.asked(request, by)
                        .orElseThrow(() -> new MoveRefused(List.of("request.in-time")));
        Timetable.Bookable bookable = timetable.bookable(service);
        Appointment appointment =
                new Appointment(
                        person,
                        bookable.id(),
                        bookable.organisationId(),
                        slot,
                        reason,
                        FreeTimes.mediation(person.language(), slot, Mediation.BY_PHONE),
                        by,
                        at);
        receivers.expect(by, at, appointment, bookable.organisationId(), slot);
        try {
            agenda.bookAsked(appointment, request);
        } catch (SlotTaken away) {
            throw new MoveRefused(List.of("request.agenda-closed"));
        }
        waiting.booked(by, at, personId, service);
        trail.changed(by, "BOOK", "appointment", appointment.id(), List.of(personId), at);
        return appointment;
    }

    public void release(Actor by, UUID request) {
        agenda.freeAsked(request, by);
    }
}
