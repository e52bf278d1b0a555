package it.percorsi.meeting.web;

import it.percorsi.meeting.MeetingService;
import it.percorsi.meeting.Meetings;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.validation.Errors;

/**
 * Who was at a meeting.
 *
 * @param present those checked
 * @param others in words
 */
record PresentForm(List<UUID> present, String others) {

    PresentForm {
        present = Objects.requireNonNullElse(present, List.of());
        others = Objects.requireNonNullElse(others, "");
    }

    static PresentForm of(MeetingService.Minutes minutes) {
        return new PresentForm(
                minutes.present().stream().map(Meetings.Attendant::operatorId).toList(),
                minutes.meeting().others());
    }

    String check(Errors errors) {
        return new Reading(errors, LocalDate.EPOCH).limited("others", others, Reading.TEXT);
    }
}
