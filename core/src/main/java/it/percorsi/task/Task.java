package it.percorsi.task;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Mover;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something an operator, or a whole body, must do by a day. */
@Entity
@Table(name = "task")
public class Task {

    @Id private UUID id;

    @Column(name = "person_id", updatable = false)
    private @Nullable UUID personId;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Column(name = "owner_id")
    private @Nullable UUID ownerId;

    @Column(updatable = false)
    private String what;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Section section;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private TaskStatus status;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private TaskOrigin.Kind origin;

    @Column(name = "origin_id", updatable = false)
    private @Nullable UUID originId;

    @Column(name = "subject_id", updatable = false)
    private @Nullable UUID subjectId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private @Nullable Ask ask;

    @Column(name = "asked_by_id", updatable = false)
    private UUID askedById;

    @Column(name = "asked_for_id", updatable = false)
    private UUID askedForId;

    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @Column(name = "settled_by_id")
    private @Nullable UUID settledById;

    private @Nullable String why;

    @Version private int version;

    protected Task() {}

    /**
     * @param personId whom it is about, or null for nobody
     * @param section what a colleague must be granted to read it; whoever owes it reads it anyway
     */
    Task(
            @Nullable UUID personId,
            Section section,
            TaskOrigin origin,
            TaskLine line,
            Actor by,
            Instant at) {
        this.id = Ids.next();
        this.personId = personId;
        this.section = section;
        this.organisationId = line.owner().organisationId();
        this.ownerId = line.owner().operatorId();
        this.what = line.what();
        this.dueOn = line.due();
        this.status = TaskStatus.OPEN;
        this.origin = origin.kind();
        this.originId = origin.id();
        this.askedById = by.operatorId();
        this.askedForId = by.organisationId();
        this.askedAt = at;
    }

    /** Asked by the decision of a panel on a referral. */
    Task(Tasks.Decided decided, UUID sitting, Actor by, Instant at) {
        this(
                decided.personId(),
                Section.SOCIAL,
                new TaskOrigin(TaskOrigin.Kind.SITTING, sitting),
                decided.line(),
                by,
                at);
        this.subjectId = decided.referralId();
        this.ask = decided.ask();
    }

    void make(TaskMove move, @Nullable String note, Actor by, Instant at) {
        status = move.rule().apply(this, status, by, note);
        settledAt = status.open() ? null : at;
        settledById = status.open() ? null : by.operatorId();
        why = status == TaskStatus.DROPPED ? note : null;
    }

    boolean concerns(Mover mover) {
        return mover.organisationId().equals(organisationId)
                || mover.operatorId().equals(askedById)
                || personId != null && mover.organisationId().equals(askedForId);
    }

    UUID id() {
        return id;
    }

    @Nullable UUID personId() {
        return personId;
    }
}
