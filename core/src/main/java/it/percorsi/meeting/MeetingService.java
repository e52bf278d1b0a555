package it.percorsi.meeting;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.casefile.Diary;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import it.percorsi.task.TaskLine;
import it.percorsi.task.TaskOrigin;
import it.percorsi.task.TaskService;
import it.percorsi.task.Tasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Going through cases one after the other, and leaving with tasks and minutes. */
@Service
@Transactional
public class MeetingService {

    private static final int EVENTS = 3;

    private final Meetings meetings;
    private final TaskService tasks;
    private final PersonService people;
    private final Diary diary;
    private final AccessTrail trail;

    MeetingService(
            Meetings meetings,
            TaskService tasks,
            PersonService people,
            Diary diary,
            AccessTrail trail) {
        this.meetings = meetings;
        this.tasks = tasks;
        this.people = people;
        this.diary = diary;
        this.trail = trail;
    }

    public List<Meetings.Row> latest(Actor by) {
        return meetings.latest(by);
    }

    public List<Meetings.Candidate> candidates(Actor by, Instant at) {
        List<Meetings.Candidate> all = meetings.candidates(Rome.day(at), by);
        List<UUID> persons = all.stream().map(Meetings.Candidate::personId).toList();
        trail.listed(by, "meeting-cases", persons, at);
        return all;
    }

    /**
     * @param cases those to go through, among the {@link #candidates}
     */
    public UUID begin(Actor by, Instant at, List<UUID> cases) {
        TeamMeeting meeting = TeamMeeting.held(by, at);
        List<MeetingItem> items = meeting.about(cases, meetings.candidates(Rome.day(at), by));
        meetings.save(meeting, items);
        List<UUID> persons = items.stream().map(MeetingItem::personId).toList();
        trail.changed(by, "CONVENE", "meeting", meeting.id(), persons, at);
        return meeting.id();
    }

    /** The first case nobody has spoken of yet; null when all are done. */
    public @Nullable UUID next(Actor by, UUID meeting) {
        find(meeting, by);
        return items(by, meeting).stream()
                .filter(item -> item.discussedAt() == null)
                .map(Meetings.Item::id)
                .findFirst()
                .orElse(null);
    }

    /** A case as it is on the table. */
    public Sheet look(Actor by, Instant at, UUID item) {
        MeetingItem discussed = findItem(item, by);
        TeamMeeting meeting = find(discussed.meetingId(), by);
        List<Meetings.Item> all = items(by, meeting.id());
        Meetings.Item here =
                all.stream()
                        .filter(each -> each.id().equals(item))
                        .findFirst()
                        .orElseThrow(NotVisible::new);
        UUID person = here.personId();
        return new Sheet(
                meeting.id(),
                here,
                all,
                meeting.isWrittenBy(by),
                people.look(by, at, person, "meeting"),
                diary.read(person, by, Diary.Filter.NONE, EVENTS),
                tasks.ofPerson(by, at, person).stream()
                        .filter(task -> task.status().open())
                        .toList());
    }

    /**
     * Writes what was said and gives what was decided to do.
     *
     * @return the meeting
     */
    public UUID discuss(Actor by, Instant at, UUID item, String words, List<TaskLine> decided) {
        MeetingItem discussed = findItem(item, by);
        find(discussed.meetingId(), by).mayBeWritten(by);
        discussed.discuss(words, at);
        UUID person = discussed.personId();
        trail.changed(by, "DISCUSS", "meeting", item, List.of(person), at);
        TaskOrigin origin = new TaskOrigin(TaskOrigin.Kind.MEETING, discussed.meetingId());
        tasks.ask(by, at, person, Section.LABOUR, origin, decided);
        return discussed.meetingId();
    }

    public Minutes minutes(Actor by, Instant at, UUID id) {
        TeamMeeting meeting = find(id, by);
        if (!meeting.wasHeld()) {
            throw new NotVisible();
        }
        List<Meetings.Item> items = items(by, id);
        List<UUID> persons = items.stream().map(Meetings.Item::personId).toList();
        trail.listed(by, "minutes", persons, at);
        Meetings.Row row = meetings.row(id, by).orElseThrow(NotVisible::new);
        List<Meetings.Decision> decided =
                row.closedAt() == null ? soFar(by, id) : meetings.decisions(id, by);
        return new Minutes(
                row, items, decided, meetings.attendants(id, by), meeting.isWrittenBy(by));
    }

    private List<Meetings.Decision> soFar(Actor by, UUID id) {
        List<Meetings.Decision> decided = new ArrayList<>();
        for (Tasks.Row task : tasks.decidedAt(by, id)) {
            UUID person = task.personId();
            if (person != null) {
                decided.add(new Meetings.Decision(person, task.what(), owner(task), task.dueOn()));
            }
        }
        return decided;
    }

    private static String owner(Tasks.Row task) {
        String name = task.ownerName();
        return name == null ? task.organisationName() : name + ", " + task.organisationName();
    }

    /**
     * Writes down who was there.
     *
     * @param present among the {@link Meetings#attendants}
     * @param others in words
     */
    public void attend(Actor by, Instant at, UUID id, List<UUID> present, String others) {
        TeamMeeting meeting = find(id, by);
        List<UUID> known =
                meetings.attendants(id, by).stream().map(Meetings.Attendant::operatorId).toList();
        new Obstacles()
                .tried(() -> meeting.mayBeWritten(by))
                .when(!known.containsAll(present), "meeting.present-unknown")
                .refuse();
        meeting.attendedAlsoBy(others);
        meetings.attend(id, present, by);
        trail.changed(by, "ATTEND", "meeting", id, List.of(), at);
    }

    public void close(Actor by, Instant at, UUID id) {
        TeamMeeting meeting = find(id, by);
        boolean nobody = meetings.attendants(id, by).stream().noneMatch(Meetings.Attendant::there);
        new Obstacles()
                .tried(() -> meeting.mayBeWritten(by))
                .when(nobody && meeting.others().isBlank(), "meeting.nobody-present")
                .refuse();
        meeting.close(by, at);
        trail.changed(by, "CLOSE", "meeting", id, List.of(), at);
    }

    private List<Meetings.Item> items(Actor by, UUID meeting) {
        return meetings.items(meeting, by);
    }

    private TeamMeeting find(UUID id, Actor by) {
        return meetings.visible(id, by).orElseThrow(NotVisible::new);
    }

    private MeetingItem findItem(UUID id, Actor by) {
        return meetings.visibleItem(id, by).orElseThrow(NotVisible::new);
    }

    /**
     * @param written whether the actor is the one who writes, and it is not closed
     * @param events the latest in the diary
     */
    public record Sheet(
            UUID meeting,
            Meetings.Item item,
            List<Meetings.Item> all,
            boolean written,
            PersonFile file,
            List<Diary.Entry> events,
            List<Tasks.Row> tasks) {}

    /** What the meeting leaves behind, put together from what was written. */
    public record Minutes(
            Meetings.Row meeting,
            List<Meetings.Item> items,
            List<Meetings.Decision> decided,
            List<Meetings.Attendant> attendants,
            boolean written) {

        public List<Meetings.Decision> decidedOn(UUID person) {
            return decided.stream().filter(one -> one.personId().equals(person)).toList();
        }

        public List<Meetings.Attendant> present() {
            return attendants.stream().filter(Meetings.Attendant::there).toList();
        }
    }
}
