package it.percorsi.pathway;

/**
 * The side of a pathway a move belongs to. Each feature has an enum of its parties.
 *
 * @param <T> what the move is made on
 */
public interface Party<T> {

    /** A stable word, such as {@code panel}: it ends the key {@code move.not-yours.panel}. */
    String key();

    boolean includes(T subject, Mover mover);
}
