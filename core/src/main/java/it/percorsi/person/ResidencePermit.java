package it.percorsi.person;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A permit to stay as read from the card.
 *
 * @param kind code of the dated vocabulary in permit-kinds.csv
 * @param number as printed on the card, or null
 * @param expiresOn last day of validity; null when the card states none
 * @param receiptOn day of the renewal receipt, or null
 */
public record ResidencePermit(
        String kind,
        String kindName,
        @Nullable String number,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate receiptOn) {

    /** Days to the last day of validity; negative once past; null if the card states none. */
    public @Nullable Long daysLeft(LocalDate on) {
        return expiresOn == null ? null : ChronoUnit.DAYS.between(on, expiresOn);
    }

    public Validity validity(LocalDate on) {
        if (expiresOn == null || !on.isAfter(expiresOn)) {
            return Validity.VALID;
        }
        return receiptOn != null && !on.isBefore(receiptOn) ? Validity.RENEWING : Validity.EXPIRED;
    }

    /** How a permit stands on a day. */
    public enum Validity {
        VALID,
        /**
         * Expired, with a renewal receipt that keeps the rights (T.U. 286/1998 art. 5 c. 9-bis).
         */
        RENEWING,
        EXPIRED
    }
}
