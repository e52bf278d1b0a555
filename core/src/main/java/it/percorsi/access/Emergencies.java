package it.percorsi.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Emergency accesses, for those who asked, those who hold the file and the officer. */
public interface Emergencies {

    /**
     * Opens the one file that certainly is of this person, and tells its owners.
     *
     * @param nameKey the words of the full name in alphabetical order
     * @return the person, or nothing if there is not exactly one file elsewhere
     */
    Optional<UUID> ask(
            @Nullable String code,
            String nameKey,
            @Nullable LocalDate born,
            EmergencyAccess.Cause cause,
            String reason,
            Actor viewer);

    /** Whether one of the viewer's own has waited too long for its review. */
    boolean suspended(Actor viewer);

    Optional<EmergencyAccess> visible(UUID id, Actor viewer);

    /** Those to be seen or reviewed first, then the latest; at most 100. */
    List<Row> rows(Actor viewer);

    /** How many the viewer's body, or the officer, has still to see. */
    int waiting(Actor viewer);

    /** The person whose file it opens to the viewer, who asked for it, as long as it does. */
    Optional<UUID> open(UUID id, Actor viewer);

    /**
     * The viewer's body has seen that somebody let themselves in.
     *
     * @return whether there was something to see
     */
    boolean see(UUID id, Actor viewer, Instant at);

    /**
     * An emergency access as a list shows it.
     *
     * @param personId null for the officer, and where the viewer does not see the person
     * @param looks how many looks and changes were made, for the officer
     * @param untilAt when it ended or will, for the asker's body; at the latest, for others
     * @param mine it is the viewer's, and still opens the file
     * @param unseen it is the viewer's body's to see, and nobody there has
     * @param late it waits for a review longer than it may
     */
    record Row(
            UUID id,
            @Nullable UUID personId,
            @Nullable String personName,
            String organisationName,
            String operatorName,
            String role,
            String cause,
            String reason,
            Instant askedAt,
            Instant untilAt,
            String status,
            @Nullable String review,
            int looks,
            boolean mine,
            boolean unseen,
            boolean late) {

        /** Still waiting for its review. */
        public boolean open() {
            return status.equals(EmergencyStatus.UNREVIEWED.name());
        }
    }
}
