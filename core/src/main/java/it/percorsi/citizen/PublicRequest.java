package it.percorsi.citizen;

import it.percorsi.access.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A time somebody without an account asked for. It is made by {@code send_request}. */
@Entity
@Table(name = "public_request")
public class PublicRequest {

    @Id private UUID id;

    @Column(name = "service_id", updatable = false)
    private UUID serviceId;

    @Column(name = "answering_id", updatable = false)
    private UUID answeringId;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    private RequestStatus status;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "ended_by")
    private @Nullable UUID endedBy;

    private @Nullable String reason;

    /** When a move is asked for: rules read no clock. */
    @Transient private Instant asked = Instant.MIN;

    @Version private int version;

    protected PublicRequest() {}

    void confirm(Actor by, Instant at) {
        make(RequestMove.CONFIRM, by, at, null);
    }

    void refuse(Actor by, Instant at, String why) {
        make(RequestMove.REFUSE, by, at, why);
    }

    private void make(RequestMove move, Actor by, Instant at, @Nullable String why) {
        asked = at;
        status = move.rule().apply(this, status, by, why);
        endedAt = at;
        endedBy = by.operatorId();
        reason = why;
    }

    boolean inTime() {
        return asked.isBefore(expiresAt);
    }

    public UUID id() {
        return id;
    }

    public UUID serviceId() {
        return serviceId;
    }

    /** The body that answers. */
    public UUID answeringId() {
        return answeringId;
    }
}
