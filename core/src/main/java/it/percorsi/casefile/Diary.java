package it.percorsi.casefile;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What has happened around a person: the steps, notes and encounters an actor may read. */
public interface Diary {

    /** What an entry can be. */
    List<String> KINDS =
            List.of(
                    "note",
                    "encounter",
                    "hours",
                    "task",
                    "casefile",
                    "team",
                    "transfer",
                    "appointment",
                    "waiting",
                    "referral",
                    "direct",
                    "enrolment",
                    "plan",
                    "procedure",
                    "assessment",
                    "attachment");

    /** Newest first. */
    List<Entry> read(UUID person, Actor viewer, Filter filter, int limit);

    /** A note of that person. */
    Optional<Written> note(UUID person, UUID note, Actor viewer);

    /**
     * @param correctedBy the note that corrects it, or null
     */
    record Written(
            UUID id,
            Section section,
            String body,
            Instant at,
            String operatorName,
            @Nullable UUID correctedBy) {}

    /**
     * @param kind the feature of a step, or {@code note}, {@code task} or {@code encounter}
     * @param title key of what happened: a move, the section of a note, what became of a task
     * @param correctsOf when the note it corrects was written, or null
     * @param correctedAt when the note was corrected by another, or null
     */
    record Entry(
            UUID id,
            Instant at,
            String kind,
            String title,
            @Nullable String text,
            UUID operatorId,
            String operatorName,
            UUID organisationId,
            String organisationName,
            @Nullable Instant correctsOf,
            @Nullable Instant correctedAt) {

        /** Whether another note may still correct it. */
        public boolean correctable() {
            return kind.equals("note") && correctedAt == null;
        }

        public Mark mark() {
            return new Mark(at, id);
        }
    }

    /**
     * Which entries are read; a null part leaves nothing out.
     *
     * @param kind as in {@link Entry}
     * @param operator who wrote
     * @param organisation for which body
     * @param words what the text contains, in capitals or not
     * @param since the first day
     * @param until the last day
     * @param before where the page before ended
     */
    record Filter(
            @Nullable String kind,
            @Nullable UUID operator,
            @Nullable UUID organisation,
            @Nullable String words,
            @Nullable LocalDate since,
            @Nullable LocalDate until,
            @Nullable Mark before) {

        public static final Filter NONE = new Filter(null, null, null, null, null, null, null);

        public boolean narrows() {
            return kind != null
                    || operator != null
                    || organisation != null
                    || words != null
                    || dated();
        }

        public boolean dated() {
            return since != null || until != null;
        }
    }

    /** The place of an entry in the diary. */
    record Mark(Instant at, UUID id) {

        @Override
        public String toString() {
            return at + "_" + id;
        }

        /**
         * @throws IllegalArgumentException if it is not a mark
         */
        public static Mark of(String text) {
            int gap = text.indexOf('_');
            try {
                return new Mark(
                        Instant.parse(text.substring(0, Math.max(gap, 0))),
                        UUID.fromString(text.substring(gap + 1)));
            } catch (java.time.DateTimeException unreadable) {
                throw new IllegalArgumentException(unreadable);
            }
        }
    }
}
