package it.percorsi.direct;

import it.percorsi.access.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A direct referral with what was done and what can be done.
 *
 * @param mayBeDeferred the day still to be said
 * @param again whether the viewer may send it again
 */
public record DirectSheet(
        DirectReferrals.Row row,
        List<DirectReferrals.Made> made,
        List<DirectMove> moves,
        boolean mayBeDeferred,
        boolean again) {

    public boolean offers(String move) {
        return moves.contains(DirectMove.valueOf(move));
    }

    /** Whether nothing happened since it was sent. */
    public boolean unanswered() {
        return made.size() <= 1;
    }

    /** Whether the sender waits to know. */
    public boolean mayAskAgain(Actor actor) {
        return row.status().open() && !row.status().asksSender() && !row.sentTo(actor);
    }

    /** What the service asked last, or said when it took the person, or null. */
    public @Nullable String said(String move) {
        return made.reversed().stream()
                .filter(made -> made.move().equals(move) && made.note() != null)
                .map(DirectReferrals.Made::note)
                .findFirst()
                .orElse(null);
    }
}
