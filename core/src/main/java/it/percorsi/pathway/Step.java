package it.percorsi.pathway;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A move that was made: who, for whom, when and why. Appended, never edited. */
@Entity
@Table(name = "step")
public class Step {

    @Id private UUID id;

    @Column(name = "subject_id")
    private UUID subjectId;

    @Column(name = "person_id")
    private UUID personId;

    private String feature;
    private String section;
    private String move;
    private String status;
    private Instant at;

    @Column(name = "operator_id")
    private UUID operatorId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    private @Nullable String note;

    protected Step() {}

    /**
     * @param feature names the pathway, such as {@code referral}
     * @param section the section of the person's file a reader must be granted
     * @param status the status after the move
     */
    public Step(
            UUID subjectId,
            UUID personId,
            String feature,
            Enum<?> section,
            Enum<?> move,
            Enum<?> status,
            Mover by,
            Instant at,
            @Nullable String note) {
        this.id = Ids.next();
        this.subjectId = subjectId;
        this.personId = personId;
        this.feature = feature;
        this.section = section.name();
        this.move = move.name();
        this.status = status.name();
        this.operatorId = by.operatorId();
        this.organisationId = by.organisationId();
        this.at = at;
        this.note = note;
    }

    public UUID personId() {
        return personId;
    }

    public String move() {
        return move;
    }

    public String status() {
        return status;
    }

    public Instant at() {
        return at;
    }

    public UUID operatorId() {
        return operatorId;
    }

    public @Nullable String note() {
        return note;
    }
}
