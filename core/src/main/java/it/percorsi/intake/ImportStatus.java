package it.percorsi.intake;

/** Where a list of people stands. */
public enum ImportStatus {
    READY,
    WRITING,
    WRITTEN,
    UNDONE
}
