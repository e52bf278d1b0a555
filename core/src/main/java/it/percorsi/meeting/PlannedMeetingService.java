package it.percorsi.meeting;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Meetings that are planned for a day, until they begin or are called off. */
@Service
@Transactional
public class PlannedMeetingService {

    private final Meetings meetings;
    private final AccessTrail trail;

    PlannedMeetingService(Meetings meetings, AccessTrail trail) {
        this.meetings = meetings;
        this.trail = trail;
    }

    public List<Meetings.Row> planned(Actor by) {
        return meetings.planned(by);
    }

    /**
     * @param cases those to go through, among the candidates of a meeting
     */
    public UUID plan(Actor by, Instant at, LocalDate day, List<UUID> cases) {
        TeamMeeting meeting = TeamMeeting.planned(by, day, at);
        List<MeetingItem> items = meeting.about(cases, meetings.candidates(Rome.day(at), by));
        meetings.save(meeting, items);
        List<UUID> persons = items.stream().map(MeetingItem::personId).toList();
        trail.changed(by, "PLAN_MEETING", "meeting", meeting.id(), persons, at);
        return meeting.id();
    }

    /** Whether it has still to begin. */
    public boolean waits(Actor by, UUID id) {
        return !find(id, by).wasHeld();
    }

    public Sheet look(Actor by, Instant at, UUID id) {
        TeamMeeting meeting = find(id, by);
        if (meeting.wasHeld()) {
            throw new NotVisible();
        }
        Meetings.Row row = meetings.row(id, by).orElseThrow(NotVisible::new);
        List<Meetings.Item> items = meetings.items(id, by);
        trail.listed(
                by, "planned-meeting", items.stream().map(Meetings.Item::personId).toList(), at);
        return new Sheet(row, items, meeting.isLedBy(by) && meeting.isPlanned());
    }

    public void begin(Actor by, Instant at, UUID id) {
        TeamMeeting meeting = find(id, by);
        meeting.begin(by, at);
        meetings.begin(meeting);
        List<UUID> persons = meetings.items(id, by).stream().map(Meetings.Item::personId).toList();
        trail.changed(by, "CONVENE", "meeting", id, persons, at);
    }

    public void move(Actor by, Instant at, UUID id, LocalDate day) {
        find(id, by).move(day, by, at);
        trail.changed(by, "MOVE_MEETING", "meeting", id, List.of(), at);
    }

    public void callOff(Actor by, Instant at, UUID id, String why) {
        find(id, by).callOff(why, by, at);
        trail.changed(by, "CALL_OFF_MEETING", "meeting", id, List.of(), at);
    }

    private TeamMeeting find(UUID id, Actor by) {
        return meetings.visible(id, by).orElseThrow(NotVisible::new);
    }

    /**
     * @param led whether the actor leads it, and it still waits
     */
    public record Sheet(Meetings.Row meeting, List<Meetings.Item> items, boolean led) {

        public boolean mayBegin(LocalDate today) {
            LocalDate day = meeting.plannedFor();
            return led && (day == null || !day.isAfter(today));
        }
    }
}
