package it.percorsi.programme.web;

import it.percorsi.programme.Eligibility;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What whoever enrols adds to what the file says. */
record EnrolmentForm(String programme, @Nullable Boolean need, String reason) {

    EnrolmentForm {
        programme = Objects.requireNonNullElse(programme, "");
        need = Boolean.TRUE.equals(need);
        reason = Objects.requireNonNullElse(reason, "");
    }

    boolean needStated() {
        return Boolean.TRUE.equals(need);
    }

    /** A reason is missing only where something has to be passed with one. */
    boolean check(Errors errors, @Nullable Eligibility eligibility) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        read.limited("reason", reason, Reading.TEXT);
        if (reason.isBlank() && eligibility != null && eligibility.reasonNeeded()) {
            errors.rejectValue("reason", "enrolment.reason-missing");
        }
        return !read.failed();
    }

    @Nullable String reasonGiven() {
        return reason.isBlank() ? null : reason.strip();
    }
}
