package it.percorsi.site;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Who loses by an instant is answered as one who came an instant later: all is done again, and
 * finds what the winner wrote (ADR 0026).
 */
public final class SecondLook {

    /** As many as may want the same row at the same instant, and each have their turn. */
    private static final int TIMES = 5;

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private SecondLook() {}

    /**
     * @param once a whole transaction, which leaves nothing behind where it is refused
     */
    public static <R extends @Nullable Object, X extends Exception> R at(
            ScopedValue.CallableOp<R, X> once) throws X {
        for (int time = 1; ; time++) {
            try {
                return once.call();
            } catch (ConcurrencyFailureException late) {
                if (time == TIMES) {
                    throw late;
                }
            } catch (DataAccessException late) {
                // What a constraint refuses a second time is a rule, and not somebody who came
                // first.
                boolean again =
                        time == 1 && late instanceof DataIntegrityViolationException
                                || time < TIMES && unseen(late);
                if (!again) {
                    throw late;
                }
            }
        }
    }

    /** What was to be seen a moment ago is not any more. */
    private static boolean unseen(DataAccessException refused) {
        return refused.getMostSpecificCause() instanceof SQLException sql
                && INSUFFICIENT_PRIVILEGE.equals(sql.getSQLState());
    }
}
