package it.percorsi.person;

/** As on the document. */
public enum Gender {
    F,
    M,
    X
}
