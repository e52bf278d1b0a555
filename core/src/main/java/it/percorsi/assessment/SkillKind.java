package it.percorsi.assessment;

/** What a line of a skills review is about. */
public enum SkillKind {
    EDUCATION(true, false),
    WORK(true, false),
    LANGUAGE(false, false),
    SKILL(false, true);

    private final boolean placed;
    private final boolean proved;

    SkillKind(boolean placed, boolean proved) {
        this.placed = placed;
        this.proved = proved;
    }

    /** Whether it happened somewhere, at some time. */
    public boolean placed() {
        return placed;
    }

    /** Whether it counts only with the evidence for it. */
    public boolean proved() {
        return proved;
    }

    public boolean levelled() {
        return this == LANGUAGE;
    }
}
