package it.percorsi.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the vocabulary says of a kind of permit, and for which days it says so.
 *
 * @param validUntil the last day, or null
 * @param verified whether the right to work was checked; if not, it warns and never blocks
 */
public record PermitKind(
        String name,
        boolean allowsWork,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        boolean verified) {

    public boolean inForce(LocalDate on) {
        return (validFrom == null || !on.isBefore(validFrom))
                && (validUntil == null || !on.isAfter(validUntil));
    }
}
