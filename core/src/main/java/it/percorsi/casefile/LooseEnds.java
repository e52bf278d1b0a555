package it.percorsi.casefile;

/**
 * What is still going on around a case file: future appointments, plans not ended, open tasks,
 * requests to another body to lead it, and what the body sent for the person and waits for an
 * answer.
 */
public record LooseEnds(int appointments, int plans, int tasks, int transfers, int sent) {

    public static final LooseEnds NONE = new LooseEnds(0, 0, 0, 0, 0);
}
