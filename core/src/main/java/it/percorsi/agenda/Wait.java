package it.percorsi.agenda;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Rome;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody waits for a time of a service. It carries what their appointment will carry. */
@Entity
@Table(name = "wait")
public class Wait {

    @Id private UUID id;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(name = "person_name", updatable = false)
    private String personName;

    @Column(updatable = false)
    private String language;

    @Column(name = "service_id", updatable = false)
    private UUID serviceId;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Appointment.Reason reason;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Mediation mediation;

    @Column(name = "not_before", updatable = false)
    private LocalDate notBefore;

    @Column(name = "not_after", updatable = false)
    private LocalDate notAfter;

    @Column(updatable = false)
    private String weekdays;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Wishes.Half half;

    /** The one they have already, where they want an earlier time. */
    @Column(name = "appointment_id", updatable = false)
    private @Nullable UUID appointmentId;

    @Column(name = "put_by_id", updatable = false)
    private UUID putById;

    @Column(updatable = false)
    private Instant since;

    /** The times they did not take: they are not offered again. */
    @Column(name = "turned_down")
    private List<Instant> turnedDown = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    private WaitStatus status;

    @Column(name = "offered_from")
    private @Nullable Instant offeredFrom;

    @Column(name = "offered_until")
    private @Nullable Instant offeredUntil;

    /** When a move is asked for: rules read no clock. */
    @Transient private Instant asked = Instant.EPOCH;

    @Version private int version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "subject_id", insertable = false, updatable = false)
    private List<Step> steps = new ArrayList<>();

    protected Wait() {}

    /**
     * @param appointment the one they have, or null
     */
    public Wait(
            Person person,
            Timetable.Bookable service,
            Wishes wishes,
            Appointment.Reason reason,
            @Nullable UUID appointment,
            Actor by,
            Instant at) {
        this.id = Ids.next();
        this.personId = person.id();
        this.personName = person.name();
        this.language = person.language();
        this.serviceId = service.id();
        this.organisationId = service.organisationId();
        this.reason = reason;
        this.mediation = wishes.mediation();
        this.notBefore = wishes.notBefore();
        this.notAfter = wishes.notAfter();
        this.weekdays = wishes.weekdays();
        this.half = wishes.half();
        this.appointmentId = appointment;
        this.putById = by.organisationId();
        this.since = at;
        this.status = WaitStatus.WAITING;
    }

    /** What time alone has ended is ended, signed by whoever finds it. */
    void catchUp(Actor by, Instant at) {
        asked = at;
        if (over() && open()) {
            make(WaitMove.EXPIRE, by, at, null);
        } else if (lapsed()) {
            make(WaitMove.LAPSE, by, at, null);
        }
    }

    /** A time is kept for them until they say yes or no. */
    void offer(Slot slot, Instant until, Actor by, Instant at) {
        catchUp(by, at);
        make(WaitMove.OFFER, by, at, null);
        offeredFrom = slot.from();
        offeredUntil = until;
    }

    void make(WaitMove move, Actor by, Instant at, @Nullable String note) {
        asked = at;
        WaitStatus next = move.rule().apply(this, status, by, note);
        if (move == WaitMove.DECLINE || move == WaitMove.LAPSE) {
            turnedDown =
                    Stream.concat(turnedDown.stream(), Stream.ofNullable(offeredFrom)).toList();
        }
        offeredFrom = null;
        offeredUntil = null;
        status = next;
        steps.add(new Step(id, personId, "waiting", Section.AGENDA, move, status, by, at, note));
    }

    private boolean open() {
        return status == WaitStatus.WAITING || status == WaitStatus.OFFERED;
    }

    /** Whether nobody said yes in time. */
    boolean lapsed() {
        return offeredUntil != null && !offeredUntil.isAfter(asked);
    }

    /** Whether the last day that suited is past. */
    boolean over() {
        return Rome.day(asked).isAfter(notAfter);
    }

    public UUID id() {
        return id;
    }

    public UUID personId() {
        return personId;
    }

    String personName() {
        return personName;
    }

    String language() {
        return language;
    }

    UUID serviceId() {
        return serviceId;
    }

    UUID organisationId() {
        return organisationId;
    }

    Appointment.Reason reason() {
        return reason;
    }

    Mediation mediation() {
        return mediation;
    }

    @Nullable UUID appointmentId() {
        return appointmentId;
    }

    UUID putById() {
        return putById;
    }

    WaitStatus status() {
        return status;
    }
}
