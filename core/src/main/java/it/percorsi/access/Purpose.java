package it.percorsi.access;

/** What a body is let into a person's file for, where a legal basis is needed. */
public enum Purpose {
    /** Taking in care together: {@link Basis#TEAM}. */
    CARE,
    /** Assessing a referral: {@link Basis#REFERRAL}. */
    ASSESSMENT
}
