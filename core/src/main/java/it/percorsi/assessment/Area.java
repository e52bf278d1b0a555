package it.percorsi.assessment;

import it.percorsi.access.Section;

/** What is looked at, each part read by whom its section is open to. */
public enum Area {
    /** Health and functioning are in it. */
    SOCIAL(Section.RESERVED),
    ECONOMY(Section.SOCIAL),
    WORK(Section.LABOUR),
    EDUCATION(Section.LABOUR),
    HOUSING(Section.SOCIAL),
    NETWORKS(Section.SOCIAL);

    private final Section section;

    Area(Section section) {
        this.section = section;
    }

    public Section section() {
        return section;
    }
}
