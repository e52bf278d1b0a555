package it.percorsi.reception;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A move of a ticket that was made: who and when. No step of a person's: it may be nobody's. */
@Entity
@Table(name = "ticket_step")
public class TicketStep {

    @Id private UUID id;

    @Column(name = "ticket_id")
    private UUID ticketId;

    private String move;
    private String status;
    private Instant at;

    @Column(name = "operator_id")
    private UUID operatorId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "to_operator_id")
    private @Nullable UUID toOperatorId;

    protected TicketStep() {}

    TicketStep(
            UUID ticketId,
            String move,
            TicketStatus status,
            Actor by,
            Instant at,
            @Nullable UUID toOperatorId) {
        this.id = Ids.next();
        this.ticketId = ticketId;
        this.move = move;
        this.status = status.name();
        this.operatorId = by.operatorId();
        this.organisationId = by.organisationId();
        this.at = at;
        this.toOperatorId = toOperatorId;
    }
}
