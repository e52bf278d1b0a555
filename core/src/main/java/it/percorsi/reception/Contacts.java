package it.percorsi.reception;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of a body's desks. */
public interface Contacts {

    void record(Contact contact, Actor by, Instant at);

    /** Whether there was one to undo: of this body, and not undone yet. */
    boolean undo(UUID contact, Actor by, Instant at);

    /** From now on it is this person's, and a file came of it. */
    void attach(UUID contact, UUID person, Actor by);

    Optional<Row> find(UUID contact, Actor viewer);

    /** What an operator recorded on a day, the latest first, at most five. */
    List<Row> latest(LocalDate day, Actor viewer);

    /** Every combination that occurs, with its days and how many. */
    List<Figure> figures(LocalDate from, LocalDate until, Actor viewer);

    record Row(
            UUID id,
            LocalDateTime time,
            Contact.Topic topic,
            String language,
            String languageName,
            Contact.Channel channel,
            Contact.Outcome outcome) {

        public boolean ofSomebody() {
            return outcome == Contact.Outcome.FILE_OPENED;
        }
    }

    /**
     * How many contacts; what is null is taken all together. A row has a day alone, or one of the
     * others alone, or all of them, or none: the total.
     */
    record Figure(
            @Nullable LocalDate day,
            Contact.@Nullable Topic topic,
            @Nullable String languageName,
            Contact.@Nullable Channel channel,
            Contact.@Nullable Outcome outcome,
            int contacts) {

        /** A row of the cross-table, with everything said. */
        public boolean whole() {
            return day != null && topic != null;
        }

        /** All the contacts of a day. */
        public boolean ofADay() {
            return day != null && topic == null;
        }

        public boolean total() {
            return day == null
                    && topic == null
                    && languageName == null
                    && channel == null
                    && outcome == null;
        }
    }
}
