package it.percorsi.intake;

import it.percorsi.person.Names;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A table as somebody sent it: in each cell what they would read there themselves. */
public record Sheet(List<String> headings, List<Row> rows) {

    /** Heads the column that Percorsi adds to a sheet it gives back; not read when it returns. */
    public static final String PROBLEMS = "Da rivedere (Percorsi)";

    /** How many lines may stand above the headings: titles, dates, logos. */
    private static final int TITLES = 10;

    /**
     * @param line its number on the sheet, as a spreadsheet shows it
     */
    public record Row(int line, List<String> cells) {

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }

        List<String> first(int width) {
            List<String> cut = new ArrayList<>(cells.subList(0, Math.min(width, cells.size())));
            while (cut.size() < width) {
                cut.add("");
            }
            return cut;
        }
    }

    /**
     * The headings are the line with most words that are known as such, among the first ten; else
     * the first line. Blank lines are left out, and every row is made as wide as the headings.
     */
    public static Optional<Sheet> of(List<Row> lines) {
        List<Row> written = lines.stream().filter(row -> !row.blank()).toList();
        Optional<Row> head =
                written.stream().limit(TITLES).max(Comparator.comparingLong(Sheet::known));
        if (head.isEmpty()) {
            return Optional.empty();
        }
        Row top = known(head.get()) == 0 ? written.getFirst() : head.get();
        List<String> headings =
                top.cells().stream()
                        .map(String::strip)
                        .takeWhile(heading -> !heading.equals(PROBLEMS))
                        .toList();
        return Optional.of(
                new Sheet(
                        headings,
                        written.stream()
                                .filter(row -> row.line() > top.line())
                                .map(row -> new Row(row.line(), row.first(headings.size())))
                                .filter(row -> !row.blank())
                                .toList()));
    }

    private static long known(Row row) {
        return row.cells().stream().filter(cell -> Column.guess(cell).isPresent()).count();
    }

    /** The same for two sheets with the same headings in the same order. */
    public String signature() {
        String text = headings.stream().map(Names::plain).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
