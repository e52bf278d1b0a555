package it.percorsi.programme;

import it.percorsi.person.PersonFile;
import it.percorsi.programme.EligibilityRule.Answer;
import it.percorsi.programme.EligibilityRule.Finding;
import java.time.LocalDate;
import java.util.List;

/** Every rule of a programme answered for one person at one date. */
public record Eligibility(LocalDate on, List<Finding> findings) {

    public static Eligibility judge(
            List<EligibilityRule> rules, PersonFile file, boolean needStated, LocalDate on) {
        return new Eligibility(
                on, rules.stream().map(rule -> rule.judge(file, needStated, on)).toList());
    }

    public boolean eligible() {
        return findings.stream().noneMatch(finding -> finding.answer() == Answer.NOT_MET);
    }

    /** One finding a line, as it is kept with the enrolment: rule, answer, message, evidence. */
    public String snapshot() {
        StringBuilder lines = new StringBuilder(on.toString());
        for (Finding finding : findings) {
            lines.append('\n')
                    .append(
                            String.join(
                                    "|",
                                    finding.rule().name(),
                                    finding.answer().name(),
                                    finding.message(),
                                    finding.evidence()));
        }
        return lines.toString();
    }
}
