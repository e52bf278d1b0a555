package it.percorsi.agenda;

/** Somebody else got the slot first. */
public final class SlotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SlotTaken() {
        super("slot taken");
    }
}
