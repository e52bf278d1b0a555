package it.percorsi.referral;

import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A collegial body that decides referrals. */
@Entity
@Table(name = "panel")
public class Panel {

    @Id private UUID id;
    private String code;

    @Column(name = "organisation_id")
    private UUID organisationId;

    private String name;
    private int quorum;

    protected Panel() {}

    /**
     * @param quorum members who must be present for a decision
     */
    public Panel(String code, UUID organisationId, String name, int quorum) {
        this.id = Ids.next();
        this.code = code;
        this.organisationId = organisationId;
        this.name = name;
        this.quorum = quorum;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public UUID organisationId() {
        return organisationId;
    }

    /** Members who must be present for a decision. */
    public int quorum() {
        return quorum;
    }
}
