package it.percorsi.access;

import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operator's role in an organisation, from a day to the day it no longer holds. */
@Entity
@Table(name = "membership")
public class Membership {

    @Id private UUID id;

    @Column(name = "operator_id")
    private UUID operatorId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    protected Membership() {}

    public Membership(UUID operatorId, UUID organisationId, Role role, LocalDate from) {
        this.id = Ids.next();
        this.operatorId = operatorId;
        this.organisationId = organisationId;
        this.role = role;
        this.validFrom = from;
    }

    public void end(LocalDate today) {
        validUntil = today.isBefore(validFrom) ? validFrom : today;
    }

    public UUID id() {
        return id;
    }

    public UUID operatorId() {
        return operatorId;
    }
}
