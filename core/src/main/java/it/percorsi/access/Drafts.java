package it.percorsi.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What somebody is typing, kept enciphered for thirty days or until it is sent. Only who typed it
 * reads it, acting for the same body in the same role; nothing is written in the trail, because
 * nobody else ever sees it.
 */
public interface Drafts {

    /** The most that is kept of one form, in bytes. */
    int MOST = 64 * 1024;

    /**
     * Keeps it in the place of what was kept before.
     *
     * @param form where the form is sent to
     * @throws TooLong if it is more than {@link #MOST}
     */
    void keep(Actor by, String form, Map<String, List<String>> fields, Instant at);

    /** All that waits for them, by its form. */
    Map<String, Draft> of(Actor viewer);

    void discard(String form, Actor by);

    /**
     * @param fields what was typed, by the name of the field
     */
    record Draft(Map<String, List<String>> fields, Instant at) {}

    /** More was typed than a draft can keep. */
    final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public TooLong() {
            super("draft too long");
        }
    }
}
