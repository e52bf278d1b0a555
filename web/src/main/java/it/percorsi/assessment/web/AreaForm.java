package it.percorsi.assessment.web;

import it.percorsi.assessment.Assessments;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What is being written of an area. */
record AreaForm(String level, String situation) {

    AreaForm {
        level = Objects.requireNonNullElse(level, "");
        situation = Objects.requireNonNullElse(situation, "");
    }

    static AreaForm of(Assessments.@Nullable Written written) {
        return written == null
                ? new AreaForm("", "")
                : new AreaForm(String.valueOf(written.level()), written.body());
    }

    @Nullable Integer check(Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        Integer chosen = read.whole("level", level, 1, 5);
        read.required("situation", situation, Reading.TEXT);
        return read.failed() ? null : chosen;
    }
}
