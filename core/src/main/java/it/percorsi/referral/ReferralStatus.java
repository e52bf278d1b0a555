package it.percorsi.referral;

import org.jspecify.annotations.Nullable;

/** Where a referral stands. */
public enum ReferralStatus {
    DRAFT,
    SUBMITTED,
    UNDER_REVIEW,
    INTEGRATION_REQUESTED,
    SCHEDULED,
    ACCEPTED,
    WAITLISTED,
    DEFERRED,
    REJECTED,
    WITHDRAWN,
    EXPIRED;

    /** Whether it came to nothing: refused, taken back, or not answered in time. */
    public boolean ended() {
        return this == REJECTED || this == WITHDRAWN || this == EXPIRED;
    }

    /** Whether a panel decided it, one way or another. */
    public boolean decided() {
        return this == ACCEPTED || this == WAITLISTED || this == DEFERRED || this == REJECTED;
    }

    /** Who must act next, as a word of {@link ReferralParty}; null where nobody must. */
    public @Nullable String owner() {
        return switch (this) {
            case DRAFT, INTEGRATION_REQUESTED -> ReferralParty.REFERRER.key();
            case SUBMITTED, UNDER_REVIEW, SCHEDULED, WAITLISTED, DEFERRED ->
                    ReferralParty.SECRETARY.key();
            case ACCEPTED, REJECTED, WITHDRAWN, EXPIRED -> null;
        };
    }
}
