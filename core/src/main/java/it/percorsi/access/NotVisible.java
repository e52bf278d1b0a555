package it.percorsi.access;

/** Not there, or not for this viewer: the two are the same answer. */
public final class NotVisible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotVisible() {
        super("not visible");
    }
}
