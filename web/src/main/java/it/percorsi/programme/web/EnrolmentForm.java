package it.percorsi.programme.web;

import it.percorsi.programme.Eligibility;
import it.percorsi.programme.EnrolmentService;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What whoever enrols adds to what the file says. */
record EnrolmentForm(String programme, @Nullable Boolean need, String reason, String turnReason) {

    EnrolmentForm {
        programme = Objects.requireNonNullElse(programme, "");
        need = Boolean.TRUE.equals(need);
        reason = Objects.requireNonNullElse(reason, "");
        turnReason = Objects.requireNonNullElse(turnReason, "");
    }

    boolean needStated() {
        return Boolean.TRUE.equals(need);
    }

    /** A reason is missing only where something has to be passed with one. */
    boolean check(Errors errors, EnrolmentService.Standing standing) {
        Eligibility eligibility = standing.eligibility();
        Reading read = new Reading(errors, LocalDate.EPOCH);
        read.limited("reason", reason, Reading.TEXT);
        if (reason.isBlank() && eligibility != null && eligibility.reasonNeeded()) {
            errors.rejectValue("reason", "enrolment.reason-missing");
        }
        read.limited("turnReason", turnReason, Reading.TEXT);
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
