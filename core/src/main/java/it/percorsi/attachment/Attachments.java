package it.percorsi.attachment;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.pathway.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The attachments an actor may see. There is no way to ask for the others. */
public interface Attachments {

    void add(UUID id, UUID person, Paper paper, Actor by, Instant at);

    /** The content goes for good. */
    void withdraw(UUID id, String why, Actor by, Instant at);

    void record(Step step);

    /** The latest first. */
    List<Row> ofPerson(UUID person, Actor viewer);

    /** What went with a referral, as far as the viewer may read it, oldest first. */
    List<Row> sentWith(UUID referral, Actor viewer);

    Optional<Row> visible(UUID id, Actor viewer);

    /** Nothing, if it was withdrawn. */
    Optional<byte[]> content(UUID id, Actor viewer);

    /**
     * @param about what it is, in words: the name of the file is not kept
     */
    record Paper(Section section, String about, Scan scan) {}

    record Row(
            UUID id,
            UUID personId,
            Section section,
            String about,
            FileKind kind,
            int size,
            Instant at,
            String operatorName,
            UUID organisationId,
            String organisationName,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnWhy) {

        public boolean there() {
            return withdrawnAt == null;
        }

        /** In kilobytes, as people count them. */
        public int kilobytes() {
            return Math.max(1, size / 1024);
        }

        /** The name it leaves with: it says nothing of anybody. */
        public String fileName() {
            return "documento-%s.%s".formatted(id.toString().substring(24), kind.extension());
        }
    }
}
