package it.percorsi.casefile.web;

import it.percorsi.casefile.CaseFiles;
import it.percorsi.casefile.FollowUp;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * How a person is after their case was closed, as it is typed.
 *
 * @param assisted {@code YES}, {@code NO}, or empty where nobody knows
 */
record FollowUpForm(String situation, String assisted, String on, String note, String next) {

    static final List<String> ANSWERS = List.of("YES", "NO");

    FollowUpForm {
        situation = Objects.requireNonNullElse(situation, "");
        assisted = Objects.requireNonNullElse(assisted, "");
        on = Objects.requireNonNullElse(on, "");
        note = Objects.requireNonNullElse(note, "");
        next = Objects.requireNonNullElse(next, "");
    }

    /**
     * @param after the closing, or null where the case is open by now, which the pathway refuses
     */
    Optional<FollowUp.Found> check(
            Errors errors, CaseFiles.@Nullable After after, LocalDate today) {
        Reading read = new Reading(errors, today);
        read.choice(
                "situation",
                situation,
                Arrays.stream(FollowUp.Situation.values()).map(Enum::name).toList());
        Boolean again = assisted.isEmpty() ? null : answer(read);
        LocalDate day = read.pastDay("on", on);
        if (day != null && after != null && day.isBefore(after.closedOn())) {
            errors.rejectValue("on", "casefile.follow-up-since-closing");
        }
        String words = read.optional("note", note, Reading.TEXT);
        LocalDate later = read.optionalDayAhead("next", next, "casefile.follow-up-ahead");
        return read.failed() || day == null
                ? Optional.empty()
                : Optional.of(
                        new FollowUp.Found(
                                day, FollowUp.Situation.valueOf(situation), again, words, later));
    }

    private @Nullable Boolean answer(Reading read) {
        return read.choice("assisted", assisted, ANSWERS).equals("YES");
    }
}
