package it.percorsi.programme;

import it.percorsi.programme.Judgement.Answer;
import java.util.List;

/**
 * A rule answered for one person: with the evidence in the sentence, and the source it rests on.
 *
 * @param verified whether the rule is: if not, it only warns
 */
public record Finding(
        Condition.Kind kind, Answer answer, Sentence sentence, String source, boolean verified) {

    /** Turns the person away. */
    public boolean refuses() {
        return verified && answer == Answer.NOT_MET;
    }

    /** Holds the enrolment up until the file says more. */
    public boolean waits() {
        return verified && answer == Answer.TO_RECORD;
    }

    /** Can be passed by writing why. */
    public boolean asksWhy() {
        return answer == Answer.TO_ASK
                || !verified && (answer == Answer.NOT_MET || answer == Answer.TO_RECORD);
    }

    /**
     * As it is kept with the enrolment: kind, answer, message, evidence, verified, source. Which
     * panel decided, and when, stays in the referral: more people read an enrolment.
     */
    String line() {
        Sentence kept =
                kind == Condition.Kind.PANEL_DECISION
                        ? Sentence.of("eligibility.panel.kept")
                        : sentence;
        return String.join(
                "|",
                kind.name(),
                answer.name(),
                kept.key(),
                String.join("\t", kept.terms().stream().map(Finding::plain).toList()),
                String.valueOf(verified),
                plain(source));
    }

    static Finding of(String line) {
        String[] parts = line.split("\\|", -1);
        return new Finding(
                Condition.Kind.valueOf(parts[0]),
                Answer.valueOf(parts[1]),
                new Sentence(parts[2], List.of(parts[3].split("\t", -1))),
                parts[5],
                Boolean.parseBoolean(parts[4]));
    }

    private static String plain(String text) {
        return text.replaceAll("[|\\s]+", " ");
    }
}
