package it.percorsi.agenda.web;

import it.percorsi.agenda.Availabilities.Offered;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.validation.Errors;

/**
 * What a desk offers, as an administrator writes it.
 *
 * @param minutes empty where it is not booked
 * @param notice hours; empty where the rule of the network says
 */
record ServiceForm(
        String code,
        String name,
        String content,
        String minutes,
        String buffer,
        String notice,
        String capacity) {

    static final ServiceForm BLANK = new ServiceForm("", "", "", "30", "0", "", "1");

    ServiceForm {
        code = Objects.requireNonNullElse(code, "");
        name = Objects.requireNonNullElse(name, "");
        content = Objects.requireNonNullElse(content, "");
        minutes = Objects.requireNonNullElse(minutes, "");
        buffer = Objects.requireNonNullElse(buffer, "");
        notice = Objects.requireNonNullElse(notice, "");
        capacity = Objects.requireNonNullElse(capacity, "");
    }

    Optional<Offered> check(Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        String word = read.required("code", code, 60);
        if (!word.isEmpty() && !word.matches("[a-z0-9-]+")) {
            errors.rejectValue("code", "service.code");
        }
        String title = read.required("name", name, Reading.LINE);
        String what = read.required("content", content, Reading.TEXT);
        Integer length = minutes.isBlank() ? null : read.whole("minutes", minutes, 5, 480);
        Integer rest = read.whole("buffer", buffer, 0, 120);
        Integer ahead = notice.isBlank() ? null : read.whole("notice", notice, 0, 720);
        Integer places = read.whole("capacity", capacity, 1, 60);
        if (minutes.isBlank() && places != null && places > 1) {
            errors.rejectValue("minutes", "service.group-unbooked");
        }
        return read.failed() || rest == null || places == null
                ? Optional.empty()
                : Optional.of(
                        new Offered(
                                word,
                                title,
                                what,
                                length,
                                rest,
                                ahead == null ? null : ahead * 60,
                                places));
    }
}
