package it.percorsi.plan;

/** Where a plan stands. */
public enum PlanStatus {
    DRAFT,
    PROPOSED,
    ACTIVE,
    REVISED,
    CONCLUDED,
    INTERRUPTED
}
