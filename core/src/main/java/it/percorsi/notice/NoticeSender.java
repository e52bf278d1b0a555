package it.percorsi.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A way out for what people are told. */
public interface NoticeSender {

    /** Whether it is set up for this channel. */
    boolean sends(Channel channel);

    /**
     * @throws NotTaken if whoever carries it did not take it
     */
    void send(Letter letter) throws NotTaken;

    /**
     * A notice in words.
     *
     * @param notice the same at each attempt: whoever carries it may know it by this
     * @param silence where they say that they want no more of this kind, or null
     */
    record Letter(
            UUID notice,
            Channel channel,
            String recipient,
            String subject,
            String body,
            @Nullable String silence) {

        /** Nobody's name or number in a log. */
        @Override
        public String toString() {
            return "letter";
        }
    }

    /** To be tried again. */
    final class NotTaken extends Exception {

        private static final long serialVersionUID = 1L;

        /**
         * @param kind of failure, which is told in the log: nobody's name or number in it
         */
        public NotTaken(String kind) {
            super(kind);
        }
    }
}
