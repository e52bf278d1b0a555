package it.percorsi.agenda.web;

import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.validation.Errors;

/** Who is away, from which day to which. */
record AbsenceForm(String resource, String from, String until) {

    AbsenceForm {
        resource = Objects.requireNonNullElse(resource, "");
        from = Objects.requireNonNullElse(from, "");
        until = Objects.requireNonNullElse(until, "");
    }

    /** One day where no last day is typed. */
    Optional<Days> check(Errors errors, LocalDate today) {
        Reading read = new Reading(errors, today);
        read.required("resource", resource, Reading.LINE);
        LocalDate first = read.day("from", from);
        LocalDate last = until.isBlank() ? first : read.day("until", until);
        if (first != null && last != null) {
            if (last.isBefore(first)) {
                errors.rejectValue("until", "absence.ends-before");
            } else if (last.isBefore(today)) {
                errors.rejectValue("until", "absence.over");
            } else if (last.isAfter(first.plusYears(1))) {
                errors.rejectValue("until", "absence.too-long");
            }
        }
        return errors.hasErrors() || first == null || last == null
                ? Optional.empty()
                : Optional.of(new Days(first, last));
    }

    record Days(LocalDate first, LocalDate last) {}
}
