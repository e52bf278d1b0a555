package it.percorsi.plan;

import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a body gives towards an objective: an instrument, its hours, and who pays for it. */
@Entity
@Table(name = "support")
public class Support {

    @Id private UUID id;

    @Column(name = "objective_id")
    private UUID objectiveId;

    @Column(name = "plan_id", updatable = false)
    private UUID planId;

    @Column(name = "person_id")
    private UUID personId;

    private String instrument;
    private int minutes;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "funding_source")
    private String fundingSource;

    @Column(name = "from_edition")
    private int fromEdition;

    @Column(name = "until_edition")
    private @Nullable Integer untilEdition;

    protected Support() {}

    Support(Plan plan, UUID objectiveId, Terms terms, int edition) {
        this.id = Ids.next();
        this.objectiveId = objectiveId;
        this.planId = plan.id();
        this.personId = plan.personId();
        this.instrument = terms.instrument();
        this.minutes = terms.hours() * 60;
        this.organisationId = terms.provider();
        this.fundingSource = terms.fundingSource();
        this.fromEdition = edition;
    }

    void leaveOut(int lastEdition) {
        untilEdition = lastEdition;
    }

    boolean current() {
        return untilEdition == null;
    }

    boolean isFor(Objective objective) {
        return objectiveId.equals(objective.id());
    }

    public UUID id() {
        return id;
    }

    /**
     * @param hours how many the support should take
     * @param fundingSource who pays it: not always the programme that pays the path
     */
    public record Terms(String instrument, int hours, UUID provider, String fundingSource) {}
}
