package it.percorsi.mediation;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A move of a request that was made. No step of a person's: nobody is named in it. */
@Entity
@Table(name = "mediation_step")
public class MediationStep {

    @Id private UUID id;

    @Column(name = "request_id")
    private UUID requestId;

    private String move;
    private String status;
    private Instant at;

    @Column(name = "operator_id")
    private UUID operatorId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    private @Nullable String note;

    protected MediationStep() {}

    MediationStep(
            UUID requestId,
            String move,
            MediationStatus status,
            Actor by,
            Instant at,
            @Nullable String note) {
        this.id = Ids.next();
        this.requestId = requestId;
        this.move = move;
        this.status = status.name();
        this.operatorId = by.operatorId();
        this.organisationId = by.organisationId();
        this.at = at;
        this.note = note;
    }
}
