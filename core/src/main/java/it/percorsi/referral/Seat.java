package it.percorsi.referral;

/** In what part somebody sits in a panel. */
public enum Seat {
    CHAIR,
    COORDINATOR,
    SECRETARY,
    SOCIAL_SERVICES,
    LABOUR_SERVICES,
    HEALTH_SERVICES,
    MEMBER
}
