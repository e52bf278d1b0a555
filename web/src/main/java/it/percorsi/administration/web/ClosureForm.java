package it.percorsi.administration.web;

import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.validation.Errors;

/** Days a desk is closed, and why: the reason is public. */
record ClosureForm(String first, String last, String reason) {

    ClosureForm {
        first = Objects.requireNonNullElse(first, "");
        last = Objects.requireNonNullElse(last, "");
        reason = Objects.requireNonNullElse(reason, "");
    }

    /** One day where no last day is typed. */
    Optional<Days> check(Errors errors, LocalDate today) {
        Reading read = new Reading(errors, today);
        LocalDate from = read.day("first", first);
        LocalDate until = last.isBlank() ? from : read.day("last", last);
        read.required("reason", reason, Reading.LINE);
        if (from != null && from.isBefore(today)) {
            errors.rejectValue("first", "hours.past");
        }
        if (from != null && until != null) {
            if (until.isBefore(from)) {
                errors.rejectValue("last", "absence.ends-before");
            } else if (until.isAfter(from.plusYears(1))) {
                errors.rejectValue("last", "absence.too-long");
            }
        }
        return read.failed() || from == null || until == null
                ? Optional.empty()
                : Optional.of(new Days(from, until));
    }

    record Days(LocalDate first, LocalDate last) {}
}
