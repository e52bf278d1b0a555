package it.percorsi.referral;

import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A collegial body that decides referrals: who sits in it, and how many must be there. */
@Entity
@Table(name = "panel")
public class Panel {

    @Id private UUID id;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Column(updatable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private PanelKind kind;

    @Column(name = "programme_id", updatable = false)
    private @Nullable UUID programmeId;

    private boolean votes;

    @ElementCollection
    @CollectionTable(name = "panel_quorum", joinColumns = @JoinColumn(name = "panel_id"))
    private Set<Quorum> quorums = new HashSet<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "panel_id", insertable = false, updatable = false)
    private List<PanelMember> members = new ArrayList<>();

    protected Panel() {}

    /**
     * @param programmeId the programme it decides for, or null
     * @param votes whether its members vote on each case
     */
    public Panel(
            UUID organisationId,
            String name,
            PanelKind kind,
            @Nullable UUID programmeId,
            boolean votes) {
        this.id = Ids.next();
        this.organisationId = organisationId;
        this.name = name;
        this.kind = kind;
        this.programmeId = programmeId;
        this.votes = votes;
    }

    /** The programme it decides for, or null. */
    public @Nullable UUID programmeId() {
        return programmeId;
    }

    /** From this day on so many must be there for a decision. */
    public void need(int present, LocalDate from) {
        if (quorums.stream().anyMatch(quorum -> quorum.from().equals(from))) {
            throw new MoveRefused(List.of("panel.quorum-that-day"));
        }
        quorums.add(new Quorum(from, present));
    }

    /**
     * @param operatorId their account, or null if they have none
     */
    public PanelMember appoint(
            String name, String body, Seat seat, @Nullable UUID operatorId, LocalDate from) {
        PanelMember member = new PanelMember(id, name, body, seat, operatorId, from);
        members.add(member);
        return member;
    }

    /** Somebody sits for the last time on this day. */
    public void release(UUID member, LocalDate lastDay) {
        PanelMember leaving =
                members.stream()
                        .filter(each -> each.id().equals(member))
                        .findFirst()
                        .orElseThrow(() -> new MoveRefused(List.of("panel.not-a-member")));
        if (leaving.beginsAfter(lastDay)) {
            throw new MoveRefused(List.of("panel.leaves-before-coming"));
        }
        leaving.leave(lastDay);
    }

    public void vote(boolean whether) {
        votes = whether;
    }

    Set<UUID> sittingOn(LocalDate day) {
        return members.stream()
                .filter(member -> member.sitsOn(day))
                .map(PanelMember::id)
                .collect(Collectors.toSet());
    }

    boolean isChair(UUID member) {
        return members.stream().anyMatch(each -> each.id().equals(member) && each.isChair());
    }

    /** Members who must be present for a decision on a day. */
    int quorumOn(LocalDate day) {
        return quorums.stream()
                .filter(quorum -> !quorum.from().isAfter(day))
                .max(Comparator.comparing(Quorum::from))
                .map(Quorum::members)
                .orElse(Integer.MAX_VALUE);
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public UUID organisationId() {
        return organisationId;
    }

    public boolean votes() {
        return votes;
    }

    @Embeddable
    record Quorum(
            @Column(name = "valid_from", nullable = false) LocalDate from,
            @Column(nullable = false) int members) {}
}
