package it.percorsi.intake;

import java.util.Arrays;
import java.util.Optional;

/** What somebody decided about one row. */
public enum Decision {
    /** It is left out. */
    SKIP,
    /** The person has a file already: nothing is written. */
    SAME,
    /** Another person, or data that are right although they look wrong. */
    NEW;

    /** Nothing, where nothing that can be decided is named. */
    public static Optional<Decision> named(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}
