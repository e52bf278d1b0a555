package it.percorsi.casefile.web;

import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** From which day to which a diary is read, as typed; either may be left out. */
record DaysForm(String since, String until) {

    DaysForm {
        since = Objects.requireNonNullElse(since, "");
        until = Objects.requireNonNullElse(until, "");
    }

    static DaysForm blank() {
        return new DaysForm("", "");
    }

    Days check(Errors errors, LocalDate today) {
        Reading read = new Reading(errors, today);
        LocalDate first = read.optionalDay("since", since);
        LocalDate last = read.optionalDay("until", until);
        if (first != null && last != null && last.isBefore(first)) {
            errors.rejectValue("until", "diary.days-reversed");
        }
        return new Days(first, last);
    }

    record Days(@Nullable LocalDate since, @Nullable LocalDate until) {

        static final Days ALL = new Days(null, null);
    }
}
