package it.percorsi.casefile;

/** Where a case file stands. */
public enum CaseFileStatus {
    FIRST_LEVEL,
    IN_CARE,
    SUSPENDED,
    CLOSED;

    public boolean open() {
        return this != CLOSED;
    }

    /** Whether a team follows it. */
    boolean hasTeam() {
        return this == IN_CARE || this == SUSPENDED;
    }
}
