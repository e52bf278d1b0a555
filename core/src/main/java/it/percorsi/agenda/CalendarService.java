package it.percorsi.agenda;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Secret;
import it.percorsi.pathway.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An operator's own calendar in other programs. */
@Service
@Transactional
public class CalendarService {

    private final CalendarFeeds feeds;
    private final AccessTrail trail;

    CalendarService(CalendarFeeds feeds, AccessTrail trail) {
        this.feeds = feeds;
        this.trail = trail;
    }

    public Optional<CalendarFeeds.Feed> own(Actor by) {
        return feeds.own(by);
    }

    /** A new address, in the place of the one there was. */
    public Secret make(Actor by, Instant at) {
        revoke(by, at);
        UUID id = Ids.next();
        Secret secret = Secret.fresh();
        feeds.make(id, secret, by, at);
        trail.changed(by, "MAKE_CALENDAR", "calendar", id, List.of(), at);
        return secret;
    }

    public void revoke(Actor by, Instant at) {
        feeds.own(by)
                .ifPresent(feed -> {
                    feeds.revoke(feed.id(), by, at);
                    trail.changed(by, "REVOKE_CALENDAR", "calendar", feed.id(), List.of(), at);
                });
    }

    /**
     * A program reads every few minutes and sees nobody's name: a reading is not a row of the
     * trail, which is about people, but the time of the last one, which the operator sees.
     */
    public Optional<List<CalendarFeeds.Entry>> read(Secret secret) {
        return feeds.read(secret);
    }
}
