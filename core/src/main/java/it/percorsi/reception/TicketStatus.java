package it.percorsi.reception;

/** Where somebody who came in stands. */
public enum TicketStatus {
    WAITING,
    CALLED,
    DONE,
    GONE
}
