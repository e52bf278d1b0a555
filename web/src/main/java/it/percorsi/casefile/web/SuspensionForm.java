package it.percorsi.casefile.web;

import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Why a case rests, and until when, as it is typed. */
record SuspensionForm(String until, String note) {

    SuspensionForm {
        until = Objects.requireNonNullElse(until, "");
        note = Objects.requireNonNullElse(note, "");
    }

    /**
     * @return the day, or null where something is to be mended
     */
    @Nullable LocalDate check(Errors errors, LocalDate today) {
        Reading read = new Reading(errors, today);
        LocalDate day = read.day("until", until);
        if (day != null && !day.isAfter(today)) {
            errors.rejectValue("until", "casefile.until-ahead");
        }
        read.required("note", note, Reading.TEXT);
        return read.failed() ? null : day;
    }
}
