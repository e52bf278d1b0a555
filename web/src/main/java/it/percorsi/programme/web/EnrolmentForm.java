package it.percorsi.programme.web;

import it.percorsi.programme.Eligibility;
import it.percorsi.programme.Standing;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What whoever enrols adds to what the file says.
 *
 * @param list whether the person is put on the list, and not enrolled
 */
record EnrolmentForm(
        String programme,
        @Nullable Boolean need,
        String reason,
        String turnReason,
        @Nullable Boolean list,
        String waitReason) {

    EnrolmentForm {
        programme = Objects.requireNonNullElse(programme, "");
        need = Boolean.TRUE.equals(need);
        reason = Objects.requireNonNullElse(reason, "");
        turnReason = Objects.requireNonNullElse(turnReason, "");
        list = Boolean.TRUE.equals(list);
        waitReason = Objects.requireNonNullElse(waitReason, "");
    }

    boolean needStated() {
        return Boolean.TRUE.equals(need);
    }

    boolean waits() {
        return Boolean.TRUE.equals(list);
    }

    /** A reason is missing only where something has to be passed with one. */
    boolean check(Errors errors, Standing standing) {
        Eligibility eligibility = standing.eligibility();
        Reading read = new Reading(errors, LocalDate.EPOCH);
        read.limited("reason", reason, Reading.TEXT);
        read.limited("turnReason", turnReason, Reading.TEXT);
        read.limited("waitReason", waitReason, Reading.TEXT);
        if (waits()) {
            if (waitReason.isBlank()) {
                errors.rejectValue("waitReason", "enrolment.wait-reason-missing");
            }
            return !read.failed();
        }
        if (reason.isBlank() && eligibility != null && eligibility.reasonNeeded()) {
            errors.rejectValue("reason", "enrolment.reason-missing");
        }
        if (turnReason.isBlank()
                && standing.asksWhy()
                && eligibility != null
                && eligibility.eligible()) {
            errors.rejectValue("turnReason", "enrolment.turn-reason-missing");
        }
        return !read.failed();
    }

    @Nullable String outOfTurn() {
        return turnReason.isBlank() ? null : turnReason.strip();
    }

    @Nullable String reasonGiven() {
        return reason.isBlank() ? null : reason.strip();
    }
}
