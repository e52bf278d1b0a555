package it.percorsi.notice;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who wants to be told, and how. */
public interface NoticeChoices {

    /** Of somebody whose contacts the viewer may see. */
    Optional<Choice> of(UUID person, Actor viewer);

    void refuse(UUID person, boolean email, boolean sms, Actor by, Instant at);

    /**
     * @param hasEmail whether there is an address at all
     * @param emailRefusedAt since when they do not want it
     */
    record Choice(
            boolean hasEmail,
            boolean hasPhone,
            @Nullable Instant emailRefusedAt,
            @Nullable Instant smsRefusedAt) {}
}
