package it.percorsi.assessment;

/** How far somebody comes in a language, by the common European framework; NONE is not at all. */
public enum Cefr {
    NONE,
    A1,
    A2,
    B1,
    B2,
    C1,
    C2
}
