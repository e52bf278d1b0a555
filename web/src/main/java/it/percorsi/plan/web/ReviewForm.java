package it.percorsi.plan.web;

import it.percorsi.plan.PlanEditions.Review;
import it.percorsi.plan.PlanEditions.ReviewOutcome;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * How a plan was seen to go.
 *
 * @param reached the level of an objective, as {@code objective:level}, or nothing
 * @param verdict whether it goes on, has to change or ends
 */
record ReviewForm(
        String heldOn,
        String seen,
        List<String> reached,
        String reviewWords,
        String verdict,
        String nextReview) {

    ReviewForm {
        heldOn = Objects.requireNonNullElse(heldOn, "");
        seen = Objects.requireNonNullElse(seen, "");
        reached = Objects.requireNonNullElse(reached, List.of());
        reviewWords = Objects.requireNonNullElse(reviewWords, "");
        verdict = Objects.requireNonNullElse(verdict, "");
        nextReview = Objects.requireNonNullElse(nextReview, "");
    }

    static ReviewForm blank(String today) {
        return new ReviewForm(today, "", List.of(), "", "", "");
    }

    public boolean chose(UUID objective, int level) {
        return reached.contains(objective + ":" + level);
    }

    /**
     * @param aims the objectives of the plan
     * @return null if something is to be put right
     */
    @Nullable Review check(Errors errors, List<UUID> aims, LocalDate today) {
        Reading read = new Reading(errors, today);
        LocalDate held = read.pastDay("heldOn", heldOn);
        String text = read.required("seen", seen, Reading.TEXT);
        Map<UUID, Integer> levels = LevelFields.reached(reached, aims, errors);
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
                : new Review(held, text, words, ReviewOutcome.valueOf(verdict), next, levels);
    }
}
