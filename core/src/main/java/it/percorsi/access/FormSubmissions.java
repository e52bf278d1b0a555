package it.percorsi.access;

import java.util.Optional;
import java.util.UUID;

/** Forms that were sent: the same form twice leads to the same page and counts once. */
public interface FormSubmissions {

    /**
     * Claims a key within the running transaction. A second claim waits for the first to end.
     *
     * @throws AlreadySent if the key was used
     */
    void claim(UUID key, Actor by, String path, byte[] bodyHash);

    /** Where the form led. */
    void conclude(UUID key, String location);

    /** Nothing came of the form: it was shown again with its mistakes. */
    void abandon(UUID key);

    Optional<Sent> sent(UUID key, Actor by);

    record Sent(String path, byte[] bodyHash, String location) {}

    /** The key was used before. */
    final class AlreadySent extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public AlreadySent() {
            super("form already sent");
        }
    }
}
