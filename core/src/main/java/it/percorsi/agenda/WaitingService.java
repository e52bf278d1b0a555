package it.percorsi.agenda;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Basis;
import it.percorsi.access.Grant;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.pathway.Rome;
import it.percorsi.person.People;
import it.percorsi.person.Person;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Putting somebody on the waiting list of a service, and taking them off. */
@Service
@Transactional
public class WaitingService {

    private final Waits waits;
    private final Timetable timetable;
    private final People people;
    private final Grants grants;
    private final AccessTrail trail;

    WaitingService(
            Waits waits, Timetable timetable, People people, Grants grants, AccessTrail trail) {
        this.waits = waits;
        this.timetable = timetable;
        this.people = people;
        this.grants = grants;
        this.trail = trail;
    }

    /** What is asked of somebody before they are put on the list. */
    public Question ask(Actor by, Instant at, UUID personId, String service) {
        Person person = people.shown(personId, by);
        Timetable.Bookable bookable = timetable.bookable(service).orElseThrow(NotVisible::new);
        trail.looked(by, "waiting", personId, Set.of(Section.IDENTITY, Section.AGENDA), at);
        return new Question(
                bookable,
                person.language(),
                waits.held(personId, bookable.id(), by).map(Waits.Held::starts).orElse(null));
    }

    /** Where they have an appointment at the service already, they wait for an earlier one. */
    public void put(
            Actor by,
            Instant at,
            UUID personId,
            String service,
            Appointment.Reason reason,
            Wishes wishes) {
        if (!AppointmentParty.receives(by)) {
            throw new NotVisible();
        }
        Person person = people.shown(personId, by);
        grants.needs(Section.AGENDA, personId, by);
        Timetable.Bookable bookable = timetable.bookable(service).orElseThrow(NotVisible::new);
        waits.open(personId, bookable.id(), by).ifPresent(earlier -> earlier.catchUp(by, at));
        Wait wait =
                new Wait(
                        person,
                        bookable,
                        wishes,
                        reason,
                        waits.held(personId, bookable.id(), by).map(Waits.Held::id).orElse(null),
                        by,
                        at);
        if (!bookable.organisationId().equals(by.organisationId())) {
            grants.give(
                    new Grant(
                            personId,
                            bookable.organisationId(),
                            Basis.APPOINTMENT,
                            "waiting.put",
                            wait.id(),
                            by,
                            at,
                            wishes.notAfter().plusDays(2).atStartOfDay(Rome.ZONE).toInstant()));
        }
        waits.put(wait);
        trail.changed(by, "PUT", "waiting", wait.id(), List.of(personId), at);
    }

    public void withdraw(Actor by, Instant at, UUID id, String note) {
        Wait wait = waits.visible(id, by).orElseThrow(NotVisible::new);
        waits.letGo(wait);
        wait.make(WaitMove.WITHDRAW, by, at, note);
        trail.changed(by, "WITHDRAW", "waiting", id, List.of(wait.personId()), at);
        grants.end(id, at);
    }

    /** Somebody got an appointment otherwise: they wait no more. */
    void booked(Actor by, Instant at, UUID person, UUID service) {
        waits.open(person, service, by)
                .filter(wait -> WaitMove.BOOK.rule().obstacles(wait, wait.status(), by).isEmpty())
                .ifPresent(wait -> end(wait, by, at));
    }

    /** They have what they waited for. */
    void end(Wait wait, Actor by, Instant at) {
        waits.letGo(wait);
        wait.make(WaitMove.BOOK, by, at, null);
        trail.changed(by, "BOOK", "waiting", wait.id(), List.of(wait.personId()), at);
        grants.end(wait.id(), at);
    }

    public List<Waits.Row> ofPerson(Actor by, UUID person) {
        return waits.ofPerson(person, by);
    }

    /** The lists the viewer sees somebody on. */
    public List<Waits.Queue> queues(Actor by) {
        return waits.queues(by);
    }

    /** How many would like a time of a service that became free; nobody, if it is past. */
    public Wanted wanted(Actor by, Instant at, UUID service, LocalDateTime starts) {
        long persons =
                starts.isAfter(Rome.time(at))
                        ? waits.queue(service, by).stream()
                                .filter(place -> !place.offered() && place.suits(starts))
                                .count()
                        : 0;
        return new Wanted(timetable.bookable(service).code(), persons);
    }

    public record Wanted(String service, long persons) {}

    /**
     * @param holds when their appointment is, if they have one
     */
    public record Question(
            Timetable.Bookable service, String language, @Nullable LocalDateTime holds) {

        public boolean needsMediation() {
            return FreeTimes.needsMediation(language);
        }
    }
}
