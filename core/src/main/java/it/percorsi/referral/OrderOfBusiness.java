package it.percorsi.referral;

import it.percorsi.access.Actor;
import java.util.List;
import java.util.UUID;

/** The order a secretary gives by hand to the cases of a sitting. */
public interface OrderOfBusiness {

    /** Whoever orders the same sitting meanwhile waits. */
    void hold(UUID sitting);

    /** One place each, in this order. */
    void put(UUID sitting, List<UUID> referrals, Actor by);

    /** The urgent ones first again, then those that end first. */
    void forget(UUID sitting, Actor by);
}
