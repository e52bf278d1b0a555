package it.percorsi.casefile;

/** Where a case file stands. */
public enum CaseFileStatus {
    FIRST_LEVEL,
    IN_CARE,
    SUSPENDED,
    CLOSED
}
