package it.percorsi.casefile;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.Rome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An operator of some body in the team of a case, or invited to it. The steps of the place, and
 * what the body sees by it, follow in the database.
 */
@Entity
@Table(name = "team_member")
public class TeamMember {

    @Id private UUID id;

    @Column(name = "case_file_id", updatable = false)
    private UUID caseFileId;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Column(name = "operator_id", updatable = false)
    private UUID operatorId;

    @Column(updatable = false)
    private String function;

    private LocalDate since;
    private @Nullable LocalDate until;

    @Enumerated(EnumType.STRING)
    private MemberStatus status;

    private List<String> sections;

    @Column(name = "asked_by_id", updatable = false)
    private UUID askedById;

    @Column(name = "asked_for_id", updatable = false)
    private UUID askedForId;

    @Column(updatable = false)
    private String words;

    private @Nullable String answer;

    @Column(name = "moved_at")
    private Instant movedAt;

    @Version private int version;

    @Transient private @Nullable CaseFile file;
    @Transient private int owed;

    protected TeamMember() {}

    /** A colleague of the body that leads is in at once; somebody of another is invited. */
    TeamMember(CaseFile file, Seat seat, Actor by, Instant at) {
        this.id = Ids.next();
        this.caseFileId = file.id();
        this.personId = file.personId();
        this.organisationId = seat.organisationId();
        this.operatorId = seat.operatorId();
        this.function = seat.function();
        this.since = Rome.day(at);
        this.status =
                seat.organisationId().equals(file.organisationId())
                        ? MemberStatus.JOINED
                        : MemberStatus.INVITED;
        this.sections = names(seat.sections());
        this.askedById = by.operatorId();
        this.askedForId = by.organisationId();
        this.words = seat.words();
        this.movedAt = at;
    }

    /**
     * @param within the case, or null where it is not yet for the mover to see
     * @param openTasks how many tasks about the person the member still has
     */
    void make(
            MemberMove move,
            @Nullable CaseFile within,
            int openTasks,
            @Nullable String why,
            Actor by,
            Instant at) {
        file = within;
        owed = openTasks;
        status = move.rule().apply(this, status, by, why);
        answer = why;
        movedAt = at;
        if (status.joined()) {
            since = Rome.day(at);
        } else {
            until = Rome.day(at);
        }
    }

    /**
     * From now on the body sees this by the place, and nothing else by it.
     *
     * @param opened what it will see, beside who the person is
     */
    void see(Set<Section> opened, CaseFile within, @Nullable String why, Actor by, Instant at) {
        file = within;
        List<String> seen = names(opened);
        new Obstacles()
                .tried(() -> MemberMove.SEE.rule().check(this, status, by, why))
                .when(seen.equals(sections), "team.sight-as-it-was")
                .refuse();
        sections = seen;
        answer = why;
        movedAt = at;
    }

    private static List<String> names(Set<Section> sections) {
        return sections.stream().map(Enum::name).sorted().toList();
    }

    /** Leaves because the case ends, or because somebody else takes the place. */
    void leave(Instant at, @Nullable String why) {
        if (until == null) {
            status = status.joined() ? MemberStatus.LEFT : MemberStatus.WITHDRAWN;
            until = Rome.day(at);
            movedAt = at;
            answer = why;
        }
    }

    boolean isNotManager() {
        return file == null || !operatorId.equals(file.caseManagerId());
    }

    boolean owesNothing() {
        return owed == 0;
    }

    boolean isOfAnotherBody() {
        return !isLedBy(organisationId);
    }

    boolean isManagedBy(Mover mover) {
        return file != null && CaseFileParty.CASE_MANAGER.includes(file, mover);
    }

    boolean isLedBy(UUID organisation) {
        return file != null && file.organisationId().equals(organisation);
    }

    boolean joined() {
        return status.joined();
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

    String function() {
        return function;
    }

    UUID operatorId() {
        return operatorId;
    }

    /**
     * A place in a team.
     *
     * @param function what the operator does in it, such as their role
     * @param sections what the body will see by it
     * @param words to whoever is invited, who does not yet know of whom
     */
    public record Seat(
            UUID operatorId,
            UUID organisationId,
            String function,
            Set<Section> sections,
            String words) {}
}
