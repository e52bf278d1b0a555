package it.percorsi.intake;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lists an actor's body has sent. There is no way to ask for the others. */
public interface Imports {

    void save(
            UUID id,
            String fileName,
            Sheet sheet,
            List<String> columns,
            String noticeVersion,
            String noticeLanguage,
            Actor by,
            Instant at);

    List<ImportList> latest(Actor viewer);

    Optional<ImportList> find(UUID id, Actor viewer);

    ImportList.Counts counts(UUID id, Actor viewer);

    /**
     * @param after the mark of the last row of the page before, or empty
     */
    List<ImportRow> page(UUID id, String after, int most, Actor viewer);

    /** In the order of the sheet. */
    List<ImportRow> rows(UUID id, Actor viewer);

    /** The next rows that become files, in the order of the sheet. */
    List<ImportRow> toWrite(UUID id, int afterLine, int most, Actor viewer);

    /** Writes rows as they were read, instead of what stood at their lines. */
    void put(UUID id, Collection<ReadRow> rows);

    /** Lines whose twin is among these, and these. */
    List<Integer> concerned(UUID id, Collection<Integer> lines, Actor viewer);

    /**
     * Notes for each row whom it may be.
     *
     * @param lines null for all
     */
    void compare(UUID id, @Nullable Collection<Integer> lines, Actor viewer);

    /**
     * Notes where else the very same person has a file.
     *
     * @param lines null for all
     * @return whom this revealed
     */
    List<UUID> lookElsewhere(UUID id, @Nullable Collection<Integer> lines, Actor viewer);

    /** Rows of this rank that nobody has decided about are left out. */
    void leaveOut(UUID id, int rank);

    Optional<List<String>> matching(String signature, Actor viewer);

    void match(UUID id, String signature, List<String> columns, Actor viewer);

    /** A row with what is compared of it; nothing, where it cannot be read. */
    record ReadRow(
            int line,
            List<String> cells,
            List<String> problems,
            @Nullable String nameKey,
            @Nullable String foundBy,
            @Nullable LocalDate bornOn,
            @Nullable String bornPrecision,
            @Nullable String phone,
            @Nullable String code,
            @Nullable Decision decision) {}
}
