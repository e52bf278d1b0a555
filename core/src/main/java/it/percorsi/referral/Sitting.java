package it.percorsi.referral;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Move;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.Rome;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A meeting of a panel: who is there, what it decides, and its numbered minutes. */
@Entity
@Table(name = "sitting")
public class Sitting {

    @Id private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "panel_id")
    private Panel panel;

    @Column(name = "planned_for")
    private Instant plannedFor;

    private String place;

    @Enumerated(EnumType.STRING)
    private SittingStatus status;

    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "minutes_number")
    private @Nullable Integer minutesNumber;

    @Column(name = "called_off")
    private @Nullable String calledOff;

    @Version private int version;

    @ElementCollection
    @CollectionTable(name = "attendance", joinColumns = @JoinColumn(name = "sitting_id"))
    private Set<Present> present = new HashSet<>();

    @OneToMany
    @JoinColumn(name = "sitting_id", insertable = false, updatable = false)
    private List<Referral> referrals = new ArrayList<>();

    protected Sitting() {}

    public Sitting(Panel panel, Instant plannedFor, String place) {
        this.id = Ids.next();
        this.panel = panel;
        this.plannedFor = plannedFor;
        this.place = place;
        this.status = SittingStatus.PLANNED;
    }

    /** Opens with these members present. */
    public void open(Set<UUID> members, Actor by, Instant at) {
        openedAt = at;
        present =
                members.stream()
                        .map(m -> new Present(panel.id(), m, null))
                        .collect(Collectors.toSet());
        status = SittingMove.OPEN_IT.rule().apply(this, status, by, null);
    }

    /**
     * Closes, and numbers the minutes.
     *
     * @param number the next of this panel
     */
    public void close(int number, Actor by, Instant at) {
        status = SittingMove.CLOSE_IT.rule().apply(this, status, by, null);
        closedAt = at;
        minutesNumber = number;
    }

    /** Puts it off, or brings it forward, until it is opened. */
    void move(Instant to, String where, Actor by) {
        status = SittingMove.MOVE_IT.rule().apply(this, status, by, null);
        plannedFor = to;
        place = where;
    }

    /** It is not held: its cases were brought to another. */
    void callOff(String why, Actor by) {
        status = SittingMove.CALL_OFF.rule().apply(this, status, by, why);
        calledOff = why.strip();
    }

    public List<String> obstaclesToClosing(Actor actor) {
        return SittingMove.CLOSE_IT.rule().obstacles(this, status, actor);
    }

    public List<SittingMove> movesOpenTo(Actor actor) {
        return Move.open(SittingMove.values(), this, status, actor);
    }

    boolean hasQuorum() {
        return hasQuorumWithout(Set.of());
    }

    /** Whether enough are there to decide a case in which these take no part. */
    boolean hasQuorumWithout(Set<UUID> apart) {
        return takingPart(apart).size() >= panel.quorumOn(day());
    }

    /** Whoever is there now, but for these. */
    Set<UUID> takingPart(Set<UUID> apart) {
        return present.stream()
                .filter(each -> each.leftAt() == null)
                .map(Present::memberId)
                .filter(member -> !apart.contains(member))
                .collect(Collectors.toSet());
    }

    /**
     * @param ballots on the decision that is proposed; none where the panel did not vote on it
     * @throws MoveRefused if the panel does not vote, one of these takes no part, or more of them
     *     are not in favour: as many on both sides, the chair decides
     */
    void mayVote(Map<UUID, Ballot> ballots, Set<UUID> apart) {
        if (!ballots.isEmpty()) {
            new Obstacles()
                    .when(!panel.votes(), "sitting.does-not-vote")
                    .when(
                            !takingPart(apart).containsAll(ballots.keySet()),
                            "sitting.votes-of-who-takes-part")
                    .when(!carried(ballots), "sitting.no-majority")
                    .refuse();
        }
    }

    private boolean carried(Map<UUID, Ballot> ballots) {
        int balance =
                Collections.frequency(ballots.values(), Ballot.FAVOUR)
                        - Collections.frequency(ballots.values(), Ballot.AGAINST);
        return balance > 0
                || balance == 0
                        && ballots.entrySet().stream()
                                .anyMatch(each ->
                                        each.getValue() == Ballot.FAVOUR
                                                && panel.isChair(each.getKey()));
    }

    boolean isPlannedOf(Panel other) {
        return status == SittingStatus.PLANNED && panel.id().equals(other.id());
    }

    boolean hasOnlyMembers() {
        return panel.sittingOn(day()).containsAll(takingPart(Set.of()));
    }

    private LocalDate day() {
        return Rome.day(openedAt == null ? plannedFor : openedAt);
    }

    boolean hasDecidedEverything() {
        return referrals.stream().noneMatch(r -> r.status() == ReferralStatus.SCHEDULED);
    }

    List<Referral> referrals() {
        return referrals;
    }

    public UUID id() {
        return id;
    }

    public Panel panel() {
        return panel;
    }

    public Instant plannedFor() {
        return plannedFor;
    }

    public SittingStatus status() {
        return status;
    }

    @Embeddable
    record Present(
            @Column(name = "panel_id") UUID panelId,
            @Column(name = "member_id") UUID memberId,
            @Column(name = "left_at") @Nullable Instant leftAt) {}
}
