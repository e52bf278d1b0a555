package it.percorsi.access;

import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an organisation sees of a person, on what basis, from when to when, given by whom. */
@Entity
@Table(name = "access_grant")
public class Grant {

    @Id private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private Basis basis;

    private List<String> roles;
    private List<String> sections;
    private String reason;

    @Column(name = "subject_id")
    private @Nullable UUID subjectId;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "valid_until")
    private @Nullable Instant validUntil;

    @Column(name = "given_by")
    private UUID givenBy;

    @Column(name = "given_by_organisation_id")
    private UUID givenByOrganisationId;

    protected Grant() {}

    /**
     * @param subject what the grant comes from (a referral, a team ...), so that it can end with it
     * @param until null while nothing ends it
     */
    public Grant(
            UUID personId,
            UUID organisationId,
            Basis basis,
            String reason,
            @Nullable UUID subject,
            Actor by,
            Instant at,
            @Nullable Instant until) {
        this.id = Ids.next();
        this.personId = personId;
        this.organisationId = organisationId;
        this.basis = basis;
        this.roles = basis.roles().stream().map(Enum::name).sorted().toList();
        this.sections = basis.sections().stream().map(Enum::name).sorted().toList();
        this.reason = reason;
        this.subjectId = subject;
        this.validFrom = at;
        this.validUntil = until;
        this.givenBy = by.operatorId();
        this.givenByOrganisationId = by.organisationId();
    }

    public UUID personId() {
        return personId;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public Basis basis() {
        return basis;
    }

    public List<String> sections() {
        return List.copyOf(sections);
    }

    public UUID givenByOrganisationId() {
        return givenByOrganisationId;
    }
}
