package it.percorsi.casefile;

/**
 * How a case ends.
 *
 * @param exitsAssistance whether the person leaves the care of the social services
 * @param words how it went
 * @param reviewWaived whether the last review is not made
 * @param review what came out of the last review, or why it is not made
 */
public record Closing(
        CaseOutcome outcome,
        boolean exitsAssistance,
        String words,
        boolean reviewWaived,
        String review) {

    String told() {
        return words.isBlank()
                ? words
                : words
                        + (reviewWaived ? " Verifica finale non fatta: " : " Verifica finale: ")
                        + review;
    }
}
