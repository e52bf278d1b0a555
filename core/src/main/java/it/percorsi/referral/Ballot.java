package it.percorsi.referral;

/** How a member votes on a case. */
public enum Ballot {
    FAVOUR,
    AGAINST,
    ABSTAIN
}
