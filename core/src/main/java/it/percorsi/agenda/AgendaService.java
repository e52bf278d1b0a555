package it.percorsi.agenda;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import it.percorsi.person.People;
import it.percorsi.person.Person;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finding a time, booking it, and what becomes of it. */
@Service
@Transactional
public class AgendaService {

    private final Agenda agenda;
    private final Timetable timetable;
    private final FreeTimes free;
    private final People people;
    private final Receivers receivers;
    private final WaitingService waiting;
    private final Grants grants;
    private final AccessTrail trail;

    AgendaService(
            Agenda agenda,
            Timetable timetable,
            FreeTimes free,
            People people,
            Receivers receivers,
            WaitingService waiting,
            Grants grants,
            AccessTrail trail) {
        this.agenda = agenda;
        this.timetable = timetable;
        this.free = free;
        this.people = people;
        this.receivers = receivers;
        this.waiting = waiting;
        this.grants = grants;
        this.trail = trail;
    }

    /** The free times of a service for a person, as far ahead as one looks. */
    public Offer offer(Actor by, Instant at, UUID personId, String service) {
        Person person = expected(by, personId);
        Timetable.Bookable bookable = timetable.bookable(service).orElseThrow(NotVisible::new);
        trail.looked(by, "booking", personId, Set.of(Section.IDENTITY, Section.AGENDA), at);
        return new Offer(
                bookable, person.language(), free.of(bookable, person.language(), at, null));
    }

    /**
     * Somebody for whom the actor may book.
     *
     * @throws MoveRefused if who they are is all that is open to the actor
     */
    private Person expected(Actor by, UUID person) {
        if (!AppointmentParty.receives(by)) {
            throw new NotVisible();
        }
        Person expected = people.shown(person, by);
        grants.needs(Section.AGENDA, person, by);
        return expected;
    }

    /** The same, and the first that can be kept is kept for whoever is typing. */
    public Offer offerKept(Actor by, Instant at, UUID personId, String service) {
        return free.keepingFirst(offer(by, at, personId, service), by);
    }

    /**
     * Keeps a time for whoever is typing.
     *
     * @return whether it could be kept
     */
    public boolean hold(Actor by, Instant at, UUID personId, String service, String slotKey) {
        Person person = expected(by, personId);
        Timetable.Bookable bookable = timetable.bookable(service).orElseThrow(NotVisible::new);
        return free.hold(slotKey, bookable, person.language(), at, null, by);
    }

    /**
     * Books a slot that is still on offer.
     *
     * @param slotKey {@link Slot#key()} of one of the offered slots
     * @param without how to do where no mediator is on shift; ignored when one is
     * @throws SlotTaken if it is not on offer any more, or somebody commits it first
     */
    public Appointment book(
            Actor by,
            Instant at,
            UUID personId,
            String service,
            String slotKey,
            Appointment.Reason reason,
            Mediation without) {
        Person person = expected(by, personId);
        Timetable.Bookable bookable = timetable.bookable(service).orElseThrow(NotVisible::new);
        Slot slot = free.named(slotKey, bookable, person.language(), at, null);
        Mediation mediation = FreeTimes.mediation(person.language(), slot, without);
        Appointment appointment =
                new Appointment(
                        person,
                        bookable.id(),
                        bookable.organisationId(),
                        slot,
                        reason,
                        mediation,
                        by,
                        at);
        receivers.expect(by, at, appointment, bookable.organisationId(), slot);
        agenda.book(appointment, slot);
        trail.changed(by, "BOOK", "appointment", appointment.id(), List.of(personId), at);
        waiting.booked(by, at, personId, bookable.id());
        return appointment;
    }

    public Agenda.AppointmentRow look(Actor by, Instant at, UUID id) {
        Agenda.AppointmentRow row = agenda.row(id, by).orElseThrow(NotVisible::new);
        trail.looked(
                by,
                "appointment",
                Objects.requireNonNull(row.personId()),
                Set.of(Section.AGENDA),
                at);
        return row;
    }

    /** The times it was booked for before it was moved. */
    public List<LocalDateTime> before(Actor by, UUID id) {
        return agenda.before(id, by);
    }

    public List<AppointmentMove> movesOpen(Actor by, Instant at, UUID id) {
        return agenda.visible(id, by).orElseThrow(NotVisible::new).movesOpenTo(by, at);
    }

    public void move(Actor by, Instant at, UUID id, AppointmentMove move, @Nullable String note) {
        Appointment appointment = agenda.visible(id, by).orElseThrow(NotVisible::new);
        appointment.make(move, by, at, note);
        if (move == AppointmentMove.CANCEL) {
            agenda.release(appointment);
        }
        trail.changed(by, move.name(), "appointment", id, List.of(appointment.personId()), at);
    }

    public List<Agenda.AppointmentRow> ofPerson(Actor by, Instant at, UUID person) {
        people.shown(person, by);
        trail.looked(by, "appointments", person, Set.of(Section.AGENDA), at);
        return agenda.ofPerson(person, by);
    }

    public List<Agenda.AppointmentRow> own(Actor by, Instant at) {
        List<Agenda.AppointmentRow> rows = agenda.ofMediator(Rome.day(at), by);
        trail.listed(by, "agenda-own", Agenda.AppointmentRow.persons(rows), at);
        return rows;
    }
}
