package it.percorsi.notice.web;

import it.percorsi.access.Secret;
import it.percorsi.notice.Channel;
import it.percorsi.notice.Notice;
import it.percorsi.notice.NoticeSender;
import it.percorsi.notice.Outbox;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, on whatever node is free. Each notice is sent once at least: if a node stops
 * between sending and saying so, another sends it again.
 */
@Component
public class SendingNotices {

    private static final Logger LOG = LoggerFactory.getLogger(SendingNotices.class);
    private static final int BATCH = 50;

    private final Outbox outbox;
    private final Wording wording;
    private final List<NoticeSender> senders;
    private final String address;

    SendingNotices(
            Outbox outbox,
            Wording wording,
            List<NoticeSender> senders,
            @Value("${percorsi.address:}") String address,
            @Value("${server.port:8080}") int port) {
        this.outbox = outbox;
        this.wording = wording;
        this.senders = senders;
        // Without an address only the demonstration sends, and it is tried on its own machine.
        this.address = address.isEmpty() ? "http://localhost:" + port : address;
    }

    @Scheduled(
            initialDelayString = "${percorsi.notices.every:PT20S}",
            fixedDelayString = "${percorsi.notices.every:PT20S}")
    public void send() {
        List<Notice> due;
        do {
            due = outbox.claim(channels(), BATCH);
            due.forEach(notice -> outbox.conclude(notice.id(), sent(notice)));
        } while (due.size() == BATCH);
    }

    /** Those that can be sent by here and now. */
    Set<Channel> channels() {
        EnumSet<Channel> open = EnumSet.noneOf(Channel.class);
        Arrays.stream(Channel.values())
                .filter(channel -> senders.stream().anyMatch(sender -> sender.sends(channel)))
                .forEach(open::add);
        return open;
    }

    private boolean sent(Notice notice) {
        try {
            NoticeSender sender =
                    senders.stream()
                            .filter(s -> s.sends(notice.channel()))
                            .findFirst()
                            .orElseThrow();
            sender.send(wording.letter(notice, link(notice)));
            return true;
        } catch (NoticeSender.NotTaken refusal) {
            LOG.warn("A notice was not taken: {}", refusal.getMessage());
            return false;
        } catch (RuntimeException failure) {
            // What was to be sent is of somebody: only the kind of failure is told.
            LOG.warn("A notice was not taken: {}", failure.getClass().getSimpleName());
            return false;
        }
    }

    /** Made anew each time: what is kept is a hash. A cancelled appointment has no page. */
    private @Nullable String link(Notice notice) {
        if (notice.kind() == Notice.Kind.CANCELLED) {
            return null;
        }
        Secret secret = Secret.fresh();
        outbox.open(secret, notice);
        return address + "/a/" + secret.text();
    }
}
