package it.percorsi.access;

import java.time.LocalDate;

/** Tells whether two requests came from one address, without saying which. */
public interface SourceMark {

    /** The same for the same address on the same day; without the key it leads back to nothing. */
    byte[] of(String address, LocalDate day);
}
