package it.percorsi.pathway;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of a pathway: from which statuses, to which, who may, and what must already be true.
 *
 * @param <T> what the move is made on
 * @param <S> its statuses
 * @param reasoned whether whoever makes the move must write why
 */
public record Rule<T, S>(
        Set<S> from,
        S to,
        Party<? super T> by,
        boolean reasoned,
        List<Requirement<? super T>> needs) {

    public Rule {
        from = Set.copyOf(from);
        needs = List.copyOf(needs);
    }

    @SafeVarargs
    public static <T, S> Rule<T, S> row(
            Set<S> from, S to, Party<? super T> by, Requirement<? super T>... needs) {
        return new Rule<>(from, to, by, false, List.of(needs));
    }

    /** The same row, for a move that asks for a written reason. */
    public Rule<T, S> withReason() {
        return new Rule<>(from, to, by, true, needs);
    }

    /** The keys of everything in the way, in the order of the row; empty when the move is open. */
    public List<String> obstacles(T subject, S status, Mover mover) {
        Obstacles obstacles =
                new Obstacles()
                        .when(!from.contains(status), "move.wrong-status")
                        .when(!by.includes(subject, mover), "move.not-yours." + by.key());
        needs.forEach(need -> obstacles.when(!need.met().test(subject), need.key()));
        return obstacles.keys();
    }

    /**
     * @param note why, or null where the row does not ask
     * @return the status after the move
     * @throws MoveRefused naming every obstacle, if there is any
     */
    public S apply(T subject, S status, Mover mover, @Nullable String note) {
        check(subject, status, mover, note);
        return to;
    }

    /** The same, and no move is made. */
    public void check(T subject, S status, Mover mover, @Nullable String note) {
        new Obstacles()
                .and(obstacles(subject, status, mover))
                .when(reasoned && (note == null || note.isBlank()), "move.reason-missing")
                .refuse();
    }
}
