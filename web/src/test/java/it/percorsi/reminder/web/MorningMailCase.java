package it.percorsi.reminder.web;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import it.percorsi.RunningApplication;
import it.percorsi.access.Operators;
import it.percorsi.notice.NoticeSender;
import it.percorsi.notice.web.ByMail;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Rome;
import it.percorsi.reminder.ReminderMails;
import it.percorsi.reminder.ReminderService;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Operators of bodies where nothing else waits, and a real mail server. */
abstract class MorningMailCase extends RunningApplication {

    @RegisterExtension
    static final GreenMailExtension SERVER =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private static int next;

    @Autowired private ReminderMails mails;
    @Autowired private ReminderService reminders;
    @Autowired private Operators operators;
    @Autowired private ReminderLetter letter;

    @AfterEach
    void nobodyElseIsWrittenTo() {
        TRUTH.update("delete from work_mail");
    }

    /** Today, or Monday where nobody works today. */
    protected static LocalDate day() {
        LocalDate today = LocalDate.now(Rome.ZONE);
        return today.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                ? today
                : today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    protected SendingReminders sendingAt(LocalDateTime time, NoticeSender sender) {
        Instant now = Rome.instant(time);
        return new SendingReminders(
                mails,
                reminders,
                operators,
                letter,
                List.of(sender),
                Clock.fixed(now, Rome.ZONE),
                "07:00");
    }

    protected SendingReminders by(NoticeSender sender) {
        return sendingAt(day().atTime(7, 15), sender);
    }

    protected void send() {
        by(ByMail.to(SERVER.getSmtp().getPort())).send();
    }

    /** Somebody with a work address, of a new body whose only person is Fatou. */
    protected record Colleague(UUID id, String username, UUID body, UUID person) {

        String address() {
            return username + "@ente.example.it";
        }

        List<MimeMessage> received() {
            return Arrays.stream(SERVER.getReceivedMessagesForDomain(address())).toList();
        }
    }

    protected Colleague colleague() {
        String username = "posta." + ++next;
        UUID id = Ids.next();
        UUID person =
                open(as("sportello.prato"), "Mattiniera" + next, Map.of("givenName", "Fatou"));
        TRUTH.update(
                "insert into operator values (?, ?, 'Bruna Lettieri', true, false, 0)",
                id,
                username);
        TRUTH.update(
                "insert into credential select ?, c.password_hash from credential c join operator o on o.id = c.operator_id where o.username = 'sociale.prato'",
                id);
        TRUTH.update(
                "insert into work_mail values (?, ?, true)", id, username + "@ente.example.it");
        return new Colleague(id, username, inAnotherBody(id, person), person);
    }

    /** A role in a new body that holds the person's file too. */
    protected static UUID inAnotherBody(UUID operator, UUID person) {
        UUID body = Ids.next();
        TRUTH.update(
                "insert into organisation values (?, ?, ?, 'MUNICIPALITY', null, 0)",
                body,
                "posta-" + body,
                "Ente della posta " + body.toString().substring(24));
        TRUTH.update(
                "insert into membership values (?, ?, ?, 'SOCIAL_WORKER', current_date, null)",
                Ids.next(),
                operator,
                body);
        TRUTH.update(
                """
                insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, valid_from,
                    given_by, given_by_organisation_id)
                select gen_random_uuid(), person_id, ?, basis, roles, sections, reason, valid_from, given_by, ?
                from access_grant where person_id = ? and basis = 'FILE' limit 1\
                """,
                body,
                body,
                person);
        return body;
    }

    protected static void owes(Colleague who, UUID body, int inDays) {
        TRUTH.update(
                """
                insert into task (id, person_id, organisation_id, owner_id, what, section, due_on, status, origin,
                    asked_by_id, asked_for_id, asked_at, version)
                values (gen_random_uuid(), ?, ?, ?, 'telefonare a Fatou', 'SOCIAL', ?, 'OPEN', 'HAND', ?, ?, now(), 0)\
                """,
                who.person(),
                body,
                who.id(),
                day().plusDays(inDays),
                who.id(),
                body);
    }

    protected static void owes(Colleague who, int inDays) {
        owes(who, who.body(), inDays);
    }

    protected static String status(Colleague who) {
        return TRUTH.queryForObject(
                "select coalesce(max(status), 'NEVER') from reminder_mail where operator_id = ?",
                String.class,
                who.id());
    }
}
