package it.percorsi.programme;

/** Where an enrolment stands. */
public enum EnrolmentStatus {
    CANDIDATE,
    WAITLISTED,
    ACTIVE,
    NOT_ELIGIBLE,
    COMPLETED,
    DROPPED
}
