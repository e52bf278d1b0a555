package it.percorsi.task;

import java.util.Locale;

/**
 * What a decision of a panel asks for. The first two are answered by an act, which finishes them.
 */
public enum Ask {
    /** To take the case in care. */
    CARE,
    /** To bring it before the panel again, with what was missing. */
    RETURN,
    CONDITIONS;

    /** The rule that says within how many days. */
    public String rule() {
        return "sitting." + name().toLowerCase(Locale.ROOT) + "-within";
    }
}
