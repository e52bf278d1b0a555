package it.percorsi.programme;

import it.percorsi.person.PersonFile;
import it.percorsi.person.ResidencePermit;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A condition a programme sets, judged at a date.
 *
 * @param ageMin whole years, included; only for {@code AGE}
 * @param ageMax whole years, included (a person is 65 until the day before turning 66)
 */
public record EligibilityRule(Kind rule, @Nullable Integer ageMin, @Nullable Integer ageMax) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** What a rule can ask. */
    public enum Kind {
        THIRD_COUNTRY_NATIONAL,
        AGE,
        PERMIT_OR_RECEIPT,
        SOCIAL_OR_LABOUR_NEED
    }

    /** How a rule is answered. */
    public enum Answer {
        MET,
        /** Met, with something to mind. */
        WARNING,
        NOT_MET
    }

    /**
     * An answer with what it rests on.
     *
     * @param message key of a sentence for the page; {@code evidence} fills it
     */
    public record Finding(Kind rule, Answer answer, String message, String evidence) {}

    /**
     * @param needStated whether a social or labour problem was recorded
     */
    public Finding judge(PersonFile file, boolean needStated, LocalDate on) {
        return switch (rule) {
            case THIRD_COUNTRY_NATIONAL -> citizenship(file, on);
            case AGE -> age(file, on);
            case PERMIT_OR_RECEIPT -> permit(file.permit(), on);
            case SOCIAL_OR_LABOUR_NEED ->
                    needStated
                            ? finding(Answer.MET, "need.stated", "")
                            : finding(Answer.NOT_MET, "need.missing", "");
        };
    }

    private Finding citizenship(PersonFile file, LocalDate on) {
        if (file.citizenships().isEmpty()) {
            return finding(Answer.NOT_MET, "citizenship.unknown", "");
        }
        if (file.thirdCountryNational(on)) {
            return finding(
                    Answer.MET, "citizenship.third-country", file.citizenships().getFirst().name());
        }
        var member =
                file.citizenships().stream()
                        .filter(c -> c.inTheUnion(on))
                        .findFirst()
                        .orElseThrow();
        return member.code().equals("IT")
                ? finding(Answer.NOT_MET, "citizenship.italian", member.name())
                : finding(
                        Answer.NOT_MET,
                        "citizenship.union",
                        member.name() + ", " + Objects.requireNonNull(member.euFrom()).getYear());
    }

    private Finding age(PersonFile file, LocalDate on) {
        int age = file.person().age(on);
        int min = Objects.requireNonNullElse(ageMin, 0);
        int max = Objects.requireNonNullElse(ageMax, 150);
        String key = age < min ? "age.under" : age > max ? "age.over" : "age.within";
        return finding(
                age < min || age > max ? Answer.NOT_MET : Answer.MET, key, String.valueOf(age));
    }

    private Finding permit(@Nullable ResidencePermit permit, LocalDate on) {
        if (permit == null) {
            return finding(Answer.NOT_MET, "permit.missing", "");
        }
        String expiry = permit.expiresOn() == null ? "" : DAY.format(permit.expiresOn());
        return switch (permit.validity(on)) {
            case VALID -> finding(Answer.MET, "permit.valid", expiry);
            case RENEWING -> finding(Answer.WARNING, "permit.receipt", expiry);
            case EXPIRED -> finding(Answer.NOT_MET, "permit.expired", expiry);
        };
    }

    private Finding finding(Answer answer, String message, String evidence) {
        return new Finding(rule, answer, "eligibility." + message, evidence);
    }
}
