package it.percorsi.casefile;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Step;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The request of the body that leads a case that another lead it, and the answer. */
@Entity
@Table(name = "case_transfer")
public class Transfer {

    @Id private UUID id;

    @Column(name = "case_file_id", updatable = false)
    private UUID caseFileId;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Column(name = "to_organisation_id", updatable = false)
    private UUID toOrganisationId;

    @Column(name = "operator_id", updatable = false)
    private UUID operatorId;

    @Column(updatable = false)
    private String reason;

    @Enumerated(EnumType.STRING)
    private TransferStatus status;

    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;

    private @Nullable String answer;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Column(name = "answered_by_id")
    private @Nullable UUID answeredById;

    @Version private int version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "subject_id", insertable = false, updatable = false)
    private List<Step> steps = new ArrayList<>();

    protected Transfer() {}

    Transfer(CaseFile file, UUID to, String reason, Actor by, Instant at) {
        this.id = Ids.next();
        this.caseFileId = file.id();
        this.personId = file.personId();
        this.organisationId = by.organisationId();
        this.toOrganisationId = to;
        this.operatorId = by.operatorId();
        this.reason = reason;
        this.status = TransferStatus.REQUESTED;
        this.askedAt = at;
        sign(Opening.ASK, reason, by, at);
    }

    void make(TransferMove move, @Nullable String why, Actor by, Instant at) {
        status = move.rule().apply(this, status, by, why);
        answer = why;
        answeredAt = at;
        answeredById = by.operatorId();
        sign(move, why, by, at);
    }

    private void sign(Enum<?> move, @Nullable String note, Actor by, Instant at) {
        steps.add(new Step(id, personId, "transfer", Section.IDENTITY, move, status, by, at, note));
    }

    public UUID id() {
        return id;
    }

    UUID caseFileId() {
        return caseFileId;
    }

    UUID personId() {
        return personId;
    }

    UUID organisationId() {
        return organisationId;
    }

    UUID toOrganisationId() {
        return toOrganisationId;
    }

    private enum Opening {
        ASK
    }
}
