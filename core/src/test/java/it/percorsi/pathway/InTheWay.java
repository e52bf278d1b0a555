package it.percorsi.pathway;

import java.util.List;

/** What stood in the way of a move. */
public final class InTheWay {

    private InTheWay() {}

    /** None if the move was made. */
    public static List<String> obstacles(Runnable move) {
        return new Obstacles().tried(move).keys();
    }
}
