package it.percorsi.pathway;

import java.util.List;

/** What stood in the way of a move. */
public final class Obstacles {

    private Obstacles() {}

    /** None if the move was made. */
    public static List<String> obstacles(Runnable move) {
        try {
            move.run();
        } catch (MoveRefused refused) {
            return refused.obstacles();
        }
        return List.of();
    }
}
