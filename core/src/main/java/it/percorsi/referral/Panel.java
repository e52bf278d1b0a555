package it.percorsi.referral;

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
