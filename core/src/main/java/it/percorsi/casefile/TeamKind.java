package it.percorsi.casefile;

/** Whether a team is of one body or of several. */
public enum TeamKind {
    WITHIN_BODY,
    BETWEEN_BODIES
}
