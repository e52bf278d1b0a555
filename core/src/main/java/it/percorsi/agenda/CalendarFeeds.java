package it.percorsi.agenda;

import it.percorsi.access.Actor;
import it.percorsi.access.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The addresses at which operators' own calendars can be read by other programs. */
public interface CalendarFeeds {

    /** The viewer's address in force. */
    Optional<Feed> own(Actor viewer);

    void make(UUID id, Secret secret, Actor by, Instant at);

    void revoke(UUID feed, Actor by, Instant at);

    /**
     * What is in the calendar at an address; asked before anybody acts.
     *
     * @return empty if the address is nobody's, was revoked, or is of somebody who has no role left
     */
    Optional<List<Entry>> read(Secret secret);

    /**
     * @param lastReadAt when a program last read it
     */
    record Feed(UUID id, Instant madeAt, @Nullable Instant lastReadAt) {}

    /**
     * An appointment, or the hour of a plan, without its person.
     *
     * @param id of the appointment, or of those who have the hour together
     * @param service null where its name would say something of a person's need
     */
    record Entry(
            UUID id,
            boolean hour,
            @Nullable String service,
            String place,
            Instant startsAt,
            Instant endsAt,
            boolean cancelled,
            int version,
            Instant changedAt) {

        /** What it is called where nobody may be named. */
        public String code() {
            String text = id.toString();
            return text.substring(text.length() - 8).toUpperCase(java.util.Locale.ROOT);
        }
    }
}
