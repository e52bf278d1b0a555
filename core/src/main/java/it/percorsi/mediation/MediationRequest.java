package it.percorsi.mediation;

import it.percorsi.access.Actor;
import it.percorsi.agenda.Mediation;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rome;
import it.percorsi.reception.Contact;
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
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mediator asked of another body for a time and a place. It does not say for whom. */
@Entity
@Table(name = "mediation_request")
public class MediationRequest {

    @Id private UUID id;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Column(name = "operator_id", updatable = false)
    private UUID operatorId;

    @Column(name = "provider_id", updatable = false)
    private UUID providerId;

    @Column(name = "programme_id", updatable = false)
    private UUID programmeId;

    @Column(name = "appointment_id", updatable = false)
    private @Nullable UUID appointmentId;

    @Column(updatable = false)
    private String language;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Contact.Topic topic;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Mediation manner;

    @Column(updatable = false)
    private String place;

    @Column(name = "starts_at", updatable = false)
    private Instant startsAt;

    @Column(updatable = false)
    private int minutes;

    @Enumerated(EnumType.STRING)
    private MediationStatus status;

    @Column(name = "mediator_id")
    private @Nullable UUID mediatorId;

    @Column(name = "given_minutes")
    private @Nullable Integer givenMinutes;

    @Version private int version;

    /** When a move is asked for: rules read no clock. */
    @Transient private Instant asked = Instant.MIN;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "request_id", insertable = false, updatable = false)
    private List<MediationStep> steps = new ArrayList<>();

    protected MediationRequest() {}

    MediationRequest(Wanted wanted, Actor by, Instant at) {
        this.id = Ids.next();
        this.organisationId = by.organisationId();
        this.operatorId = by.operatorId();
        this.providerId = wanted.provider();
        this.programmeId = wanted.programme();
        this.appointmentId = wanted.appointment();
        this.language = wanted.language();
        this.topic = wanted.topic();
        this.manner = wanted.manner();
        this.place = wanted.place();
        this.startsAt = Rome.instant(wanted.starts());
        this.minutes = wanted.minutes();
        this.status = MediationStatus.REQUESTED;
        steps.add(new MediationStep(id, "ASK_MEDIATION", status, by, at, null));
    }

    /** With who goes. */
    void accept(UUID mediator, Actor by, Instant at) {
        make(MediationMove.SAY_YES, by, at, null);
        mediatorId = mediator;
    }

    /**
     * @param given in minutes, as they were
     */
    void give(int given, Actor by, Instant at) {
        make(MediationMove.MEDIATE, by, at, null);
        givenMinutes = given;
    }

    void make(MediationMove move, Actor by, Instant at, @Nullable String note) {
        asked = at;
        status = move.rule().apply(this, status, by, note);
        steps.add(new MediationStep(id, move.name(), status, by, at, note));
    }

    List<MediationMove> movesOpenTo(Actor by, Instant at) {
        asked = at;
        return Move.open(MediationMove.values(), this, status, by);
    }

    boolean ahead() {
        return asked.isBefore(startsAt);
    }

    boolean begun() {
        return !ahead();
    }

    public UUID id() {
        return id;
    }

    public UUID organisationId() {
        return organisationId;
    }

    String language() {
        return language;
    }

    public UUID providerId() {
        return providerId;
    }

    /**
     * What is asked for.
     *
     * @param appointment the one it is for; null if it is for none of this agenda
     * @param manner {@link Mediation#IN_PERSON} or {@link Mediation#BY_PHONE}
     * @param place where to go or whom to call, without naming the person
     */
    public record Wanted(
            UUID provider,
            UUID programme,
            @Nullable UUID appointment,
            String language,
            Contact.Topic topic,
            Mediation manner,
            String place,
            LocalDateTime starts,
            int minutes) {}
}
