package it.percorsi.procedure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is told with a step: each step asks for some of it.
 *
 * @param on the day it happened at the office
 * @param place where it was submitted
 * @param receipt number given by the office
 * @param nextOn when to look again; null for the term of the law
 * @param until how long what was granted is valid, or until when a refusal can be appealed
 * @param note why
 */
public record Particulars(
        @Nullable LocalDate on,
        @Nullable String place,
        @Nullable String receipt,
        @Nullable LocalDate nextOn,
        @Nullable LocalDate until,
        @Nullable String note) {

    Particulars withNext(@Nullable LocalDate day) {
        return new Particulars(on, place, receipt, day, until, note);
    }

    boolean happenedBy(LocalDate today) {
        return on != null && !on.isAfter(today);
    }

    boolean saysWhere() {
        return place != null && !place.isBlank();
    }

    boolean notBefore(LocalDate day) {
        return on == null || !on.isBefore(day);
    }

    boolean endsAfterItBegins() {
        return until == null || on != null && until.isAfter(on);
    }
}
