package it.percorsi.referral;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.pathway.AnswerClock;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Move;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.Rome;
import it.percorsi.pathway.Step;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A segnalazione: a service asks a panel to take a person in charge. */
@Entity
@Table(name = "referral")
public class Referral {

    @Id private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "panel_id", updatable = false)
    private Panel panel;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "referrer_id")
    private UUID referrerId;

    @Embedded private Content content;

    @Enumerated(EnumType.STRING)
    private ReferralStatus status;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Embedded private @Nullable AnswerClock clock;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "sitting_id")
    private @Nullable Sitting sitting;

    @Embedded private @Nullable Outcome outcome;

    @Column(name = "follows_id", updatable = false)
    private @Nullable UUID followsId;

    /** When a move is asked for: rules read no clock. */
    @Transient private Instant asked = Instant.EPOCH;

    /** The members who take no part in it, when a decision is asked for. */
    @Transient private Set<UUID> apart = Set.of();

    /** Whether the minutes of the sitting before are closed, when another is asked for. */
    @Transient boolean minuted = true;

    /** The sitting it is asked to be brought before. */
    @Transient private @Nullable Sitting next;

    @Version private int version;

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "subject_id", insertable = false, updatable = false)
    private List<Step> steps = new ArrayList<>();

    protected Referral() {}

    /**
     * @param follows one that came to nothing, which this one sends again; null if it is the first
     */
    public Referral(UUID personId, Panel panel, Content content, @Nullable UUID follows, Actor by) {
        this.id = Ids.next();
        this.personId = personId;
        this.panel = panel;
        this.organisationId = by.organisationId();
        this.referrerId = by.operatorId();
        this.content = content;
        this.followsId = follows;
        this.status = ReferralStatus.DRAFT;
    }

    /** Sends it, and starts the panel's clock. */
    public void submit(Actor by, Instant at, int daysToAnswer) {
        submittedAt = at;
        clock = AnswerClock.started(at, daysToAnswer);
        make(ReferralMove.SUBMIT, by, at, null);
    }

    public void examine(Actor by, Instant at) {
        make(ReferralMove.EXAMINE, by, at, null);
    }

    /** The panel needs to know more; its clock stands still until it is told. */
    public void askIntegration(Actor by, Instant at, String what) {
        make(ReferralMove.ASK_INTEGRATION, by, at, what);
        clock = Objects.requireNonNull(clock).paused(at);
    }

    /** What was asked for; the panel has as many days more as it waited. */
    public void integrate(Actor by, Instant at, String answer) {
        make(ReferralMove.INTEGRATE, by, at, answer);
        clock = Objects.requireNonNull(clock).resumed(at);
    }

    /** Brings it before a sitting, once the minutes are closed of the one that decided it. */
    public void schedule(Sitting forSitting, Actor by, Instant at) {
        minuted = !awaitsMinutes();
        next = forSitting;
        make(ReferralMove.SCHEDULE, by, at, null);
        sitting = forSitting;
    }

    /**
     * What the panel decides in its sitting.
     *
     * @param notTakingPart members with a conflict of interest
     */
    public void decide(Decision decision, Set<UUID> notTakingPart, Actor by, Instant at) {
        mayBeDecided(decision, notTakingPart, by);
        make(decision.move(), by, at, decision.why());
        outcome = new Outcome(decision, at);
    }

    /**
     * @throws MoveRefused naming all that is in the way of this decision
     */
    void mayBeDecided(Decision decision, Set<UUID> notTakingPart, Actor by) {
        apart = Set.copyOf(notTakingPart);
        new Obstacles()
                .tried(decision::check)
                .tried(() -> decision.move().rule().check(this, status, by, decision.why()))
                .refuse();
    }

    /** It was decided wrongly: it is on the agenda again, before the minutes are closed. */
    void takeBack(Actor by, Instant at, String why) {
        make(ReferralMove.TAKE_BACK, by, at, why);
        outcome = null;
    }

    /** The minutes are closed: whoever sent it is told. */
    void tell(Instant at) {
        outcome = Objects.requireNonNull(outcome).told(at);
    }

    /** Whoever sent it has read what was decided. */
    public void acknowledge(Actor by, Instant at) {
        if (!ReferralParty.REFERRER.includes(this, by)) {
            throw new MoveRefused(List.of("move.not-yours.referrer"));
        }
        outcome = Outcome.read(outcome, at);
    }

    public void withdraw(Actor by, Instant at, String why) {
        make(ReferralMove.WITHDRAW, by, at, why);
        clock = clock == null ? null : clock.resumed(at);
    }

    private void make(ReferralMove move, Actor by, Instant at, @Nullable String note) {
        asked = at;
        status = move.rule().apply(this, status, by, note);
        steps.add(new Step(id, personId, "referral", Section.SOCIAL, move, status, by, at, note));
    }

    public List<ReferralMove> movesOpenTo(Actor actor) {
        return Move.open(ReferralMove.values(), this, status, actor);
    }

    /** Whether its last day to be answered is over when a move is asked for. */
    boolean late() {
        return clock != null && clock.daysLeft(Rome.day(asked)) < 0;
    }

    Content content() {
        return content;
    }

    boolean hasPlannedSitting() {
        return next != null && next.isPlannedOf(panel);
    }

    boolean goesElsewhere() {
        return next == null || sitting == null || !sitting.id().equals(next.id());
    }

    /** Whether it was decided in a sitting that is still to be closed. */
    boolean awaitsMinutes() {
        return status.decided() && beforeAnOpenSitting();
    }

    boolean beforeAnOpenSitting() {
        return sitting != null && sitting.status() == SittingStatus.OPEN;
    }

    boolean beforeAQuorum() {
        return sitting != null && sitting.hasQuorumWithout(apart);
    }

    /** Days left to answer: 0 on the last one, negative once late, null while nothing is sent. */
    public @Nullable Integer daysLeft(LocalDate today) {
        return clock == null ? null : clock.daysLeft(today);
    }

    public UUID id() {
        return id;
    }

    public UUID personId() {
        return personId;
    }

    public Panel panel() {
        return panel;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public ReferralStatus status() {
        return status;
    }

    public @Nullable Sitting sitting() {
        return sitting;
    }
}
