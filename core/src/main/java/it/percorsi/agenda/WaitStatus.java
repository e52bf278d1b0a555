package it.percorsi.agenda;

/** Where somebody on the waiting list stands. */
public enum WaitStatus {
    WAITING,
    OFFERED,
    BOOKED,
    WITHDRAWN,
    EXPIRED
}
