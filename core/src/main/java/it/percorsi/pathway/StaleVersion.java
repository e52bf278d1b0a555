package it.percorsi.pathway;

import java.util.Map;

/** The thing was changed by somebody else after the form was opened. */
public final class StaleVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, String> current;

    /**
     * @param current what stands now, by field name of the form
     */
    public StaleVersion(Map<String, String> current) {
        super("stale version");
        this.current = Map.copyOf(current);
    }

    public Map<String, String> current() {
        return current;
    }
}
