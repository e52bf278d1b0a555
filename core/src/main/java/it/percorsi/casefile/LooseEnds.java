package it.percorsi.casefile;

/** What is still going on around a case file: future appointments, plans not ended. */
public record LooseEnds(int appointments, int plans) {

    public static final LooseEnds NONE = new LooseEnds(0, 0);
}
