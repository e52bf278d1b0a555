package it.percorsi.referral;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who takes part in each case of a sitting, and how they vote. */
public interface Participation {

    /** The members with a conflict of interest in each case of a sitting. */
    List<Apart> apart(UUID sitting, Actor viewer);

    void declare(UUID referral, UUID panel, UUID member, Actor by, Instant at);

    void takeBack(UUID referral, UUID member);

    void vote(UUID sitting, UUID referral, UUID panel, Map<UUID, Ballot> ballots);

    void takeBackVotes(UUID sitting, UUID referral);

    /** They come while the sitting is held. */
    void arrive(UUID sitting, UUID panel, UUID member, Instant at);

    /**
     * @param at null where they are still there after all
     */
    void leave(UUID sitting, UUID member, @Nullable Instant at);

    /** Somebody who had left is there again, and counts. */
    void comeBack(UUID sitting, UUID member, Instant at);

    /** Whoever was said to have come late had not. */
    void neverCame(UUID sitting, UUID member);

    List<Tally> tallies(UUID sitting, Actor viewer);

    record Apart(UUID referralId, UUID memberId, String name) {}

    record Tally(UUID referralId, int inFavour, int against, int abstained) {}
}
