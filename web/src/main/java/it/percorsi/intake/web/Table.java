package it.percorsi.intake.web;

import it.percorsi.intake.Sheet;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows read so far, never more than a list of people can need. A text that many cells share
 * weighs once for each of them: it is kept as often.
 */
final class Table {

    static final int ROWS = 10_000;
    static final int COLUMNS = 60;
    static final int CELL = 2_000;
    static final int WEIGHT = 8 << 20;

    private static final int EMPTY_CELL = 16;

    private final List<Sheet.Row> rows = new ArrayList<>();
    private int weight;

    /**
     * @param line as the spreadsheet numbers it
     */
    void add(int line, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (rows.size() == ROWS + 1) {
            throw new RefusedSheet("intake.too-many-rows", ROWS);
        }
        for (int column = 0; column < cells.size(); column++) {
            check(line, column, cells.get(column));
        }
        rows.add(new Sheet.Row(line, List.copyOf(cells)));
    }

    private void check(int line, int column, String text) {
        if (column >= COLUMNS) {
            throw new RefusedSheet("intake.too-wide", COLUMNS);
        }
        if (text.length() > CELL) {
            throw new RefusedSheet("intake.cell-too-long", reference(line, column), CELL);
        }
        weight += EMPTY_CELL + text.length();
        if (weight > WEIGHT) {
            throw new RefusedSheet("intake.too-much-text");
        }
    }

    /** A cell as a spreadsheet calls it: C17. */
    static String reference(int line, int column) {
        String letters = "";
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters = (char) ('A' + (left - 1) % 26) + letters;
        }
        return letters + line;
    }

    Sheet sheet() {
        Sheet sheet =
                Sheet.of(rows)
                        .filter(found -> found.headings().size() > 1)
                        .orElseThrow(() -> new RefusedSheet("intake.no-table"));
        if (sheet.rows().isEmpty()) {
            throw new RefusedSheet("intake.no-rows");
        }
        return sheet;
    }
}
