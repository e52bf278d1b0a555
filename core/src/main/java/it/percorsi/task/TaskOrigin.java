package it.percorsi.task;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a task was decided.
 *
 * @param id the note, the case, the meeting or the sitting; null for one written by hand
 */
public record TaskOrigin(Kind kind, @Nullable UUID id) {

    public static final TaskOrigin BY_HAND = new TaskOrigin(Kind.HAND, null);

    /** What a task can come from. */
    public enum Kind {
        HAND,
        NOTE,
        CARE,
        MEETING,
        SITTING
    }
}
