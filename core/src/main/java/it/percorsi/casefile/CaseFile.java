package it.percorsi.casefile;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rome;
import it.percorsi.pathway.Step;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The file of a person across the network: at most one is open. */
@Entity
@Table(name = "case_file")
public class CaseFile {

    @Id private UUID id;

    @Column(name = "person_id", updatable = false)
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

    @Column(name = "suspended_until")
    private @Nullable LocalDate suspendedUntil;

    @Embedded private @Nullable Ending ending;

    @Version private int version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "case_file_id", insertable = false, updatable = false)
    private List<TeamMember> team = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "subject_id", insertable = false, updatable = false)
    private List<Step> steps = new ArrayList<>();

    @Transient private Occasion occasion = new Occasion();

    protected CaseFile() {}

    /** Opens it at the first level, led by the actor's organisation. */
    public CaseFile(UUID personId, Actor by, Instant at) {
        this.id = Ids.next();
        this.personId = personId;
        this.organisationId = by.organisationId();
        this.status = CaseFileStatus.FIRST_LEVEL;
        this.openedAt = at;
        sign(Opening.OPEN, null, by, at);
    }

    /**
     * Entrusts the case to a team: who belongs to another body is invited, and answers.
     *
     * @param seats the team, the case manager among them
     * @param entrance the accepted referral or the desk's written decision it rests on
     */
    public void takeInCare(
            List<TeamMember.Seat> seats, UUID manager, String entrance, Actor by, Instant at) {
        occasion = Occasion.entering(entrance);
        seats.forEach(seat -> team.add(new TeamMember(this, seat, by, at)));
        caseManagerId = manager;
        teamKind =
                team.stream().map(TeamMember::organisationId).distinct().count() > 1
                        ? TeamKind.BETWEEN_BODIES
                        : TeamKind.WITHIN_BODY;
        make(CaseFileMove.TAKE_IN_CARE, by, at, entrance);
    }

    /**
     * @param until when to look again
     */
    public void suspend(LocalDate until, Actor by, Instant at, String why) {
        occasion = Occasion.resting(until, at);
        make(CaseFileMove.SUSPEND, by, at, why);
        suspendedUntil = until;
    }

    public void resume(Actor by, Instant at) {
        make(CaseFileMove.RESUME, by, at, null);
        suspendedUntil = null;
    }

    public void close(Closing how, LooseEnds ends, Actor by, Instant at) {
        occasion = Occasion.closing(how, ends, at);
        make(CaseFileMove.CLOSE, by, at, how.told());
        ending = new Ending(how, Rome.day(at));
        suspendedUntil = null;
        team.forEach(member -> member.leave(at, null));
    }

    /**
     * Somebody heard how the person is, after the case was closed. What they tell belongs to the
     * social part.
     *
     * @param dead whether it was heard before that the person died
     */
    public FollowUp followUp(FollowUp.Found found, boolean dead, Actor by, Instant at) {
        occasion = Occasion.hearing(found, ending, dead, by, at);
        make(CaseFileMove.FOLLOW_UP, by, at, found.words());
        Objects.requireNonNull(ending).followUp(found.next());
        return new FollowUp(this, found, by, at);
    }

    /** At the first level again: whoever follows it from now on takes it in care anew. */
    public void reopen(Actor by, Instant at, String why) {
        make(CaseFileMove.REOPEN, by, at, why);
        ending = null;
        caseManagerId = null;
        teamKind = null;
    }

    /** What stands in the way of closing it, beside what the form will say. */
    List<String> obstaclesToClosing(LooseEnds ends, Actor by) {
        occasion = Occasion.around(ends);
        return CaseFileMove.CLOSE.rule().obstacles(this, status, by);
    }

    boolean isLedBy(Actor actor) {
        return CaseFileParty.LEAD.includes(this, actor);
    }

    boolean isManagedBy(Actor actor) {
        return CaseFileParty.CASE_MANAGER.includes(this, actor);
    }

    /** Somebody else of the body answers for it; whoever did leaves the team. */
    void entrust(TeamMember.Seat seat, Actor by, Instant at, String note) {
        team.stream()
                .filter(member -> member.operatorId().equals(caseManagerId))
                .forEach(member -> member.leave(at, null));
        if (team.stream().noneMatch(m -> m.joined() && m.operatorId().equals(seat.operatorId()))) {
            team.add(new TeamMember(this, seat, by, at));
        }
        caseManagerId = seat.operatorId();
        sign(Opening.ENTRUST, note, by, at);
    }

    private void make(CaseFileMove move, Actor by, Instant at, @Nullable String note) {
        status = move.rule().apply(this, status, by, note);
        sign(move, note, by, at);
    }

    private void sign(Enum<?> move, @Nullable String note, Actor by, Instant at) {
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

    Occasion occasion() {
        return occasion;
    }

    boolean hasTeamWithManager() {
        return caseManagerId != null
                && team.stream()
                        .filter(TeamMember::joined)
                        .anyMatch(member -> member.operatorId().equals(caseManagerId));
    }

    boolean isOfWhoLives() {
        return !occasion.isOfTheDead() && (ending == null || !ending.died());
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
        OPEN,
        ENTRUST
    }
}
