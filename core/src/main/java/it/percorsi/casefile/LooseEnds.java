package it.percorsi.casefile;

/** What is still going on around a case file: future appointments, plans not ended, open tasks. */
public record LooseEnds(int appointments, int plans, int tasks) {

    public static final LooseEnds NONE = new LooseEnds(0, 0, 0);
}
