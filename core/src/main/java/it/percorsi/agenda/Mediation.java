package it.percorsi.agenda;

/** How the two people will understand each other. */
public enum Mediation {
    NOT_NEEDED,
    IN_PERSON,
    BY_PHONE,
    WITHOUT
}
