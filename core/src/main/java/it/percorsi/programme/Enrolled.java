package it.percorsi.programme;

import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enrolment as it is read: where it stands, and every time the rules were answered, the first
 * time first.
 */
public record Enrolled(Enrolments.Row row, List<Answered> answers) {

    static Enrolled of(Enrolments.Row row, List<Enrolments.Again> again) {
        List<Answered> answers = new ArrayList<>();
        answers.add(new Answered(row.firstJudgedOn(), row.findings(), row.reason(), null, null));
        for (Enrolments.Again next : again) {
            List<Finding> findings = Eligibility.findings(next.snapshot());
            if (next.enrolmentId().equals(row.id())) {
                answers.add(
                        new Answered(
                                Rome.day(next.at()),
                                findings,
                                next.reason(),
                                next,
                                Change.between(answers.getLast().findings(), findings)));
            }
        }
        return new Enrolled(row, List.copyOf(answers));
    }

    public Answered latest() {
        return answers.getLast();
    }

    public List<Answered> earlier() {
        return answers.subList(0, answers.size() - 1).reversed();
    }

    /** What the interview must bring out, or null if nothing. */
    public @Nullable String need() {
        return Eligibility.need(latest().findings());
    }

    /**
     * @param again who answered again, and when, or null for the first time
     * @param changes since the time before, or null for the first time
     */
    public record Answered(
            LocalDate on,
            List<Finding> findings,
            @Nullable String reason,
            Enrolments.@Nullable Again again,
            @Nullable List<Change> changes) {

        /** Whether a verified rule turns the person away. */
        public boolean turnedAway() {
            return findings.stream().anyMatch(Finding::refuses);
        }

        /** Whether the file lacks something a verified rule asks about. */
        public boolean waits() {
            return findings.stream().anyMatch(Finding::waits);
        }

        public boolean needStated() {
            return findings.stream()
                    .anyMatch(finding ->
                            finding.kind() == Condition.Kind.NEED
                                    && finding.answer() == Judgement.Answer.MET);
        }
    }
}
