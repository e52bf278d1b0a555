package it.percorsi.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * What a person is to be told now.
 *
 * @param recipient the e-mail address or the telephone number
 * @param place the town and, where it is known, the street; never the service
 */
public record Notice(
        UUID id,
        UUID appointmentId,
        Kind kind,
        Channel channel,
        String recipient,
        String givenName,
        String language,
        Instant startsAt,
        String place) {

    /** What is told. */
    public enum Kind {
        BOOKED,
        MOVED,
        CANCELLED,
        REMINDER
    }

    /** Nobody's name or number in a log. */
    @Override
    public String toString() {
        return "notice " + id;
    }
}
