package it.percorsi.meeting;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.Rome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting, led by who opens it, or plans it and opens it on its day. */
@Entity
@Table(name = "team_meeting")
public class TeamMeeting {

    @Id private UUID id;

    @Column(name = "organisation_id", updatable = false)
    private UUID organisationId;

    @Column(name = "operator_id", updatable = false)
    private UUID operatorId;

    @Column(name = "planned_for")
    private @Nullable LocalDate plannedFor;

    @Column(name = "held_at")
    private @Nullable Instant heldAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "called_off")
    private @Nullable String calledOff;

    /** Who was there and is of no team. */
    private String others = "";

    @Version private int version;

    protected TeamMeeting() {}

    private TeamMeeting(Actor by, @Nullable LocalDate day, @Nullable Instant at) {
        this.id = Ids.next();
        this.organisationId = by.organisationId();
        this.operatorId = by.operatorId();
        this.plannedFor = day;
        this.heldAt = at;
    }

    static TeamMeeting held(Actor by, Instant at) {
        return new TeamMeeting(by, null, at);
    }

    static TeamMeeting planned(Actor by, LocalDate day, Instant at) {
        ahead(day, at).refuse();
        return new TeamMeeting(by, day, null);
    }

    private static Obstacles ahead(LocalDate day, Instant at) {
        return new Obstacles().when(!day.isAfter(Rome.day(at)), "meeting.day-ahead");
    }

    /** The chosen ones of the cases it can be about, in their order. */
    List<MeetingItem> about(List<UUID> cases, List<Meetings.Candidate> candidates) {
        List<MeetingItem> items = new ArrayList<>();
        for (Meetings.Candidate each : candidates) {
            if (cases.contains(each.caseFileId())) {
                items.add(new MeetingItem(this, each, items.size() + 1));
            }
        }
        if (items.isEmpty()) {
            throw new MoveRefused(List.of("meeting.no-case"));
        }
        return items;
    }

    void begin(Actor by, Instant at) {
        mayBeChanged(by)
                .when(
                        plannedFor != null && plannedFor.isAfter(Rome.day(at)),
                        "meeting.before-its-day")
                .refuse();
        heldAt = at;
    }

    void move(LocalDate day, Actor by, Instant at) {
        mayBeChanged(by).and(ahead(day, at).keys()).refuse();
        plannedFor = day;
    }

    void callOff(String why, Actor by, Instant at) {
        mayBeChanged(by).when(why.isBlank(), "move.reason-missing").refuse();
        calledOff = why.strip();
        closedAt = at;
    }

    private Obstacles mayBeChanged(Actor by) {
        return new Obstacles()
                .when(!isLedBy(by), "meeting.not-led")
                .when(!isPlanned(), "meeting.not-planned");
    }

    boolean wasHeld() {
        return heldAt != null;
    }

    boolean isPlanned() {
        return heldAt == null && closedAt == null;
    }

    boolean isLedBy(Actor by) {
        return operatorId.equals(by.operatorId()) && organisationId.equals(by.organisationId());
    }

    void close(Actor by, Instant at) {
        mayBeWritten(by);
        closedAt = at;
    }

    void attendedAlsoBy(String names) {
        others = names;
    }

    String others() {
        return others;
    }

    void mayBeWritten(Actor by) {
        if (!isWrittenBy(by)) {
            throw new MoveRefused(List.of("meeting.not-written"));
        }
    }

    boolean isWrittenBy(Actor by) {
        return closedAt == null && heldAt != null && operatorId.equals(by.operatorId());
    }

    public UUID id() {
        return id;
    }
}
