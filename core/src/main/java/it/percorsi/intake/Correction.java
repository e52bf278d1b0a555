package it.percorsi.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row.
 *
 * @param cells what is written in them now, by their place in the row
 */
public record Correction(Map<Integer, String> cells, @Nullable Decision decision) {

    boolean changes(ImportRow row) {
        return decision != row.decision() || !applied(row.cells()).equals(row.cells());
    }

    List<String> applied(List<String> before) {
        List<String> after = new ArrayList<>(before);
        cells.forEach((place, text) -> {
            if (place >= 0 && place < after.size()) {
                after.set(place, text);
            }
        });
        return after;
    }
}
