package it.percorsi.pathway;

import java.util.List;
import java.util.stream.Stream;

/**
 * A constant of a pathway's table.
 *
 * @param <T> what the move is made on
 * @param <S> its statuses
 */
public interface Move<T, S> {

    Rule<T, S> rule();

    String name();

    /** The moves this mover could make now, in the order of the table. */
    static <T, S, M extends Move<T, S>> List<M> open(M[] table, T subject, S status, Mover mover) {
        return Stream.of(table)
                .filter(move -> move.rule().obstacles(subject, status, mover).isEmpty())
                .toList();
    }
}
