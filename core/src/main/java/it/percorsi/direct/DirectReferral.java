package it.percorsi.direct;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.pathway.AnswerClock;
import it.percorsi.pathway.Grounds;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rome;
import it.percorsi.pathway.Step;
import it.percorsi.person.Person;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person sent to a service, with as much as it needs to receive them. */
@Entity
@Table(name = "direct_referral")
public class DirectReferral {

    /** What the person is sent for. */
    public enum Service {
        ITALIAN_COURSE,
        TRAINING,
        EMPLOYMENT,
        SOCIAL,
        IMMIGRATION,
        HOUSING,
        HEALTH,
        SCHOOL,
        THIRD_SECTOR,
        BUSINESS,
        OTHER
    }

    @Id private UUID id;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(name = "person_name", updatable = false)
    private String personName;

    @Column(updatable = false)
    private @Nullable String phone;

    @Column(updatable = false)
    private String language;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Column(name = "operator_id", updatable = false)
    private UUID operatorId;

    @Column(name = "receiver_id", updatable = false)
    private @Nullable UUID receiverId;

    @Column(name = "receiver_name", updatable = false)
    private @Nullable String receiverName;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Service service;

    @Column(updatable = false)
    private String asked;

    /** Null where it was sent before they were asked for. */
    @Embedded private @Nullable Grounds grounds;

    @Column(name = "follows_id", updatable = false)
    private @Nullable UUID followsId;

    @Enumerated(EnumType.STRING)
    private DirectStatus status;

    @Column(name = "sent_at", updatable = false)
    private Instant sentAt;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Embedded private AnswerClock clock;

    /** When a move is asked for: rules read no clock. */
    @Transient private Instant tried = Instant.EPOCH;

    /** The day to which the service puts off its answer. */
    @Transient private @Nullable LocalDate until;

    @Version private int version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "subject_id", insertable = false, updatable = false)
    private List<Step> steps = new ArrayList<>();

    protected DirectReferral() {}

    /**
     * @param phone null where it is not told
     */
    DirectReferral(
            Person person,
            @Nullable String phone,
            Asked asked,
            int daysToAnswer,
            Actor by,
            Instant at) {
        this.id = Ids.next();
        this.personId = person.id();
        this.personName = person.name();
        this.phone = phone;
        this.language = person.language();
        this.organisationId = by.organisationId();
        this.operatorId = by.operatorId();
        this.receiverId = asked.receiver();
        this.receiverName = asked.receiverName();
        this.service = asked.service();
        this.asked = asked.what();
        this.grounds = asked.grounds();
        this.followsId = asked.follows();
        this.status = DirectStatus.SENT;
        this.sentAt = at;
        this.clock = AnswerClock.started(at, daysToAnswer);
        this.dueOn = clock.by();
        sign(Opening.SEND, by, at, asked.what());
    }

    /**
     * @param askAgainOn the day to ask again, where it goes on
     */
    void make(DirectMove move, Actor by, Instant at, @Nullable String note, LocalDate askAgainOn) {
        tried = at;
        status = move.rule().apply(this, status, by, note);
        clock = status.asksSender() ? clock.paused(at) : clock.resumed(at);
        dueOn = status.unanswered() ? clock.by() : status.open() ? askAgainOn : null;
        sign(move, by, at, note);
    }

    /** The service answers another day: its clock moves to that. */
    void defer(Actor by, Instant at, String why, @Nullable LocalDate day) {
        until = day;
        tried = at;
        status = DirectMove.DEFER.rule().apply(this, status, by, why);
        clock = clock.until(Objects.requireNonNull(day));
        dueOn = day;
        sign(DirectMove.DEFER, by, at, why);
    }

    /** Whether the service said which day it answers, within a year. */
    boolean answersOneDay() {
        LocalDate today = Rome.day(tried);
        return until != null && until.isAfter(today) && !until.isAfter(today.plusYears(1));
    }

    /** Whether its last day is over; who has no account here is told of none. */
    boolean late() {
        return receiverId != null && clock.daysLeft(Rome.day(tried)) < 0;
    }

    private void sign(Enum<?> move, Actor by, Instant at, @Nullable String note) {
        steps.add(new Step(id, personId, "direct", Section.AGENDA, move, status, by, at, note));
    }

    /** Nothing is known yet: there is another day to ask. */
    void askAgain(LocalDate on) {
        dueOn = on;
    }

    List<DirectMove> movesOpenTo(Actor by) {
        return Move.open(DirectMove.values(), this, status, by);
    }

    public UUID id() {
        return id;
    }

    public UUID personId() {
        return personId;
    }

    public @Nullable UUID receiverId() {
        return receiverId;
    }

    public DirectStatus status() {
        return status;
    }

    /**
     * What is asked, of whom.
     *
     * @param receiver a body that answers here, or null
     * @param receiverName who has no account here, or null
     * @param what in a few words, without more than the service needs
     * @param follows one of the same person that came to nothing, or null
     */
    public record Asked(
            @Nullable UUID receiver,
            @Nullable String receiverName,
            Service service,
            String what,
            Grounds grounds,
            @Nullable UUID follows) {}

    private enum Opening {
        SEND
    }
}
