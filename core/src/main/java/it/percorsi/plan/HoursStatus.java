package it.percorsi.plan;

/** Where an hour stands, from when it is foreseen to when nobody can change it any more. */
public enum HoursStatus {
    PLANNED,
    BOOKED,
    DELIVERED,
    ABSENT,
    VALIDATED,
    REPORTED,
    CANCELLED
}
