package it.percorsi.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operator let themselves into one file, for an hour at the most. It is made where the evidence
 * is ({@link Emergencies#ask}), and keeps its review.
 */
@Entity
@Table(name = "emergency_access")
public class EmergencyAccess {

    /** Without a review for this long, the operator asks in vain. */
    public static final int DAYS_TO_REVIEW = 7;

    @Id private UUID id;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(name = "operator_id", updatable = false)
    private UUID operatorId;

    @Enumerated(EnumType.STRING)
    private EmergencyStatus status;

    private @Nullable String review;

    @Column(name = "reviewed_at")
    private @Nullable Instant reviewedAt;

    @Column(name = "reviewer_id")
    private @Nullable UUID reviewerId;

    @Version private int version;

    protected EmergencyAccess() {}

    /** As it is asked for. */
    EmergencyAccess(UUID id, UUID personId, UUID operatorId) {
        this.id = id;
        this.personId = personId;
        this.operatorId = operatorId;
        this.status = EmergencyStatus.UNREVIEWED;
    }

    public void justify(Actor by, Instant at, String why) {
        make(EmergencyMove.JUSTIFY, by, at, why);
    }

    public void contest(Actor by, Instant at, String why) {
        make(EmergencyMove.CONTEST, by, at, why);
    }

    private void make(EmergencyMove move, Actor by, Instant at, String why) {
        status = move.rule().apply(this, status, by, why);
        review = why;
        reviewedAt = at;
        reviewerId = by.operatorId();
    }

    public UUID personId() {
        return personId;
    }

    public UUID operatorId() {
        return operatorId;
    }

    public EmergencyStatus status() {
        return status;
    }

    /** Why somebody may let themselves in: there is no other reason. */
    public enum Cause {
        LIFE,
        VIOLENCE,
        CHILD,
        SHELTER,
        AUTHORITY
    }
}
