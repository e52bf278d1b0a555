package it.percorsi.network;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Keeping the hours of the desks, and the days they are closed. */
public interface DeskHours {

    /**
     * From a day on; what was in force before stays as it was, what was to come after is replaced.
     */
    void keep(UUID desk, LocalDate from, Map<DayOfWeek, DeskDay> week);

    /** From a day to a day, both included; a day that is closed already takes the new reason. */
    void close(UUID desk, LocalDate from, LocalDate until, String reason);

    void reopen(UUID desk, LocalDate day);
}
