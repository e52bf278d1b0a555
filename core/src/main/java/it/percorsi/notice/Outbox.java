package it.percorsi.notice;

import it.percorsi.access.Actor;
import it.percorsi.access.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits to be told, and what was told. Taking from it, nobody acts. */
public interface Outbox {

    /** Takes what is due: what is not concluded comes again later. */
    List<Notice> claim(Set<Channel> channels, int most);

    void conclude(UUID notice, boolean sent);

    /** From now to the appointment, the secret opens the person's page of it. */
    void open(Secret secret, Notice notice);

    /** What a person was told of an appointment the viewer may see, the latest first. */
    List<Told> told(UUID appointment, Actor viewer);

    /** When the person asked for another day, if they did. */
    @Nullable Instant moveAsked(UUID appointment, Actor viewer);

    /**
     * @param status WAITING, SENT, FAILED or DROPPED
     * @param outcome why it is not sent, or null
     */
    record Told(
            String kind,
            @Nullable String channel,
            String status,
            @Nullable String outcome,
            int attempts,
            Instant dueAt,
            @Nullable Instant doneAt) {

        /** The word for where it stands. */
        public String standing() {
            return outcome == null ? status : status + "." + outcome;
        }
    }
}
