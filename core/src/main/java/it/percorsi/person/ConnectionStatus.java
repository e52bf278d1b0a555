package it.percorsi.person;

/** Where a request to be let into another body's file stands. */
public enum ConnectionStatus {
    REQUESTED,
    ACCEPTED,
    REFUSED,
    WITHDRAWN
}
