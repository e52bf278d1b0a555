package it.percorsi.programme;

/** How a condition is answered for one person at one date, and why. */
public record Judgement(Answer answer, Sentence sentence) {

    /** What can be answered. */
    public enum Answer {
        MET,
        /** Met, with something to mind. */
        WARNING,
        /** Only the person or another service can tell. */
        TO_ASK,
        /** The file has a place for it, and nobody has filled it in. */
        TO_RECORD,
        NOT_MET
    }

    static Judgement met(String what, String... terms) {
        return of(Answer.MET, what, terms);
    }

    static Judgement warning(String what, String... terms) {
        return of(Answer.WARNING, what, terms);
    }

    static Judgement toAsk(String what, String... terms) {
        return of(Answer.TO_ASK, what, terms);
    }

    static Judgement missing(String what, String... terms) {
        return of(Answer.TO_RECORD, what, terms);
    }

    static Judgement notMet(String what, String... terms) {
        return of(Answer.NOT_MET, what, terms);
    }

    private static Judgement of(Answer answer, String what, String... terms) {
        return new Judgement(answer, Sentence.of("eligibility." + what, terms));
    }

    /** Not settled in the person's favour. */
    boolean open() {
        return answer.compareTo(Answer.TO_ASK) >= 0;
    }

    boolean same(Judgement other) {
        return answer == other.answer;
    }
}
