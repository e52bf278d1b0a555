package it.percorsi.direct;

import org.jspecify.annotations.Nullable;

/** Where a direct referral stands. */
public enum DirectStatus {
    SENT,
    INTEGRATION_REQUESTED,
    WAITLISTED,
    DEFERRED,
    TAKEN_UP,
    STARTED,
    CONCLUDED,
    TURNED_AWAY,
    NOT_SHOWN,
    WITHDRAWN,
    EXPIRED;

    /** Whether it is not known yet how it ended. */
    public boolean open() {
        return owner() != null;
    }

    /** Whether it came to nothing, and may be sent again. */
    public boolean ended() {
        return owner() == null && this != CONCLUDED;
    }

    /** Whether the service still has a day to answer by. */
    public boolean unanswered() {
        return this == SENT || this == DEFERRED;
    }

    /** Whether the service said if it takes the person, and it did not end otherwise. */
    public boolean answered() {
        return this == TAKEN_UP || this == STARTED || this == TURNED_AWAY;
    }

    /** Whether the sender has a question to answer. */
    public boolean asksSender() {
        return this == INTEGRATION_REQUESTED;
    }

    /** Who must act next, as a word of {@link DirectParty}; null where nobody must. */
    public @Nullable String owner() {
        return switch (this) {
            case INTEGRATION_REQUESTED -> DirectParty.SENDER.key();
            case SENT, WAITLISTED, DEFERRED, TAKEN_UP, STARTED -> DirectParty.SERVICE.key();
            case CONCLUDED, TURNED_AWAY, NOT_SHOWN, WITHDRAWN, EXPIRED -> null;
        };
    }
}
