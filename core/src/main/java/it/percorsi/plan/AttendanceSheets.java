package it.percorsi.plan;

import it.percorsi.access.Actor;
import it.percorsi.attachment.Scan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Attendance sheets: printed blank, closed against the signed paper. */
public interface AttendanceSheets {

    /** The next number of the actor's body in the year. */
    UUID make(Actor by, Instant at);

    /** Puts on a sheet those shares of an encounter that are on none. */
    int putGroup(UUID sheet, UUID group, Actor by);

    /**
     * Puts on a sheet what is on none of the hours that whoever gave this one gave in its plan,
     * from a day to a day: whoever gave an hour cannot confirm the sheet it is on.
     */
    int putAlike(UUID sheet, UUID encounter, LocalDate from, LocalDate until, Actor by);

    Optional<SheetRow> row(UUID id, Actor viewer);

    List<Hours.Line> lines(UUID id, Actor viewer);

    List<Encounter> encounters(UUID id, Actor viewer);

    /** Those still out, then the latest that came back. */
    List<SheetRow> latest(Actor viewer);

    void close(UUID id, Actor by, Instant at, String archive);

    /**
     * The signed sheet as it came back, in place of what was there.
     *
     * @return whether the sheet was still out
     */
    boolean bring(UUID id, Scan scan, Actor by, Instant at);

    /** Who was printed on it, also whoever came off it since. */
    List<UUID> people(UUID id, Actor viewer);

    /** For whoever sees every row of it. */
    Optional<Scan> scan(UUID id, Actor viewer);

    /**
     * @param archive where the signed paper is kept
     * @param scannedAt when its scan was brought; null also where the viewer may not open it
     * @param whole whether the viewer sees all its rows
     */
    record SheetRow(
            UUID id,
            int year,
            int number,
            String organisationName,
            Instant madeAt,
            String madeBy,
            @Nullable Instant closedAt,
            @Nullable String closedBy,
            @Nullable String archive,
            int lines,
            @Nullable Instant scannedAt,
            boolean whole) {}
}
