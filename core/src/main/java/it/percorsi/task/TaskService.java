package it.percorsi.task;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Role;
import it.percorsi.access.Section;
import it.percorsi.pathway.Mark;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.PageOf;
import it.percorsi.pathway.Rome;
import it.percorsi.person.People;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Giving things to do, and doing them. Notes, meetings and sittings give through here. */
@Service
@Transactional
public class TaskService {

    private static final Set<Role> ASKING =
            EnumSet.of(
                    Role.DESK,
                    Role.SOCIAL_WORKER,
                    Role.CPI_OPERATOR,
                    Role.SPECIALIST,
                    Role.PLACEMENT,
                    Role.PANEL_SECRETARY);

    private static final int PAGE = 100;

    private final Tasks tasks;
    private final People people;
    private final Grants grants;
    private final AccessTrail trail;

    TaskService(Tasks tasks, People people, Grants grants, AccessTrail trail) {
        this.tasks = tasks;
        this.people = people;
        this.grants = grants;
        this.trail = trail;
    }

    public List<Tasks.Assignee> assignees(Actor by, @Nullable UUID person) {
        return tasks.assignees(person, by);
    }

    /**
     * @param person whom they are about, or null for nobody
     * @param section what a colleague must be granted to read them
     * @throws MoveRefused if the actor does not see that section
     */
    public void ask(
            Actor by,
            Instant at,
            @Nullable UUID person,
            Section section,
            TaskOrigin origin,
            List<TaskLine> lines) {
        if (!lines.isEmpty() && !ASKING.contains(by.role())) {
            throw new NotVisible();
        }
        if (person != null) {
            people.shown(person, by);
            if (!lines.isEmpty() && !grants.sections(person, by).contains(section)) {
                throw new MoveRefused(List.of("task.section-closed"));
            }
        }
        List<UUID> persons = person == null ? List.of() : List.of(person);
        for (TaskLine line : lines) {
            Task task = new Task(person, section, origin, line, by, at);
            tasks.save(task);
            trail.changed(by, "TASK", "task", task.id(), persons, at);
        }
    }

    /** What was decided in a sitting: read by whoever reads the referrals. */
    public void askAfter(Actor by, Instant at, UUID sitting, List<Tasks.Decided> decided) {
        for (Tasks.Decided each : decided) {
            Task task = new Task(each, sitting, by, at);
            tasks.save(task);
            trail.changed(by, "TASK", "task", task.id(), List.of(each.personId()), at);
        }
    }

    /**
     * What a decision asked for is being done: the act finishes its tasks.
     *
     * @param of the referral or the person
     */
    public void answered(Actor by, Instant at, Ask ask, UUID of) {
        tasks.answeredBy(ask, of, by)
                .forEach(task -> move(by, at, task.id(), TaskMove.FINISH, null));
    }

    /** The section of what is asked by hand: the one of work, where the actor reads it. */
    public Section usualSection(Actor by, UUID person) {
        return grants.sections(person, by).contains(Section.LABOUR)
                ? Section.LABOUR
                : Section.IDENTITY;
    }

    /**
     * @return whom the task is about, or null for nobody
     */
    public @Nullable UUID move(
            Actor by, Instant at, UUID id, TaskMove move, @Nullable String note) {
        Task task = tasks.visible(id, by).orElseThrow(NotVisible::new);
        task.make(move, note, by, at);
        UUID person = task.personId();
        trail.changed(
                by, move.name(), "task", id, person == null ? List.of() : List.of(person), at);
        return person;
    }

    /** Passes what an operator still owes about a person to a colleague of theirs. */
    public void pass(Actor by, Instant at, UUID person, UUID from, UUID to) {
        if (tasks.pass(person, from, to, by) > 0) {
            trail.changed(by, "PASS", "task", person, List.of(person), at);
        }
    }

    /** How many tasks about a person an operator still has, of those the actor sees. */
    public int owed(Actor by, UUID person, UUID operator) {
        return tasks.owed(person, operator, by);
    }

    /**
     * @param after where the page before of the viewer's own ended, or null
     * @param afterAsked the same for what they asked others
     */
    public Board board(Actor by, Instant at, @Nullable Mark after, @Nullable Mark afterAsked) {
        PageOf<Tasks.Row> mine = PageOf.read(PAGE, most -> tasks.mine(after, by, most));
        PageOf<Tasks.Row> asked = PageOf.read(PAGE, most -> tasks.asked(afterAsked, by, most));
        Board board =
                new Board(
                        mine.rows(),
                        mine.next(Tasks.Row::mark),
                        asked.rows(),
                        asked.next(Tasks.Row::mark),
                        tasks.count(Rome.day(at), by));
        trail.listed(
                by,
                "tasks",
                Stream.concat(board.mine.stream(), board.asked.stream())
                        .map(Tasks.Row::personId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                at);
        return board;
    }

    /** Numbers: they say nothing of anybody. */
    public Tasks.Count count(Actor by, Instant at) {
        return tasks.count(Rome.day(at), by);
    }

    public List<Tasks.Row> ofPerson(Actor by, Instant at, UUID person) {
        List<Tasks.Row> rows = tasks.ofPerson(person, by);
        if (!rows.isEmpty()) {
            trail.looked(by, "tasks", person, Set.of(Section.IDENTITY), at);
        }
        return rows;
    }

    /** What was decided at a meeting or a sitting. */
    public List<Tasks.Row> decidedAt(Actor by, UUID origin) {
        return tasks.decidedAt(origin, by);
    }

    /** What somebody has to do, and what they asked of others. */
    /**
     * @param next where the page after begins, or null on the last one; of what was asked,
     *     nextAsked
     */
    public record Board(
            List<Tasks.Row> mine,
            @Nullable Mark next,
            List<Tasks.Row> asked,
            @Nullable Mark nextAsked,
            Tasks.Count count) {}
}
