package it.percorsi.casefile;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a person was, when somebody asked after their case was closed. Appended, never edited. */
@Entity
@Table(name = "follow_up")
public class FollowUp {

    @Id private UUID id;

    @Column(name = "case_file_id")
    private UUID caseFileId;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "heard_on")
    private LocalDate heardOn;

    @Enumerated(EnumType.STRING)
    private Situation situation;

    private @Nullable Boolean assisted;

    private Instant at;

    @Column(name = "operator_id")
    private UUID operatorId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    protected FollowUp() {}

    FollowUp(CaseFile file, Found found, Actor by, Instant at) {
        this.id = Ids.next();
        this.caseFileId = file.id();
        this.personId = file.personId();
        this.heardOn = found.on();
        this.situation = found.situation();
        this.assisted = found.assisted();
        this.at = at;
        this.operatorId = by.operatorId();
        this.organisationId = by.organisationId();
    }

    /** How a person is. */
    public enum Situation {
        WORK,
        INTERNSHIP,
        TRAINING,
        SEEKING_WORK,
        NOT_SEEKING,
        OTHER_SERVICE,
        MOVED_AWAY,
        NOT_REACHED,
        DIED,
        OTHER
    }

    /**
     * What somebody heard.
     *
     * @param assisted whether the social services help the person again; null where nobody knows
     * @param words what there is to add, or null
     * @param next when to ask again, or null; never of who died
     */
    public record Found(
            LocalDate on,
            Situation situation,
            @Nullable Boolean assisted,
            @Nullable String words,
            @Nullable LocalDate next) {

        public Found {
            next = situation == Situation.DIED ? null : next;
        }
    }
}
