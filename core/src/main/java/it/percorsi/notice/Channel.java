package it.percorsi.notice;

/** How a person is told. */
public enum Channel {
    EMAIL,
    SMS
}
