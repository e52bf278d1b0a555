package it.percorsi.pathway;

import java.util.List;

/** A move that cannot be made now, with the keys of all that is in the way. */
public final class MoveRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> obstacles;

    public MoveRefused(List<String> obstacles) {
        super(String.join(", ", obstacles));
        this.obstacles = List.copyOf(obstacles);
    }

    public List<String> obstacles() {
        return obstacles;
    }
}
