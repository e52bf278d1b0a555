package it.percorsi.casefile;

/** Where the place of somebody in a team stands. */
public enum MemberStatus {
    INVITED,
    JOINED,
    REFUSED,
    WITHDRAWN,
    LEFT;

    public boolean invited() {
        return this == INVITED;
    }

    public boolean joined() {
        return this == JOINED;
    }
}
