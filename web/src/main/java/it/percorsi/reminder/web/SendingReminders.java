package it.percorsi.reminder.web;

import it.percorsi.access.Actor;
import it.percorsi.access.Operators;
import it.percorsi.notice.Channel;
import it.percorsi.notice.NoticeSender;
import it.percorsi.pathway.Rome;
import it.percorsi.reminder.ReminderMails;
import it.percorsi.reminder.ReminderMails.Outcome;
import it.percorsi.reminder.ReminderService;
import it.percorsi.reminder.ReminderService.Digest;
import it.percorsi.site.CurrentActor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells operators every morning how much waits for them, on whatever node is free: once at most. It
 * counts as each of them would, one role after the other.
 */
@Component
class SendingReminders {

    private static final Logger LOG = LoggerFactory.getLogger(SendingReminders.class);

    /** So many refusals one after the other are the server's, and not of somebody's address. */
    private static final int SERVER_IS_DOWN = 3;

    private final ReminderMails mails;
    private final ReminderService reminders;
    private final Operators operators;
    private final ReminderLetter letter;
    private final List<NoticeSender> senders;
    private final Clock clock;
    private final LocalTime from;

    SendingReminders(
            ReminderMails mails,
            ReminderService reminders,
            Operators operators,
            ReminderLetter letter,
            List<NoticeSender> senders,
            Clock clock,
            @Value("${percorsi.reminders.at:07:00}") String from) {
        this.mails = mails;
        this.reminders = reminders;
        this.operators = operators;
        this.letter = letter;
        this.senders = senders;
        this.clock = clock;
        this.from = LocalTime.parse(from);
    }

    /** Again and again in the day: what the server did not take waits for the next time. */
    @Scheduled(cron = "${percorsi.reminders.cron:0 */15 * * * *}", zone = "Europe/Rome")
    void send() {
        Instant now = clock.instant();
        Optional<NoticeSender> sender =
                senders.stream().filter(s -> s.sends(Channel.EMAIL)).findFirst();
        if (sender.isEmpty() || !isTime(Rome.time(now))) {
            return;
        }
        int refused = 0;
        Iterator<UUID> waiting = mails.waiting(Rome.day(now)).iterator();
        while (waiting.hasNext() && refused < SERVER_IS_DOWN) {
            refused = told(waiting.next(), now, sender.get()) ? 0 : refused + 1;
        }
        if (waiting.hasNext()) {
            LOG.warn("Reminders wait for the next time: the mail server takes none");
        }
    }

    private boolean isTime(LocalDateTime time) {
        return time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                && !time.toLocalTime().isBefore(from);
    }

    /** Whether there was no failure. */
    private boolean told(UUID operator, Instant now, NoticeSender sender) {
        LocalDate day = Rome.day(now);
        Optional<String> address = mails.claim(operator, day);
        if (address.isEmpty()) {
            return true;
        }
        Outcome outcome = outcome(operator, address.get(), now, sender);
        mails.conclude(operator, day, outcome);
        return outcome != Outcome.NOT_TAKEN;
    }

    private Outcome outcome(UUID operator, String address, Instant now, NoticeSender sender) {
        try {
            List<Digest> digests =
                    operators.actors(operator).stream()
                            .map(actor -> counted(actor, now))
                            .filter(digest -> digest.open() > 0)
                            .toList();
            if (digests.stream().noneMatch(Digest::presses)) {
                return Outcome.NOTHING;
            }
            sender.send(
                    new NoticeSender.Letter(
                            mailOf(operator, Rome.day(now)),
                            Channel.EMAIL,
                            address,
                            letter.subject(digests),
                            letter.body(digests),
                            null));
            return Outcome.SENT;
        } catch (NoticeSender.NotTaken refusal) {
            LOG.warn("A reminder was not taken: {}", refusal.getMessage());
        } catch (RuntimeException failure) {
            // The address is somebody's: only the kind of failure is told.
            LOG.warn("A reminder was not taken: {}", failure.getClass().getSimpleName());
        }
        return Outcome.NOT_TAKEN;
    }

    /** Each role in a transaction of its own, which says who it acts for. */
    private Digest counted(Actor actor, Instant now) {
        return CurrentActor.as(actor, () -> reminders.digest(actor, now));
    }

    private static UUID mailOf(UUID operator, LocalDate day) {
        return UUID.nameUUIDFromBytes((operator + " " + day).getBytes(StandardCharsets.UTF_8));
    }
}
