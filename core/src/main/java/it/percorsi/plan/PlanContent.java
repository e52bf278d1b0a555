package it.percorsi.plan;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        List<Objective> objectives,
        List<Translation> translations) {

    /** What was signed before it was translated says nothing of it. */
    public PlanContent {
        translations = Objects.requireNonNullElse(translations, List.of());
    }

    /** What stands beside a text in a language. */
    public @Nullable Translation beside(@Nullable UUID of, String part, String language) {
        return translations.stream()
                .filter(one ->
                        one.of().equals(of)
                                && one.part().equals(part)
                                && one.language().equals(language))
                .findFirst()
                .orElse(null);
    }

    /** Who translated into a language, each day of theirs. */
    public List<Translation> translators(String language) {
        Map<String, Translation> each = new LinkedHashMap<>();
        translations.stream()
                .filter(one -> one.language().equals(language))
                .forEach(one -> each.putIfAbsent(one.translator() + one.on(), one));
        return List.copyOf(each.values());
    }

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

    /**
     * @param id null in what was signed before it was kept
     */
    public record Commitment(
            @Nullable UUID id, String who, String text, @Nullable LocalDate dueOn) {}

    /**
     * @param of the plan, an objective or a commitment
     * @param old whether the Italian changed after it
     */
    public record Translation(
            UUID of,
            String part,
            String language,
            String text,
            String translator,
            LocalDate on,
            boolean old) {}

    public record Support(String instrument, int minutes, String provider, String fund) {}
}
