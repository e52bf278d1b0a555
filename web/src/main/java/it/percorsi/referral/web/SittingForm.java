package it.percorsi.referral.web;

import it.percorsi.pathway.Rome;
import it.percorsi.referral.Referrals;
import it.percorsi.site.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.validation.Errors;

/** A sitting being planned. */
record SittingForm(String panel, String day, String time, String place) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    SittingForm {
        panel = Objects.requireNonNullElse(panel, "");
        day = Objects.requireNonNullElse(day, "");
        time = Objects.requireNonNullElse(time, "");
        place = Objects.requireNonNullElse(place, "");
    }

    /** As it is planned now, to be moved. */
    static SittingForm of(Referrals.SittingRow sitting) {
        LocalDateTime at = Rome.time(sitting.plannedFor());
        return new SittingForm(
                sitting.panelId().toString(),
                Rome.written(at.toLocalDate()),
                TIME.format(at),
                sitting.place());
    }

    Optional<Planned> check(Errors errors, LocalDate today) {
        Reading read = new Reading(errors, today);
        UUID to = read.id("panel", panel);
        LocalDate on = read.day("day", day);
        LocalTime at = read.time("time", time);
        read.required("place", place, Reading.LINE);
        return read.failed() || to == null || on == null || at == null
                ? Optional.empty()
                : Optional.of(new Planned(to, Rome.instant(on.atTime(at)), place.strip()));
    }

    record Planned(UUID panel, Instant at, String place) {}
}
