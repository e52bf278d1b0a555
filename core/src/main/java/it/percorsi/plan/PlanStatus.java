package it.percorsi.plan;

/** Where a plan stands. */
public enum PlanStatus {
    DRAFT,
    PROPOSED,
    ACTIVE,
    REVISED,
    CONCLUDED,
    INTERRUPTED;

    /** Whether what the plan says can be changed. */
    boolean written() {
        return this == DRAFT || this == REVISED;
    }

    /** Whether it can be written in the person's language: until it is signed. */
    boolean translated() {
        return written() || this == PROPOSED;
    }

    /**
     * Whether what was signed holds, also while the next edition is written and explained.
     *
     * @param edition how many times the plan was signed
     */
    boolean inForce(int edition) {
        return this == ACTIVE || rewritten(edition);
    }

    boolean rewritten(int edition) {
        return edition > 0 && (this == REVISED || this == PROPOSED);
    }
}
