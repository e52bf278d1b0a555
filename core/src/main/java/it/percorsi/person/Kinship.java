package it.percorsi.person;

/** What one person is to another they live with. */
public enum Kinship {
    SPOUSE,
    PARENT,
    CHILD,
    SIBLING,
    OTHER;

    /** The same link read from the other side. */
    public Kinship inverse() {
        return switch (this) {
            case PARENT -> CHILD;
            case CHILD -> PARENT;
            case SPOUSE, SIBLING, OTHER -> this;
        };
    }
}
