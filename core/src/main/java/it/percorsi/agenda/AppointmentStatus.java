package it.percorsi.agenda;

/** Where an appointment stands. */
public enum AppointmentStatus {
    BOOKED,
    ARRIVED,
    DONE,
    NO_SHOW,
    CANCELLED
}
