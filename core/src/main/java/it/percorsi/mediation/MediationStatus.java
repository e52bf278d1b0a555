package it.percorsi.mediation;

/** Where a request for a mediator stands. */
public enum MediationStatus {
    REQUESTED,
    ACCEPTED,
    DECLINED,
    WITHDRAWN,
    GIVEN,
    NOT_HELD
}
