package it.percorsi.procedure;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of procedure-kinds.csv: facts of the law and of practice, about nobody. */
public interface ProcedureKinds {

    /** All that ever were, in the order of their names. */
    List<Kind> all();

    default List<Kind> inForce(LocalDate day) {
        return all().stream().filter(kind -> kind.inForce(day)).toList();
    }

    /**
     * @param place where it is submitted, in words
     * @param answerDays within how many days the law wants an answer, or null
     * @param several whether a person may have more than one open
     * @param verified whether somebody checked it against the text in force: what is not warns only
     */
    record Kind(
            String code,
            String name,
            String place,
            @Nullable Integer answerDays,
            boolean several,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            String source,
            boolean verified) {

        boolean inForce(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom))
                    && (validUntil == null || !day.isAfter(validUntil));
        }

        /** The last day for an answer to what was submitted on a day, or null. */
        public @Nullable LocalDate answerBy(@Nullable LocalDate submitted) {
            return answerDays == null || submitted == null ? null : submitted.plusDays(answerDays);
        }
    }
}
