package it.percorsi.referral;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who takes part in each case of a sitting, and how they vote. */
public interface Participation {

    /** The members with a conflict of interest in each case of a sitting. */
    List<Apart> apart(UUID sitting, Actor viewer);

    void declare(UUID referral, UUID panel, UUID member, Actor by, Instant at);

    void takeBack(UUID referral, UUID member);

    void vote(UUID sitting, UUID referral, UUID panel, Map<UUID, Ballot> ballots);

    List<Tally> tallies(UUID sitting, Actor viewer);

    record Apart(UUID referralId, UUID memberId, String name) {}

    record Tally(UUID referralId, int inFavour, int against, int abstained) {}
}
