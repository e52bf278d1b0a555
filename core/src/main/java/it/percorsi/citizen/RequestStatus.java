package it.percorsi.citizen;

/** Where a request stands. */
public enum RequestStatus {
    SENT,
    CONFIRMED,
    DECLINED,
    LAPSED,
    WITHDRAWN
}
