package it.percorsi.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says at one moment, in words: what is printed and signed.
 *
 * @param words of the person
 * @param explainedIn code of the language it was explained in
 * @param explainedWith who mediated
 */
public record PlanContent(
        String words,
        @Nullable LocalDate reviewOn,
        @Nullable LocalDate explainedOn,
        @Nullable String explainedIn,
        @Nullable String explainedWith,
        List<Objective> objectives) {

    /** The hours of all supports, in minutes. */
    public int minutes() {
        return objectives.stream()
                .flatMap(objective -> objective.supports().stream())
                .mapToInt(Support::minutes)
                .sum();
    }

    /**
     * @param id null in what was signed before it was kept
     * @param levelReached at the latest review that said it, on the day it was held
     */
    public record Objective(
            @Nullable UUID id,
            String area,
            String text,
            String expectedResult,
            @Nullable Integer levelToday,
            @Nullable Integer levelWanted,
            @Nullable Integer levelReached,
            @Nullable LocalDate reachedOn,
            List<Commitment> commitments,
            List<Support> supports) {}

    public record Commitment(String who, String text, @Nullable LocalDate dueOn) {}

    public record Support(String instrument, int minutes, String provider, String fund) {}
}
