package it.percorsi.casefile;

/** Where a request to lead a case stands. */
public enum TransferStatus {
    REQUESTED,
    ACCEPTED,
    REFUSED,
    WITHDRAWN;

    public boolean open() {
        return this == REQUESTED;
    }
}
