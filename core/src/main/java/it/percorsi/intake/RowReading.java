package it.percorsi.intake;

import it.percorsi.access.Actor;
import it.percorsi.person.PersonService.Registration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows with the eyes of the desk: what the desk could not register, a list cannot either. */
public interface RowReading {

    /** A reader for many rows: what it has to look up it looks up once. */
    Reader reader(Actor by, Instant at, String noticeVersion, String noticeLanguage);

    interface Reader {

        /**
         * @param confirmed somebody has seen what only looks wrong, and says that it is right
         */
        Read read(Map<Column, String> typed, boolean confirmed);
    }

    /**
     * @param registration null where something is wrong
     */
    record Read(@Nullable Registration registration, List<Wrong> wrong) {}

    /**
     * @param column null if it is of none
     */
    record Wrong(@Nullable Column column, String key, List<String> arguments) {}
}
