package it.percorsi.programme;

import static it.percorsi.programme.Judgement.met;
import static it.percorsi.programme.Judgement.notMet;
import static it.percorsi.programme.Judgement.toAsk;
import static it.percorsi.programme.Judgement.warning;

import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An age in whole years.
 *
 * @param edgesVerified whether the source says that the edges are in or out
 * @param measuredOn the day the age is taken, or null for the day of the judgement
 */
public record Age(
        @Nullable Edge min,
        @Nullable Edge max,
        boolean edgesVerified,
        @Nullable LocalDate measuredOn)
        implements Condition {

    /** An end of the window: included, it lets in whoever has that age. */
    public record Edge(int years, boolean included) {}

    @Override
    public Kind kind() {
        return Kind.AGE;
    }

    @Override
    public Judgement judge(Facts facts, LocalDate on) {
        var birth = facts.file().person().birth();
        LocalDate day = Objects.requireNonNullElse(measuredOn, on);
        Judgement most = at(birth.age(day));
        boolean told = !birth.ageUncertain(day) || at(birth.age(day) - 1).same(most);
        return told
                ? most
                : toAsk("age.uncertain", String.valueOf(birth.age(day)), birth.toString());
    }

    private Judgement at(int age) {
        String years = String.valueOf(age);
        Edge edge =
                Stream.of(min, max)
                        .filter(one -> one != null && one.years == age)
                        .findFirst()
                        .orElse(null);
        if (edge != null && !edgesVerified) {
            return edge.included ? warning("age.edge", years) : toAsk("age.edge-out", years);
        }
        if (min != null && age < first(min)) {
            return notMet("age.under", years, String.valueOf(first(min)));
        }
        return max != null && age >= end(max)
                ? notMet("age.over", years, String.valueOf(end(max)))
                : met("age.within", years);
    }

    /** The first birthday that is in. */
    private static int first(Edge min) {
        return min.included ? min.years : min.years + 1;
    }

    /** The first birthday that is out again. */
    private static int end(Edge max) {
        return max.included ? max.years + 1 : max.years;
    }

    @Override
    public List<Sentence> words() {
        List<Sentence> words = new ArrayList<>();
        if (min != null) {
            words.add(Sentence.of("eligibility.rule.AGE.from", String.valueOf(first(min))));
        }
        if (max != null) {
            words.add(Sentence.of("eligibility.rule.AGE.until", String.valueOf(end(max))));
        }
        words.add(
                measuredOn == null
                        ? Sentence.of("eligibility.rule.AGE.at-entry")
                        : Sentence.of("eligibility.rule.AGE.on", Rome.written(measuredOn)));
        if (!edgesVerified) {
            words.add(Sentence.of("eligibility.rule.AGE.edges"));
        }
        return words;
    }
}
