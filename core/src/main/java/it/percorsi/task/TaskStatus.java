package it.percorsi.task;

/** Where a task stands. */
public enum TaskStatus {
    OPEN,
    DONE,
    DROPPED;

    public boolean open() {
        return this == OPEN;
    }
}
