package it.percorsi.task;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Mark;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tasks an actor may see. */
public interface Tasks {

    /** Written at once: the database knows whether whoever is to do it may see the person. */
    void save(Task task);

    Optional<Task> visible(UUID id, Actor viewer);

    /** The open ones of the viewer and of nobody in their body, those due first before. */
    List<Row> mine(@Nullable Mark after, Actor viewer, int most);

    /** What the viewer asked others to do, while it is open, in the same order. */
    List<Row> asked(@Nullable Mark after, Actor viewer, int most);

    /** Open ones first, then the latest settled. */
    List<Row> ofPerson(UUID person, Actor viewer);

    /** Those decided in one place, whatever became of them, in the order they were. */
    List<Row> decidedAt(UUID origin, Actor viewer);

    /**
     * The open ones of a kind that an act answers.
     *
     * @param of the referral or the person
     */
    List<Task> answeredBy(Ask ask, UUID of, Actor viewer);

    /** How many are the viewer's, and how many of those are late. */
    Count count(LocalDate today, Actor viewer);

    /**
     * To whom something can be given to do: colleagues, the own body, and the team of the person.
     *
     * @param person whom it is about, or null for nobody
     */
    List<Assignee> assignees(@Nullable UUID person, Actor viewer);

    int owed(UUID person, UUID operator, Actor viewer);

    /** Passes what an operator still owes about a person to a colleague. */
    int pass(UUID person, UUID from, UUID to, Actor by);

    /**
     * @param operatorId null for a body as a whole
     */
    record Assignee(
            @Nullable UUID operatorId,
            @Nullable String name,
            UUID organisationId,
            String organisationName) {}

    /** What a panel's decision on a referral asks for. */
    record Decided(UUID referralId, UUID personId, Ask ask, TaskLine line) {}

    record Count(int open, int late) {}

    /**
     * A task as a list shows it.
     *
     * @param personName null where it is about nobody
     */
    record Row(
            UUID id,
            @Nullable UUID personId,
            @Nullable String personName,
            String what,
            LocalDate dueOn,
            TaskStatus status,
            TaskOrigin.Kind origin,
            @Nullable String ownerName,
            String organisationName,
            String askedByName,
            @Nullable String why) {

        public Mark mark() {
            return new Mark(dueOn, id);
        }

        public boolean late(LocalDate today) {
            return status.open() && dueOn.isBefore(today);
        }
    }
}
