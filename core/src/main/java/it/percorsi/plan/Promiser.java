package it.percorsi.plan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who promises: the person, somebody of the team of the case, or somebody from outside by name.
 *
 * @param member their place in the team
 * @param name of whoever has none
 */
public record Promiser(boolean person, @Nullable UUID member, @Nullable String name) {

    /** How the person is called where no name is needed. */
    public static final String PERSON = "La persona";

    public Promiser {
        if ((person ? 1 : 0) + (member == null ? 0 : 1) + (name == null ? 0 : 1) != 1) {
            throw new IllegalArgumentException("one promiser");
        }
    }

    public static Promiser thePerson() {
        return new Promiser(true, null, null);
    }

    public static Promiser of(UUID member) {
        return new Promiser(false, member, null);
    }

    /** Whoever writes that it is the person means the person. */
    public static Promiser named(String name) {
        return name.strip().equalsIgnoreCase(PERSON)
                ? thePerson()
                : new Promiser(false, null, name.strip());
    }
}
