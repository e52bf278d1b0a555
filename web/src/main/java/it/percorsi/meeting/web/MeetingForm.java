package it.percorsi.meeting.web;

import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The day of a meeting to come, and its cases. */
record MeetingForm(String day, List<UUID> cases) {

    MeetingForm {
        day = Objects.requireNonNullElse(day, "");
        cases = Objects.requireNonNullElse(cases, List.of());
    }

    @Nullable LocalDate check(Errors errors, LocalDate today) {
        LocalDate read = new Reading(errors, today).day("day", day);
        if (read != null && !read.isAfter(today)) {
            errors.rejectValue("day", "meeting.day-ahead");
        }
        return errors.hasErrors() ? null : read;
    }
}
