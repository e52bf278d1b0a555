package it.percorsi.assessment;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The assessments an actor may see, and of each the areas they may. */
public interface Assessments {

    void open(UUID id, UUID person, Depth depth, Actor by, Instant at);

    void write(Wording wording, UUID person, Actor by, Instant at);

    void sign(UUID id, Actor by, Instant at);

    void record(Step step);

    Optional<Frame> visible(UUID id, Actor viewer);

    /** The latest first, at most so many. */
    List<Frame> ofPerson(UUID person, int limit, Actor viewer);

    /** What stands in each area of these assessments. */
    List<Written> written(List<UUID> assessments, Actor viewer);

    /** Everything that was ever written of an area, the latest first. */
    List<Written> wordings(UUID assessment, Area area, Actor viewer);

    /**
     * @param version 1 for the first time, and one more each time
     */
    record Wording(UUID assessmentId, Area area, int version, int level, String body) {}

    record Frame(
            UUID id,
            UUID personId,
            Depth depth,
            Instant openedAt,
            String openedBy,
            UUID organisationId,
            String organisationName,
            @Nullable Instant signedAt,
            @Nullable String signedByName,
            @Nullable String signedForName) {

        public boolean open() {
            return signedAt == null;
        }
    }

    record Written(
            UUID assessmentId,
            Area area,
            int version,
            int level,
            String body,
            Instant at,
            String operatorName,
            String organisationName) {}
}
