package it.percorsi.plan;

import java.time.LocalDate;
import java.util.List;
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

    public record Objective(
            String area,
            String text,
            String expectedResult,
            List<Commitment> commitments,
            List<Support> supports) {}

    public record Commitment(String who, String text, @Nullable LocalDate dueOn) {}

    public record Support(String instrument, int minutes, String provider, String fund) {}
}
