package it.percorsi.reception;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.agenda.Agenda;
import it.percorsi.agenda.AgendaService;
import it.percorsi.agenda.AppointmentMove;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.Rome;
import it.percorsi.person.People;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the door to the counter. */
@Service
@Transactional
public class QueueService {

    private final Queue queue;
    private final Rota rota;
    private final ContactService contacts;
    private final AgendaService agenda;
    private final People people;
    private final AccessTrail trail;

    QueueService(
            Queue queue,
            Rota rota,
            ContactService contacts,
            AgendaService agenda,
            People people,
            AccessTrail trail) {
        this.queue = queue;
        this.rota = rota;
        this.contacts = contacts;
        this.agenda = agenda;
        this.people = people;
        this.trail = trail;
    }

    /** A number for somebody nobody knows. */
    public Ticket give(Actor by, Instant at, Contact.@Nullable Topic topic, String language) {
        return give(by, at, Ticket.Letter.A, topic, language, null);
    }

    /** A number for somebody the desk knows, in their language. */
    public Ticket give(Actor by, Instant at, UUID person) {
        String language = people.shown(person, by).language();
        return give(by, at, Ticket.Letter.A, null, language, person);
    }

    /** Somebody expected has come: the appointment knows it, and they get a number. */
    public Ticket arrive(Actor by, Instant at, UUID appointment) {
        Agenda.AppointmentRow row = agenda.look(by, at, appointment);
        agenda.move(by, at, appointment, AppointmentMove.ARRIVE, null);
        UUID person = Objects.requireNonNull(row.personId());
        return give(
                by,
                at,
                Ticket.Letter.P,
                Contact.Topic.valueOf(Objects.requireNonNull(row.reason())),
                Objects.requireNonNull(row.language()),
                people.visible(person, by).isPresent() ? person : null);
    }

    private Ticket give(
            Actor by,
            Instant at,
            Ticket.Letter letter,
            Contact.@Nullable Topic topic,
            String language,
            @Nullable UUID person) {
        UUID desk = contacts.desk(by).id();
        int number = queue.next(desk, Rome.day(at), letter, by);
        Ticket ticket = new Ticket(desk, letter, number, topic, language, by, at);
        queue.save(ticket);
        if (person != null) {
            queue.attach(ticket.id(), person, by);
        }
        List<UUID> persons = person == null ? List.of() : List.of(person);
        trail.changed(by, "GIVE", "ticket", ticket.id(), persons, at);
        return ticket;
    }

    public void call(Actor by, Instant at, UUID id, int counter) {
        find(by, id).call(counter, by, at);
        trail.changed(by, "CALL", "ticket", id, List.of(), at);
    }

    public void finish(Actor by, Instant at, UUID id) {
        find(by, id).finish(by, at);
        trail.changed(by, "FINISH", "ticket", id, List.of(), at);
    }

    public void leave(Actor by, Instant at, UUID id) {
        find(by, id).leave(by, at);
        trail.changed(by, "LEAVE", "ticket", id, List.of(), at);
    }

    /** To a colleague who is on duty at this desk today and speaks the language. */
    public void handOver(Actor by, Instant at, UUID id, UUID colleague) {
        Ticket ticket = find(by, id);
        boolean speaks =
                rota.on(ticket.deskId(), Rome.day(at)).stream()
                        .anyMatch(duty ->
                                duty.operatorId().equals(colleague)
                                        && duty.speaks(ticket.language()));
        new Obstacles()
                .tried(() -> ticket.handOver(colleague, by, at))
                .when(!speaks || colleague.equals(by.operatorId()), "ticket.colleague-not-here")
                .refuse();
        trail.changed(by, "HAND_OVER", "ticket", id, List.of(), at);
    }

    private Ticket find(Actor by, UUID id) {
        return queue.visible(id, by).orElseThrow(NotVisible::new);
    }

    /** The queue with who is expected; a look at everybody whose name it shows. */
    public Today today(Actor by, Instant at, UUID desk) {
        LocalDate day = Rome.day(at);
        List<Queue.Row> rows = queue.at(desk, day, by);
        List<Queue.Expected> expected = queue.expected(day, by);
        List<UUID> shown =
                Stream.concat(
                                rows.stream().flatMap(row -> Stream.ofNullable(row.personId())),
                                expected.stream().map(Queue.Expected::personId))
                        .distinct()
                        .toList();
        if (!shown.isEmpty()) {
            trail.listed(by, "queue", shown, at);
        }
        return new Today(rows, expected);
    }

    /** No look at anybody: numbers are nobody's. */
    public List<Queue.Called> display(Actor by, Instant at) {
        return queue.display(contacts.desk(by).id(), Rome.day(at), by);
    }

    public record Today(List<Queue.Row> rows, List<Queue.Expected> expected) {

        public List<Queue.Row> open() {
            return rows.stream().filter(Queue.Row::open).toList();
        }

        public List<Queue.Row> over() {
            return rows.stream().filter(row -> !row.open()).toList();
        }
    }
}
