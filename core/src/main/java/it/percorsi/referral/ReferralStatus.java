package it.percorsi.referral;

/** Where a referral stands. */
public enum ReferralStatus {
    DRAFT,
    SUBMITTED,
    UNDER_REVIEW,
    SCHEDULED,
    ACCEPTED,
    WAITLISTED,
    DEFERRED,
    REJECTED,
    WITHDRAWN;

    /** Whether the panel has said its last word or the referrer has taken it back. */
    public boolean ended() {
        return this == REJECTED || this == WITHDRAWN;
    }
}
