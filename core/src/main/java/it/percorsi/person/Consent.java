package it.percorsi.person;

import it.percorsi.access.Actor;
import it.percorsi.access.Purpose;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person let one body know, for one purpose, on a text they were given. */
@Entity
@Table(name = "consent")
public class Consent {

    @Id private UUID id;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(name = "to_organisation_id", updatable = false)
    private UUID toOrganisationId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Purpose purpose;

    @Column(name = "notice_version", updatable = false)
    private String noticeVersion;

    @Column(name = "notice_language", updatable = false)
    private String noticeLanguage;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Signature signature;

    @Column(name = "given_at", updatable = false)
    private Instant givenAt;

    @Column(name = "valid_until", updatable = false)
    private @Nullable LocalDate validUntil;

    @Column(name = "operator_id", updatable = false)
    private UUID operatorId;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "withdrawn_by")
    private @Nullable UUID withdrawnBy;

    @Column(name = "withdrawal_note")
    private @Nullable String withdrawalNote;

    @Version private int version;

    protected Consent() {}

    public Consent(UUID personId, Terms terms, Actor by, Instant at) {
        this.id = Ids.next();
        this.personId = personId;
        this.toOrganisationId = terms.to();
        this.purpose = terms.purpose();
        this.noticeVersion = terms.noticeVersion();
        this.noticeLanguage = terms.noticeLanguage();
        this.signature = terms.signature();
        this.givenAt = at;
        this.validUntil = terms.until();
        this.operatorId = by.operatorId();
        this.organisationId = by.organisationId();
    }

    /**
     * From now on it counts no more; it can be given again.
     *
     * @param note how the person asked for it, or null
     */
    public void withdraw(Actor by, Instant at, @Nullable String note) {
        if (withdrawnAt != null) {
            throw new MoveRefused(List.of("consent.already-withdrawn"));
        }
        withdrawnAt = at;
        withdrawnBy = by.operatorId();
        withdrawalNote = note;
    }

    public UUID id() {
        return id;
    }

    public UUID personId() {
        return personId;
    }

    public UUID toOrganisationId() {
        return toOrganisationId;
    }

    public Purpose purpose() {
        return purpose;
    }

    public boolean withdrawn() {
        return withdrawnAt != null;
    }

    /** How the person said yes. */
    public enum Signature {
        PAPER,
        DIGITAL,
        /** Said before the operator, who writes it down. */
        SPOKEN
    }

    /**
     * What is consented to.
     *
     * @param to the one body that may know
     * @param until the first day it no longer counts, or null
     */
    public record Terms(
            UUID to,
            Purpose purpose,
            String noticeVersion,
            String noticeLanguage,
            Signature signature,
            @Nullable LocalDate until) {}
}
