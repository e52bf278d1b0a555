package it.percorsi.plan.web;

import it.percorsi.plan.HourService;
import it.percorsi.plan.HoursMove;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.validation.Errors;

/**
 * An hour as it is being recorded.
 *
 * @param giver who gives it, where they have no account
 * @param how whether it was given or is booked
 */
record EncounterForm(
        String support,
        String day,
        String time,
        String minutes,
        String topic,
        String giver,
        String how) {

    EncounterForm {
        support = Objects.requireNonNullElse(support, "");
        day = Objects.requireNonNullElse(day, "");
        time = Objects.requireNonNullElse(time, "");
        minutes = Objects.requireNonNullElse(minutes, "");
        topic = Objects.requireNonNullElse(topic, "");
        giver = Objects.requireNonNullElse(giver, "");
        how = Objects.requireNonNullElse(how, HoursMove.DELIVER.name());
    }

    static EncounterForm blank() {
        return new EncounterForm("", "", "", "", "", "", HoursMove.DELIVER.name());
    }

    boolean booking() {
        return how.equals(HoursMove.BOOK.name());
    }

    Optional<HourService.Given> check(Errors errors, LocalDate today) {
        Reading read = new Reading(errors, today);
        UUID of = read.id("support", support);
        LocalDate on = read.day("day", day);
        LocalTime at = read.time("time", time);
        Integer length = read.whole("minutes", minutes, 5, 600);
        read.required("topic", topic, Reading.LINE);
        String by = read.optional("giver", giver, Reading.LINE);
        read.choice("how", how, List.of(HoursMove.DELIVER.name(), HoursMove.BOOK.name()));
        if (!booking() && on != null && on.isAfter(today)) {
            errors.rejectValue("day", "field.day.future");
        }
        return read.failed() || of == null || on == null || at == null || length == null
                ? Optional.empty()
                : Optional.of(new HourService.Given(of, on.atTime(at), length, topic.strip(), by));
    }
}
