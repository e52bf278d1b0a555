package it.percorsi.programme;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules answered again for somebody who is enrolled or waits. Appended, never edited. */
@Entity
@Table(name = "reassessment")
class Reassessment {

    @Id private UUID id;

    @Column(name = "enrolment_id", updatable = false)
    private UUID enrolmentId;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private EnrolmentMove move;

    private Instant at;

    @Column(name = "operator_id")
    private UUID operatorId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    private String snapshot;
    private @Nullable String reason;

    protected Reassessment() {}

    Reassessment(
            UUID enrolmentId,
            UUID personId,
            EnrolmentMove move,
            Eligibility judged,
            @Nullable String reason,
            Actor by,
            Instant at) {
        this.id = Ids.next();
        this.enrolmentId = enrolmentId;
        this.personId = personId;
        this.move = move;
        this.at = at;
        this.operatorId = by.operatorId();
        this.organisationId = by.organisationId();
        this.snapshot = judged.snapshot();
        this.reason = reason;
    }
}
