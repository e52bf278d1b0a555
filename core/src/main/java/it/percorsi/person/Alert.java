package it.percorsi.person;

import it.percorsi.access.Section;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Something about a person that asks for an act.
 *
 * @param on the day it speaks of: an expiry, a review, a birth
 * @param subject where the act is done: the person, a plan, a pair
 */
public record Alert(Kind kind, LocalDate on, UUID subject) {

    /** Most urgent first. */
    public enum Kind {
        /** The address must not be found out. */
        PROTECTED_ADDRESS(Section.RESERVED),
        /** Expired, and no receipt of renewal. */
        PERMIT_EXPIRED(Section.STATUS),
        /** Expires within the days of the rule {@code permit.expiry-alert}. */
        PERMIT_EXPIRING(Section.STATUS),
        /** A procedure that nobody looked after on the day that was agreed. */
        PROCEDURE_LATE(Section.STATUS),
        /** Expired with a receipt: the rights stand, the new card is awaited. */
        PERMIT_RENEWING(Section.STATUS),
        /** The last two appointments that were due went by without the person. */
        MISSED_TWICE(Section.AGENDA),
        /** The day agreed for reviewing the plan has gone by. */
        REVIEW_OVERDUE(Section.LABOUR),
        /** Another file may be of the same person. */
        PERHAPS_TWICE(Section.IDENTITY),
        /** Somebody under age lives with them. */
        MINOR_IN_HOUSEHOLD(Section.SOCIAL),
        /** The privacy notice they were handed is no longer the one in force. */
        NOTICE_OUTDATED(Section.IDENTITY);

        private final Section section;

        Kind(Section section) {
            this.section = section;
        }

        /** The section it speaks of: whoever does not see it is not alerted. */
        public Section section() {
            return section;
        }
    }

    /** Days from a day to that of the alert; negative once past. */
    public long daysFrom(LocalDate day) {
        return ChronoUnit.DAYS.between(day, on);
    }
}
