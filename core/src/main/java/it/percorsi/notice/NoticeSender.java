package it.percorsi.notice;

/** A way out for what people are told. */
public interface NoticeSender {

    /** Whether it is set up for this channel. */
    boolean sends(Channel channel);

    /**
     * @throws NotTaken if whoever carries it did not take it
     */
    void send(Letter letter) throws NotTaken;

    /** A notice in words. */
    record Letter(Channel channel, String recipient, String subject, String body) {

        /** Nobody's name or number in a log. */
        @Override
        public String toString() {
            return "letter";
        }
    }

    /** To be tried again. */
    final class NotTaken extends Exception {

        private static final long serialVersionUID = 1L;

        public NotTaken(String kind) {
            super(kind);
        }
    }
}
