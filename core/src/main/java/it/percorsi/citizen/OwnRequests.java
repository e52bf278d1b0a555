package it.percorsi.citizen;

import it.percorsi.access.Secret;
import it.percorsi.agenda.Slot;
import it.percorsi.agenda.Timetable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What whoever has no account asks, and sees of what they asked. Nobody acts but they. */
public interface OwnRequests {

    /** Holds the time and leaves the request, or says why not. Sent twice it counts once. */
    Outcome send(Asked asked);

    /** Empty if the address is nobody's. */
    Optional<Standing> look(Secret secret);

    /**
     * @return false if there is nothing to withdraw any more
     */
    boolean withdraw(Secret secret);

    /** What became of sending. */
    enum Outcome {
        SENT,
        TAKEN,
        REFUSED
    }

    /**
     * @param source which address it came from, as a mark nobody can read
     */
    record Asked(
            Secret secret,
            byte[] source,
            Timetable.Bookable service,
            Slot slot,
            String language,
            String name,
            String phone,
            Instant expires) {

        /** Nobody's name or number in a log. */
        @Override
        public String toString() {
            return "request";
        }
    }

    /** Time, place and what became of it: neither name nor telephone. */
    record Standing(
            String code,
            String language,
            String service,
            String place,
            Instant startsAt,
            Instant expiresAt,
            RequestStatus status,
            @Nullable String reason) {}
}
