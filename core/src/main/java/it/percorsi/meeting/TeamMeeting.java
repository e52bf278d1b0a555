package it.percorsi.meeting;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting, led by who opens it. */
@Entity
@Table(name = "team_meeting")
public class TeamMeeting {

    @Id private UUID id;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Column(name = "operator_id", updatable = false)
    private UUID operatorId;

    @Column(name = "held_at", updatable = false)
    private Instant heldAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    /** Who was there and is of no team. */
    private String others = "";

    @Version private int version;

    protected TeamMeeting() {}

    TeamMeeting(Actor by, Instant at) {
        this.id = Ids.next();
        this.organisationId = by.organisationId();
        this.operatorId = by.operatorId();
        this.heldAt = at;
    }

    void close(Actor by, Instant at) {
        mayBeWritten(by);
        closedAt = at;
    }

    void attendedAlsoBy(String names) {
        others = names;
    }

    String others() {
        return others;
    }

    void mayBeWritten(Actor by) {
        if (!isWrittenBy(by)) {
            throw new MoveRefused(List.of("meeting.not-written"));
        }
    }

    boolean isWrittenBy(Actor by) {
        return closedAt == null && operatorId.equals(by.operatorId());
    }

    public UUID id() {
        return id;
    }
}
