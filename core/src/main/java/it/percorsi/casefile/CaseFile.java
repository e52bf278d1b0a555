package it.percorsi.casefile;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rome;
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
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The file of a person across the network: at most one is open. */
@Entity
@Table(name = "case_file")
public class CaseFile {

    @Id private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private CaseFileStatus status;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "case_manager_id")
    private @Nullable UUID caseManagerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "team_kind")
    private @Nullable TeamKind teamKind;

    @Version private int version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "case_file_id", insertable = false, updatable = false)
    private List<TeamMember> team = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "subject_id", insertable = false, updatable = false)
    private List<Step> steps = new ArrayList<>();

    @Transient private LooseEnds loose = LooseEnds.NONE;
    @Transient private String entrance = "";

    protected CaseFile() {}

    /** Opens it at the first level, led by the actor's organisation. */
    public CaseFile(UUID personId, Actor by, Instant at) {
        this.id = Ids.next();
        this.personId = personId;
        this.organisationId = by.organisationId();
        this.status = CaseFileStatus.FIRST_LEVEL;
        this.openedAt = at;
        steps.add(
                new Step(
                        id,
                        personId,
                        "casefile",
                        Section.IDENTITY,
                        Opening.OPEN,
                        status,
                        by,
                        at,
                        null));
    }

    /**
     * Entrusts the case to a team.
     *
     * @param seats the team, the case manager among them
     * @param entrance the accepted referral or the desk's written decision it rests on
     */
    public void takeInCare(
            List<TeamMember.Seat> seats, UUID manager, String entrance, Actor by, Instant at) {
        this.entrance = entrance;
        seats.forEach(seat -> team.add(new TeamMember(this, seat, Rome.day(at))));
        caseManagerId = manager;
        teamKind =
                team.stream().map(TeamMember::organisationId).distinct().count() > 1
                        ? TeamKind.BETWEEN_BODIES
                        : TeamKind.WITHIN_BODY;
        make(CaseFileMove.TAKE_IN_CARE, by, at, entrance);
    }

    public void suspend(Actor by, Instant at, String why) {
        make(CaseFileMove.SUSPEND, by, at, why);
    }

    public void resume(Actor by, Instant at) {
        make(CaseFileMove.RESUME, by, at, null);
    }

    /**
     * @param outcome how it ended, in words
     */
    public void close(LooseEnds ends, Actor by, Instant at, String outcome) {
        loose = ends;
        make(CaseFileMove.CLOSE, by, at, outcome);
        team.forEach(member -> member.leave(Rome.day(at)));
    }

    private void make(CaseFileMove move, Actor by, Instant at, @Nullable String note) {
        status = move.rule().apply(this, status, by, note);
        steps.add(
                new Step(id, personId, "casefile", section(note, by), move, status, by, at, note));
    }

    /** What was written belongs to the social part, unless whoever wrote it has no part in that. */
    private static Section section(@Nullable String note, Actor by) {
        return note != null && by.maySee(Section.SOCIAL) ? Section.SOCIAL : Section.IDENTITY;
    }

    public List<CaseFileMove> movesOpenTo(Actor actor) {
        return Move.open(CaseFileMove.values(), this, status, actor);
    }

    /** What a page may offer, the things a form still has to supply taken as given. */
    public boolean mayBeTakenInCareBy(Actor actor) {
        return CaseFileMove.TAKE_IN_CARE.rule().from().contains(status)
                && CaseFileMove.TAKE_IN_CARE.rule().by().includes(this, actor);
    }

    boolean statesItsEntrance() {
        return !entrance.isBlank();
    }

    boolean hasTeamWithManager() {
        return caseManagerId != null
                && team.stream().anyMatch(m -> m.operatorId().equals(caseManagerId));
    }

    boolean expectsNobody() {
        return loose.appointments() == 0;
    }

    boolean hasNoPlanRunning() {
        return loose.plans() == 0;
    }

    public UUID id() {
        return id;
    }

    public UUID personId() {
        return personId;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public @Nullable UUID caseManagerId() {
        return caseManagerId;
    }

    public CaseFileStatus status() {
        return status;
    }

    public @Nullable TeamKind teamKind() {
        return teamKind;
    }

    private enum Opening {
        OPEN
    }
}
