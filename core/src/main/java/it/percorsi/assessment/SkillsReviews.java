package it.percorsi.assessment;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people can do, as of a day: the reviews an actor may see. */
public interface SkillsReviews {

    void open(UUID id, UUID person, Actor by, Instant at);

    /** Writes what stands in one again in another. */
    void carryOver(UUID from, UUID to, Actor by, Instant at);

    /**
     * @param replaces the line it corrects, or null
     * @param struck whether there is nothing any more in the place of that one
     */
    void add(
            UUID review,
            UUID person,
            Line line,
            @Nullable Row replaces,
            boolean struck,
            Actor by,
            Instant at);

    void record(Step step);

    Optional<Frame> visible(UUID id, Actor viewer);

    /** The latest first, at most so many. */
    List<Frame> ofPerson(UUID person, int limit, Actor viewer);

    /** Everything that was ever written in one, in the order of writing. */
    List<Row> lines(UUID review, Actor viewer);

    /**
     * @param evidence how it is known; for work and education what there is to say of it
     */
    record Line(
            SkillKind kind,
            String what,
            String place,
            String period,
            @Nullable Cefr spoken,
            @Nullable Cefr written,
            String evidence) {}

    record Frame(
            UUID id, UUID personId, Instant openedAt, String openedBy, String organisationName) {}

    /**
     * @param thingId what it is about: the same in what corrects it, and in the next reviews
     */
    record Row(
            UUID id,
            UUID thingId,
            SkillKind kind,
            String what,
            String place,
            String period,
            @Nullable Cefr spoken,
            @Nullable Cefr written,
            String evidence,
            @Nullable UUID replacesId,
            boolean struck,
            boolean replaced,
            Instant at,
            String operatorName,
            String organisationName) {

        public boolean stands() {
            return !struck && !replaced;
        }

        Line line() {
            return new Line(kind, what, place, period, spoken, written, evidence);
        }
    }
}
