package it.percorsi.network;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A desk on one day.
 *
 * @param access how it can be reached; {@code NOT_STATED} where nobody said
 * @param bands opening times in order; empty when closed, not stated, or by appointment at no fixed
 *     hour
 * @param closedFor the holiday or closure that overrides the week, or null
 */
public record DeskDay(Access access, List<Band> bands, @Nullable String closedFor) {

    /** How a desk can be reached. */
    public enum Access {
        FREE,
        APPOINTMENT,
        /** Open, without saying whether an appointment is needed. */
        OPEN,
        CLOSED,
        NOT_STATED
    }

    /** From and to, on the clock of Rome. */
    public record Band(LocalTime opens, LocalTime closes) {}

    public static DeskDay closed(String why) {
        return new DeskDay(Access.CLOSED, List.of(), why);
    }

    public boolean open(LocalTime at) {
        return bands.stream().anyMatch(b -> !at.isBefore(b.opens()) && at.isBefore(b.closes()));
    }
}
