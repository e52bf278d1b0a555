package it.percorsi.plan.web;

import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.validation.Errors;

/** An hour that was given, as it is being recorded. */
record EncounterForm(String support, String day, String time, String minutes, String topic) {

    EncounterForm {
        support = Objects.requireNonNullElse(support, "");
        day = Objects.requireNonNullElse(day, "");
        time = Objects.requireNonNullElse(time, "");
        minutes = Objects.requireNonNullElse(minutes, "");
        topic = Objects.requireNonNullElse(topic, "");
    }

    Optional<Given> check(Errors errors, LocalDate today) {
        Reading read = new Reading(errors, today);
        UUID of = read.id("support", support);
        LocalDate on = read.day("day", day);
        LocalTime at = read.time("time", time);
        Integer length = read.whole("minutes", minutes, 5, 600);
        read.required("topic", topic, Reading.LINE);
        if (on != null && on.isAfter(today)) {
            errors.rejectValue("day", "field.day.future");
        }
        return read.failed() || of == null || on == null || at == null || length == null
                ? Optional.empty()
                : Optional.of(new Given(of, on.atTime(at), length, topic.strip()));
    }

    record Given(UUID support, LocalDateTime when, int minutes, String topic) {}
}
