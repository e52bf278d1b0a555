package it.percorsi.pathway;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** What is in the way of doing something: all of it is looked for before anything is refused. */
public final class Obstacles {

    private final SequencedSet<String> keys = new LinkedHashSet<>();

    /**
     * @param key names the message, such as {@code move.reason-missing}
     */
    public Obstacles when(boolean inTheWay, String key) {
        if (inTheWay) {
            keys.add(key);
        }
        return this;
    }

    public Obstacles and(Collection<String> more) {
        keys.addAll(more);
        return this;
    }

    /** Tries one part of what is to be done; where it is refused, that is in the way of it all. */
    public Obstacles tried(Runnable part) {
        try {
            part.run();
        } catch (MoveRefused refused) {
            keys.addAll(refused.obstacles());
        }
        return this;
    }

    public List<String> keys() {
        return List.copyOf(keys);
    }

    /**
     * @throws MoveRefused naming every obstacle, if there is any
     */
    public void refuse() {
        if (!keys.isEmpty()) {
            throw new MoveRefused(keys());
        }
    }
}
