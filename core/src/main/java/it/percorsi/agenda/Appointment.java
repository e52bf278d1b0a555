package it.percorsi.agenda;

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
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is expected. It carries the little the receiving body needs: name, language, reason
 * code.
 */
@Entity
@Table(name = "appointment")
public class Appointment {

    @Id private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "person_name")
    private String personName;

    private String language;

    @Column(name = "service_id")
    private UUID serviceId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    @Enumerated(EnumType.STRING)
    private Mediation mediation;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Enumerated(EnumType.STRING)
    private AppointmentStatus status;

    @Column(name = "booked_by_id")
    private UUID bookedById;

    /** How many times it was moved. */
    private int turn;

    /** When a move is asked for: rules read no clock. */
    @Transient private Instant asked = Instant.MIN;

    @Version private int version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "subject_id", insertable = false, updatable = false)
    private List<Step> steps = new ArrayList<>();

    protected Appointment() {}

    /**
     * @param provider the body that receives the person
     */
    public Appointment(
            Person person,
            UUID serviceId,
            UUID provider,
            Slot slot,
            Reason reason,
            Mediation mediation,
            Actor by,
            Instant at) {
        this.id = Ids.next();
        this.personId = person.id();
        this.personName = person.name();
        this.language = person.language();
        this.serviceId = serviceId;
        this.organisationId = provider;
        this.reason = reason;
        this.mediation = mediation;
        this.startsAt = slot.from();
        this.endsAt = slot.to();
        this.status = AppointmentStatus.BOOKED;
        this.bookedById = by.organisationId();
        steps.add(
                new Step(
                        id,
                        personId,
                        "appointment",
                        Section.AGENDA,
                        Opening.BOOK,
                        status,
                        by,
                        at,
                        null));
    }

    /**
     * What somebody waited for: it keeps the identifier, so that who saw the one sees the other.
     */
    Appointment(Wait wait, Slot slot) {
        this.id = wait.id();
        this.personId = wait.personId();
        this.personName = wait.personName();
        this.language = wait.language();
        this.serviceId = wait.serviceId();
        this.organisationId = wait.organisationId();
        this.reason = wait.reason();
        this.mediation = FreeTimes.mediation(language, slot, wait.mediation());
        this.startsAt = slot.from();
        this.endsAt = slot.to();
        this.status = AppointmentStatus.BOOKED;
        this.bookedById = wait.putById();
    }

    /** Another time for the same meeting; the earlier ones stay written. */
    void moveTo(Slot slot, Mediation how, Actor by, Instant at) {
        make(AppointmentMove.MOVE, by, at, null);
        startsAt = slot.from();
        endsAt = slot.to();
        mediation = how;
        turn++;
    }

    /** Makes a move that is open now, with a reason where the table asks for one. */
    public void make(AppointmentMove move, Actor by, Instant at, @Nullable String note) {
        asked = at;
        status = move.rule().apply(this, status, by, note);
        steps.add(
                new Step(id, personId, "appointment", Section.AGENDA, move, status, by, at, note));
    }

    public List<AppointmentMove> movesOpenTo(Actor actor, Instant at) {
        asked = at;
        return Move.open(AppointmentMove.values(), this, status, actor);
    }

    public UUID id() {
        return id;
    }

    public UUID personId() {
        return personId;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID bookedById() {
        return bookedById;
    }

    /** Whether its time has come when a move is asked for. */
    boolean begun() {
        return !asked.isBefore(startsAt);
    }

    public Instant endsAt() {
        return endsAt;
    }

    public String language() {
        return language;
    }

    public UUID serviceId() {
        return serviceId;
    }

    /** How to do where no mediator is there: as agreed once, or by phone. */
    Mediation unmediated() {
        return mediation == Mediation.WITHOUT ? mediation : Mediation.BY_PHONE;
    }

    public int turn() {
        return turn;
    }

    public AppointmentStatus status() {
        return status;
    }

    /** Why somebody is expected: a code, never a story. */
    public enum Reason {
        WORK,
        STAY,
        HOUSING,
        SCHOOL,
        SOCIAL,
        OTHER
    }

    private enum Opening {
        BOOK
    }
}
