package it.percorsi.referral;

/** Where a sitting stands. */
public enum SittingStatus {
    PLANNED,
    OPEN,
    CLOSED,
    CANCELLED
}
