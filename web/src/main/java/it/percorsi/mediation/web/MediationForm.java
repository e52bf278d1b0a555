package it.percorsi.mediation.web;

import it.percorsi.agenda.Agenda;
import it.percorsi.agenda.Mediation;
import it.percorsi.mediation.MediationRequest;
import it.percorsi.pathway.Rome;
import it.percorsi.reception.Contact;
import it.percorsi.site.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.validation.Errors;

/** A mediator as they are asked for. */
record MediationForm(
        String language,
        String topic,
        String manner,
        String onDay,
        String starts,
        String minutes,
        String place,
        String asked,
        String programme,
        String appointment) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");
    private static final int PLACE = 120;

    MediationForm {
        language = Objects.requireNonNullElse(language, "");
        topic = Objects.requireNonNullElse(topic, "");
        manner = Objects.requireNonNullElse(manner, "");
        onDay = Objects.requireNonNullElse(onDay, "");
        starts = Objects.requireNonNullElse(starts, "");
        minutes = Objects.requireNonNullElse(minutes, "");
        place = Objects.requireNonNullElse(place, "");
        asked = Objects.requireNonNullElse(asked, "");
        programme = Objects.requireNonNullElse(programme, "");
        appointment = Objects.requireNonNullElse(appointment, "");
    }

    static MediationForm blank() {
        return new MediationForm("", "", "IN_PERSON", "", "", "60", "", "", "", "");
    }

    /** What is known of the appointment it is for; nothing of whose it is. */
    static MediationForm of(UUID id, Agenda.AppointmentRow row) {
        return new MediationForm(
                Objects.requireNonNullElse(row.language(), ""),
                Objects.requireNonNullElse(row.reason(), ""),
                "IN_PERSON",
                DAY.format(row.starts()),
                TIME.format(row.starts()),
                String.valueOf(Duration.between(row.starts(), row.ends()).toMinutes()),
                row.deskName(),
                "",
                "",
                id.toString());
    }

    Optional<MediationRequest.Wanted> check(Errors errors, Instant now) {
        LocalDate today = Rome.day(now);
        Reading read = new Reading(errors, today);
        String spoken = read.required("language", language, Reading.LINE);
        read.choice("topic", topic, Stream.of(Contact.Topic.values()).map(Enum::name).toList());
        read.choice(
                "manner",
                manner,
                Stream.of(Mediation.IN_PERSON, Mediation.BY_PHONE).map(Enum::name).toList());
        LocalDate day = read.day("onDay", onDay);
        LocalTime time = read.time("starts", starts);
        if (day != null && time != null && Rome.instant(day.atTime(time)).isBefore(now)) {
            errors.rejectValue("onDay", "mediation.in-the-past");
        }
        Integer length = read.whole("minutes", minutes, 15, 480);
        String where = read.required("place", place, PLACE);
        UUID from = read.id("asked", asked);
        UUID payer = read.id("programme", programme);
        UUID booked = appointment.isBlank() ? null : read.id("appointment", appointment);
        if (read.failed()
                || day == null
                || time == null
                || length == null
                || from == null
                || payer == null) {
            return Optional.empty();
        }
        return Optional.of(
                new MediationRequest.Wanted(
                        from,
                        payer,
                        booked,
                        spoken,
                        Contact.Topic.valueOf(topic),
                        Mediation.valueOf(manner),
                        where,
                        LocalDateTime.of(day, time),
                        length));
    }
}
