package it.percorsi.casefile;

import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a case ends.
 *
 * @param exitsAssistance whether the person leaves the care of the social services
 * @param words how it went
 * @param reviewWaived whether the last review is not made
 * @param review what came out of the last review, or why it is not made
 * @param followUp when to hear how the person is, or null; never of who died
 */
public record Closing(
        CaseOutcome outcome,
        boolean exitsAssistance,
        String words,
        boolean reviewWaived,
        String review,
        @Nullable LocalDate followUp) {

    public Closing {
        followUp = outcome == CaseOutcome.DIED ? null : followUp;
    }

    boolean isFollowedUpAfter(Instant at) {
        return followUp == null || followUp.isAfter(Rome.day(at));
    }

    String told() {
        return words.isBlank()
                ? words
                : words
                        + (reviewWaived ? " Verifica finale non fatta: " : " Verifica finale: ")
                        + review;
    }
}
