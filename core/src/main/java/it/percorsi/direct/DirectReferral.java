package it.percorsi.direct;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Move;
import it.percorsi.pathway.Step;
import it.percorsi.person.Person;
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

    @Enumerated(EnumType.STRING)
    private DirectStatus status;

    @Column(name = "sent_at", updatable = false)
    private Instant sentAt;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

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
            LocalDate answerBy,
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
        this.status = DirectStatus.SENT;
        this.sentAt = at;
        this.dueOn = answerBy;
        sign(Opening.SEND, by, at, asked.what());
    }

    /**
     * @param askAgainOn the day to ask again, where it goes on
     */
    void make(DirectMove move, Actor by, Instant at, @Nullable String note, LocalDate askAgainOn) {
        status = move.rule().apply(this, status, by, note);
        dueOn = status.open() ? askAgainOn : null;
        sign(move, by, at, note);
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
     */
    public record Asked(
            @Nullable UUID receiver, @Nullable String receiverName, Service service, String what) {}

    private enum Opening {
        SEND
    }
}
