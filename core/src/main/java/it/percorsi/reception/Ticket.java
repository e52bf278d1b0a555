package it.percorsi.reception;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Rome;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The number somebody holds who came in today. It says neither who they are nor why they came. */
@Entity
@Table(name = "ticket")
public class Ticket {

    @Id private UUID id;

    @Column(name = "desk_id")
    private UUID deskId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private Letter letter;

    private int number;

    @Enumerated(EnumType.STRING)
    private Contact.@Nullable Topic topic;

    private String language;

    @Enumerated(EnumType.STRING)
    private TicketStatus status;

    private @Nullable Integer counter;

    @Column(name = "for_operator_id")
    private @Nullable UUID forOperatorId;

    @Version private int version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "ticket_id", insertable = false, updatable = false)
    private List<TicketStep> steps = new ArrayList<>();

    protected Ticket() {}

    /**
     * @param number the next of this letter at this desk today
     */
    public Ticket(
            UUID deskId,
            Letter letter,
            int number,
            Contact.@Nullable Topic topic,
            String language,
            Actor by,
            Instant at) {
        this.id = Ids.next();
        this.deskId = deskId;
        this.organisationId = by.organisationId();
        this.day = Rome.day(at);
        this.letter = letter;
        this.number = number;
        this.topic = topic;
        this.language = language;
        this.status = TicketStatus.WAITING;
        steps.add(new TicketStep(id, "GIVE", status, by, at, null));
    }

    /** To a counter, whose number the display shows. */
    public void call(int to, Actor by, Instant at) {
        move(TicketMove.CALL, by, at, null);
        counter = to;
        forOperatorId = null;
    }

    /** Who speaks the language goes on: they see it at once, with what is known. */
    public void handOver(UUID colleague, Actor by, Instant at) {
        move(TicketMove.HAND_OVER, by, at, colleague);
        forOperatorId = colleague;
        counter = null;
    }

    public void finish(Actor by, Instant at) {
        move(TicketMove.FINISH, by, at, null);
    }

    public void leave(Actor by, Instant at) {
        move(TicketMove.LEAVE, by, at, null);
    }

    private void move(TicketMove move, Actor by, Instant at, @Nullable UUID to) {
        status = move.rule().apply(this, status, by, null);
        steps.add(new TicketStep(id, move.name(), status, by, at, to));
    }

    public UUID id() {
        return id;
    }

    public UUID deskId() {
        return deskId;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public String language() {
        return language;
    }

    /** As it is called. */
    public String number() {
        return letter.name() + number;
    }

    /** What the number begins with: whether they were expected, and nothing about the reason. */
    public enum Letter {
        /** Without an appointment. */
        A,
        /** With one. */
        P
    }
}
