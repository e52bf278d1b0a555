package it.percorsi.plan;

/** Whether somebody who did not come said why. */
public enum Absence {
    JUSTIFIED,
    UNJUSTIFIED
}
