package it.percorsi.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition a programme sets, from a day to a day, and where it is written.
 *
 * @param validUntil the last day, or null
 * @param verified whether somebody read it in the source: only then it may turn anybody away
 * @param note what is uncertain about it, or null
 */
public record EligibilityRule(
        Condition condition,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        String source,
        boolean verified,
        @Nullable String note) {

    public boolean inForce(LocalDate on) {
        return (validFrom == null || !on.isBefore(validFrom))
                && (validUntil == null || !on.isAfter(validUntil));
    }

    public Condition.Kind kind() {
        return condition.kind();
    }

    public List<Sentence> words() {
        return condition.words();
    }

    Finding judge(Facts facts, LocalDate on) {
        Judgement judgement = condition.judge(facts, on);
        return new Finding(kind(), judgement.answer(), judgement.sentence(), source, verified);
    }
}
