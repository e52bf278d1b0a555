package it.percorsi.plan;

import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What a body gives towards an objective: an instrument, its hours, and who pays for it. */
@Entity
@Table(name = "support")
public class Support {

    @Id private UUID id;

    @Column(name = "objective_id")
    private UUID objectiveId;

    @Column(name = "plan_id")
    private UUID planId;

    @Column(name = "person_id")
    private UUID personId;

    private String instrument;
    private int minutes;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "funding_source")
    private String fundingSource;

    protected Support() {}

    Support(
            UUID objectiveId,
            UUID planId,
            UUID personId,
            String instrument,
            int minutes,
            UUID organisationId,
            String fundingSource) {
        this.id = Ids.next();
        this.objectiveId = objectiveId;
        this.planId = planId;
        this.personId = personId;
        this.instrument = instrument;
        this.minutes = minutes;
        this.organisationId = organisationId;
        this.fundingSource = fundingSource;
    }

    public UUID id() {
        return id;
    }
}
