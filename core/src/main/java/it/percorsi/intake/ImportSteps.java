package it.percorsi.intake;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a list stands, from the first change to the last undoing. */
public interface ImportSteps {

    /** Claims a list for a change; false if somebody else came first. */
    boolean touch(UUID id, int version);

    void begin(UUID id, Instant at);

    /** Whether nobody writes it now, on any node; until the transaction ends nobody else can. */
    boolean claim(UUID id);

    /** Seen by everybody at once, whatever becomes of the running transaction. */
    void progress(UUID id, int done);

    void created(UUID id, List<Integer> lines, List<UUID> people);

    void written(UUID id, Instant at, Instant undoUntil);

    /**
     * @param failure why, as the key of a message
     */
    void backToReady(UUID id, @Nullable String failure);

    /** A list that was being written when its node stopped is ready again. */
    void resume(UUID id, Instant startedBefore);

    /** Files of the list that somebody has worked on since. */
    List<Touched> touched(UUID id, Actor viewer);

    /**
     * @return whose files are gone
     */
    List<UUID> undo(UUID id);

    void discard(UUID id);

    record Touched(int line, UUID personId) {}
}
