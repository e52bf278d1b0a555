package it.percorsi.pathway;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of a long list. One row more than it shows is read, to know whether another page follows.
 *
 * @param more whether there are rows after these
 */
public record PageOf<R>(List<R> rows, boolean more) {

    /**
     * @param size how many rows a page shows
     * @param list reads as many rows as it is told, from where the page begins
     */
    public static <R> PageOf<R> read(int size, IntFunction<List<R>> list) {
        List<R> found = list.apply(size + 1);
        return new PageOf<>(found.subList(0, Math.min(found.size(), size)), found.size() > size);
    }

    /** Where the page after begins, or null on the last one. */
    public <M> @Nullable M next(Function<R, M> mark) {
        return more ? mark.apply(rows.getLast()) : null;
    }
}
