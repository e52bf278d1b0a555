package it.percorsi.intake;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list, and what stands in the way of it.
 *
 * @param problems as {@link Problem#toString} writes them
 * @param alike people the viewer may see who may be the same
 * @param twin a row above that may be the same person
 * @param reasons what agrees, as {@code alike.} messages
 * @param elsewhere the body that certainly has a file of the same person
 * @param rank 1 cannot be read, 2 to be decided, 3 decided, 4 nothing to say
 */
public record ImportRow(
        int line,
        List<String> cells,
        List<String> problems,
        List<UUID> alike,
        @Nullable Integer twin,
        List<String> reasons,
        @Nullable String elsewhere,
        @Nullable Decision decision,
        int rank) {

    public List<Problem> problemsOfCells() {
        return problems.stream().map(Problem::of).toList();
    }

    /** Where the next page begins. */
    public String mark() {
        return rank + "-" + line;
    }

    /**
     * @param place of the cell in its row, or -1 if a whole column is missing
     * @param key of the message
     */
    public record Problem(int place, String key, List<String> arguments) {

        static Problem of(String written) {
            List<String> words = Arrays.asList(written.split(" "));
            return new Problem(
                    Integer.parseInt(words.getFirst()),
                    words.get(1),
                    words.subList(2, words.size()));
        }

        @Override
        public String toString() {
            return String.join(" ", String.valueOf(place), key, String.join(" ", arguments))
                    .strip();
        }
    }
}
