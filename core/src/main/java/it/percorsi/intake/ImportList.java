package it.percorsi.intake;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list of people that somebody sent.
 *
 * @param columns for each heading the name of a {@link Column}, or empty
 * @param failure the message that says why it could not be written, or null
 * @param done how many files were opened so far
 */
public record ImportList(
        UUID id,
        String fileName,
        String operatorName,
        String signature,
        List<String> headings,
        List<String> columns,
        String noticeVersion,
        String noticeLanguage,
        ImportStatus status,
        Instant uploadedAt,
        int done,
        @Nullable String failure,
        @Nullable Instant writtenAt,
        @Nullable Instant undoUntil,
        int version) {

    public boolean is(String name) {
        return status.name().equals(name);
    }

    public boolean undoable(Instant at) {
        return status == ImportStatus.WRITTEN && undoUntil != null && at.isBefore(undoUntil);
    }

    /** What a row says under the matched headings. */
    Map<Column, String> typed(List<String> cells) {
        Map<Column, String> typed = new EnumMap<>(Column.class);
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isEmpty()) {
                typed.put(Column.valueOf(columns.get(i)), cells.get(i));
            }
        }
        return typed;
    }

    /** Where a column stands, or -1. */
    int place(@Nullable Column column) {
        return column == null ? -1 : columns.indexOf(column.name());
    }

    /**
     * How many rows there are of each kind.
     *
     * @param errors cannot be read
     * @param duplicates may be known, and nobody has decided
     * @param left out by decision
     * @param people will become files
     */
    public record Counts(int rows, int errors, int duplicates, int left, int people) {

        public boolean ready() {
            return errors == 0 && duplicates == 0 && people > 0;
        }
    }
}
