package it.percorsi.pathway;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/** The place of something in a list that is in order of days: where a page ends. */
public record Mark(LocalDate on, UUID id) {

    /** Before everything there is. */
    public static final Mark BEGINNING = new Mark(LocalDate.EPOCH, new UUID(0, 0));

    @Override
    public String toString() {
        return on + "_" + id;
    }

    /**
     * @throws IllegalArgumentException if it is not a mark
     */
    public static Mark of(String text) {
        int gap = Math.max(text.indexOf('_'), 0);
        try {
            return new Mark(
                    LocalDate.parse(text.substring(0, gap)),
                    UUID.fromString(text.substring(gap + 1)));
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
