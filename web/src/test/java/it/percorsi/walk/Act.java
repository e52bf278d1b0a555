package it.percorsi.walk;

import it.percorsi.access.Role;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Something that is done through one service, in one transaction.
 *
 * @param usually the roles that mostly try it; now and then anybody does
 */
record Act(String name, Set<Role> usually, Consumer<Hand> done) {

    /** Done by whoever has no account. */
    static final Set<Role> NOBODY = Set.of();

    static Act act(String name, Set<Role> usually, Consumer<Hand> done) {
        return new Act(name, usually, done);
    }
}
