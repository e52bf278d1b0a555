package it.percorsi.assessment;

/** The first look that everybody gets, and the one in depth where it is needed. */
public enum Depth {
    FIRST,
    IN_DEPTH
}
