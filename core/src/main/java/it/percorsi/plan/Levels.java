package it.percorsi.plan;

import org.jspecify.annotations.Nullable;

/**
 * Where a person is and where they want to be, from 1 to 5; null where it was not said.
 *
 * @param today when the objective was written
 * @param wanted when it is reached
 */
public record Levels(@Nullable Integer today, @Nullable Integer wanted) {

    public static final int LEAST = 1;
    public static final int MOST = 5;
    public static final Levels NONE = new Levels(null, null);
}
