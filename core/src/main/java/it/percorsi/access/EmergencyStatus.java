package it.percorsi.access;

/** What the data protection officer made of an emergency access. */
public enum EmergencyStatus {
    UNREVIEWED,
    JUSTIFIED,
    UNJUSTIFIED
}
