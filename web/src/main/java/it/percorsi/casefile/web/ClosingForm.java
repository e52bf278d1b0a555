package it.percorsi.casefile.web;

import it.percorsi.casefile.CaseOutcome;
import it.percorsi.casefile.Closing;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.springframework.validation.Errors;

/** How a case ends, as it is typed. */
record ClosingForm(
        String outcome,
        Boolean exits,
        String note,
        Boolean waived,
        String review,
        String followUp) {

    ClosingForm {
        outcome = Objects.requireNonNullElse(outcome, "");
        exits = Objects.requireNonNullElse(exits, false);
        waived = Objects.requireNonNullElse(waived, false);
        note = Objects.requireNonNullElse(note, "");
        review = Objects.requireNonNullElse(review, "");
        followUp = Objects.requireNonNullElse(followUp, "");
    }

    Optional<Closing> check(Errors errors, LocalDate today) {
        Reading read = new Reading(errors, today);
        read.choice(
                "outcome", outcome, Arrays.stream(CaseOutcome.values()).map(Enum::name).toList());
        String words = read.required("note", note, Reading.TEXT);
        String told = read.required("review", review, Reading.TEXT);
        LocalDate next = read.optionalDayAhead("followUp", followUp, "casefile.follow-up-ahead");
        return read.failed()
                ? Optional.empty()
                : Optional.of(
                        new Closing(
                                CaseOutcome.valueOf(outcome), exits, words, waived, told, next));
    }
}
