package it.percorsi.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every rule in force answered for one person at one date. */
public record Eligibility(LocalDate on, List<Finding> findings) {

    public static Eligibility judge(List<EligibilityRule> rules, Facts facts, LocalDate on) {
        return new Eligibility(
                on,
                rules.stream()
                        .filter(rule -> rule.inForce(on))
                        .map(rule -> rule.judge(facts, on))
                        .toList());
    }

    /** The same where a kind of rule is not asked. */
    Eligibility without(Condition.Kind kind) {
        return new Eligibility(
                on, findings.stream().filter(finding -> finding.kind() != kind).toList());
    }

    /** Somebody is turned away only by a verified rule that is not met. */
    public boolean eligible() {
        return findings.stream().noneMatch(Finding::refuses);
    }

    /** What the file must say first. */
    public List<Sentence> missing() {
        return findings.stream().filter(Finding::waits).map(Finding::sentence).toList();
    }

    /** Whether a reason is all that is in the way, where nobody has written one. */
    public boolean reasonNeeded() {
        return eligible() && missing().isEmpty() && findings.stream().anyMatch(Finding::asksWhy);
    }

    /** One finding a line after the day, as it is kept with the enrolment. */
    public String snapshot() {
        StringBuilder lines = new StringBuilder(on.toString());
        findings.forEach(finding -> lines.append('\n').append(finding.line()));
        return lines.toString();
    }

    /** What the interview must bring out, or null if nothing. */
    static @Nullable String need(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.kind() == Condition.Kind.NEED)
                .map(finding -> finding.sentence().terms().getFirst())
                .findFirst()
                .orElse(null);
    }

    /** What a snapshot kept. */
    static List<Finding> findings(String snapshot) {
        return snapshot.lines().skip(1).map(Finding::of).toList();
    }
}
