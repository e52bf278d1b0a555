package it.percorsi.referral;

import it.percorsi.pathway.MoveRefused;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a panel decides on a case.
 *
 * @param move one of the moves that decide
 * @param why its written reason
 * @param hours the hours it gives to who is accepted
 * @param referent who is to follow them
 * @param fund code of the source that pays
 * @param ballots the vote of each member, where the panel votes
 */
public record Decision(
        ReferralMove move,
        String why,
        @Nullable String conditions,
        @Nullable Integer hours,
        @Nullable String referent,
        @Nullable String fund,
        Map<UUID, Ballot> ballots) {

    /** A decision with nothing but its reason, and perhaps conditions. */
    public Decision(ReferralMove move, String why, @Nullable String conditions) {
        this(move, why, conditions, null, null, null, Map.of());
    }

    void check() {
        if (!move.decides()) {
            throw new MoveRefused(List.of("referral.not-a-decision"));
        }
        if (move != ReferralMove.ACCEPT && (hours != null || referent != null || fund != null)) {
            throw new MoveRefused(List.of("referral.resources-of-the-accepted"));
        }
    }
}
