package it.percorsi.direct;

/** Where a direct referral stands. */
public enum DirectStatus {
    SENT,
    TAKEN_UP,
    STARTED,
    CONCLUDED,
    TURNED_AWAY,
    NOT_SHOWN,
    WITHDRAWN;

    /** Whether it is not known yet how it ended. */
    public boolean open() {
        return this == SENT || this == TAKEN_UP || this == STARTED;
    }
}
