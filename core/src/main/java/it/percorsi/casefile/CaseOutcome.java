package it.percorsi.casefile;

/** How a case ended. */
public enum CaseOutcome {
    AIMS_REACHED,
    AIMS_PARTLY,
    WORK_FOUND,
    MOVED_AWAY,
    OTHER_SERVICE,
    GAVE_UP,
    NO_CONTACT,
    DIED,
    OTHER
}
