package it.percorsi.reminder.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.notice.NoticeSender;
import it.percorsi.notice.web.ByMail;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator is told each morning, and who is told nothing. */
class MorningMailTests extends MorningMailCase {

    private static String body(MimeMessage message) throws Exception {
        return ((String) message.getContent()).replace("\r\n", "\n");
    }

    @Test
    void itTellsTheNumbersOfScadenzeAndNothingElse() throws Exception {
        Colleague bruna = colleague();
        owes(bruna, -3);
        owes(bruna, -1);
        owes(bruna, 4);

        send();

        assertThat(bruna.received()).hasSize(1);
        MimeMessage mail = bruna.received().getFirst();
        assertThat(mail.getSubject()).isEqualTo("Percorsi: scadenze 3, passate 2");
        assertThat(mail.getFrom()).containsExactly(new InternetAddress(ByMail.FROM));
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress(bruna.address()));
        assertThat(mail.getContentType()).containsIgnoringCase("text/plain; charset=utf-8");
        assertThat(body(mail).strip())
                .isEqualTo(
                        """
                        Quello che aspetta te o il tuo ente, come lo trovi in Scadenze:

                        %s, servizio sociale
                        Scadenze: 3, passate: 2
                        - Compito: 3, passate 2

                        Per leggere quali sono:
                        https://percorsi.example.it/reminders

                        In questo messaggio non c'è nulla delle persone. Per non riceverlo più:
                        https://percorsi.example.it/account\
                        """
                                .formatted(nameOf(bruna.body())));
        assertThat(as(bruna.username()).get("/cases").body()).contains("Scadenze: 3, passate: 2");
    }

    private static String nameOf(UUID body) {
        return TRUTH.queryForObject(
                "select name from organisation where id = ?", String.class, body);
    }

    @Test
    void whoWorksForSeveralBodiesGetsOneMailThatTellsEach() throws Exception {
        Colleague bruna = colleague();
        UUID other = inAnotherBody(bruna.id(), bruna.person());
        owes(bruna, 1);
        owes(bruna, other, -1);
        owes(bruna, other, 6);

        send();

        assertThat(bruna.received()).hasSize(1);
        assertThat(bruna.received().getFirst().getSubject())
                .isEqualTo("Percorsi: scadenze 3, passate 1");
        assertThat(body(bruna.received().getFirst()))
                .contains(
                        nameOf(bruna.body())
                                + ", servizio sociale\nScadenze: 1, passate: 0\n- Compito: 1\n",
                        nameOf(other)
                                + ", servizio sociale\nScadenze: 2, passate: 1\n- Compito: 2, passate 1\n");
    }

    @Test
    void countingLooksAtNobodyAndTheClockSignsWhatWasSent() {
        Colleague bruna = colleague();
        owes(bruna, 0);

        send();

        assertThat(count("trail where operator_id = ?", bruna.id())).isZero();
        assertThat(
                        count(
                                "trail t join operator o on o.id = t.operator_id where o.username = 'scadenze' and t.role = 'CLOCK' and t.action = 'REMIND' and t.subject_id = ? and t.organisation_id = ? and t.person_ids = '{}'",
                                bruna.id(),
                                bruna.body()))
                .isOne();
    }

    @Test
    void whoHasNothingNearIsToldNothing() {
        Colleague free = colleague();
        Colleague later = colleague();
        owes(later, 4);
        Colleague near = colleague();
        owes(near, 3);

        send();

        assertThat(free.received()).isEmpty();
        assertThat(later.received()).isEmpty();
        assertThat(status(later)).isEqualTo("NOTHING");
        assertThat(near.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update work_mail set daily = false where operator_id = ?",
                "update work_mail set address = null where operator_id = ?",
                "update operator set active = false where id = ?",
                "update membership set valid_until = valid_from where operator_id = ?"
            })
    void whoIsNotToBeToldIsNot(String why) {
        Colleague bruna = colleague();
        owes(bruna, -1);
        TRUTH.update(why, bruna.id());

        send();

        assertThat(bruna.received()).isEmpty();
        assertThat(status(bruna)).isEqualTo("NEVER");
    }

    @Test
    void nobodyIsToldBeforeTheHourNorWhereNobodyWorks() {
        Colleague bruna = colleague();
        owes(bruna, -1);
        NoticeSender server = ByMail.to(SERVER.getSmtp().getPort());

        sendingAt(day().atTime(6, 59), server).send();
        sendingAt(day().with(java.time.DayOfWeek.SATURDAY).atTime(9, 0), server).send();
        sendingAt(day().with(java.time.DayOfWeek.SUNDAY).atTime(9, 0), server).send();

        assertThat(status(bruna)).isEqualTo("NEVER");
        sendingAt(day().atTime(7, 0), server).send();
        assertThat(bruna.received()).hasSize(1);
    }
}
