package it.percorsi.plan.web;

import it.percorsi.plan.PlanEditions.Review;
import it.percorsi.plan.PlanEditions.ReviewOutcome;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * How a plan was seen to go.
 *
 * @param verdict whether it goes on, has to change or ends
 */
record ReviewForm(
        String heldOn, String seen, String reviewWords, String verdict, String nextReview) {

    ReviewForm {
        heldOn = Objects.requireNonNullElse(heldOn, "");
        seen = Objects.requireNonNullElse(seen, "");
        reviewWords = Objects.requireNonNullElse(reviewWords, "");
        verdict = Objects.requireNonNullElse(verdict, "");
        nextReview = Objects.requireNonNullElse(nextReview, "");
    }

    /**
     * @return null if something is to be put right
     */
    @Nullable Review check(Errors errors, LocalDate today) {
        Reading read = new Reading(errors, today);
        LocalDate held = read.pastDay("heldOn", heldOn);
        String text = read.required("seen", seen, Reading.TEXT);
        String words = read.limited("reviewWords", reviewWords, Reading.TEXT);
        read.choice(
                "verdict", verdict, Arrays.stream(ReviewOutcome.values()).map(Enum::name).toList());
        LocalDate next = read.optionalDay("nextReview", nextReview);
        boolean ends = verdict.equals(ReviewOutcome.TO_END.name());
        if (next == null && !ends && !errors.hasFieldErrors("nextReview")) {
            errors.rejectValue("nextReview", "plan.review.next-missing");
        } else if (next != null && ends) {
            errors.rejectValue("nextReview", "plan.review.next-of-ended");
        } else if (next != null && held != null && !next.isAfter(held)) {
            errors.rejectValue("nextReview", "plan.review.next-before");
        }
        return read.failed() || held == null
                ? null
                : new Review(held, text, words, ReviewOutcome.valueOf(verdict), next);
    }
}
