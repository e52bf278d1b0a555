package it.percorsi.reminder.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.database.Roles;
import it.percorsi.database.TestServer;
import it.percorsi.notice.Channel;
import it.percorsi.notice.NoticeSender;
import it.percorsi.notice.web.ByMail;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** One mail an operator and day, whoever sends it and however often; a server that is down. */
@ExtendWith(OutputCaptureExtension.class)
class MorningMailOnceTests extends MorningMailCase {

    @Test
    void whoeverRunsAgainSendsNothingAgain() {
        Colleague bruna = colleague();
        owes(bruna, -1);

        send();
        send();

        assertThat(bruna.received()).hasSize(1);
        assertThat(status(bruna)).isEqualTo("SENT");
    }

    @Test
    void nodesThatRunAtOnceShareTheMails() throws Exception {
        List<Colleague> colleagues = Stream.generate(this::colleague).limit(8).toList();
        colleagues.forEach(who -> owes(who, -1));
        CyclicBarrier together = new CyclicBarrier(3);
        Callable<Void> node =
                () -> {
                    SendingReminders sending = by(ByMail.to(SERVER.getSmtp().getPort()));
                    together.await();
                    sending.send();
                    return null;
                };

        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            for (Future<Void> run : nodes.invokeAll(List.of(node, node, node))) {
                run.get();
            }
        }

        assertThat(colleagues).allSatisfy(who -> assertThat(who.received()).hasSize(1));
    }

    @Test
    void whatANodeHadInHandWhenItStoppedIsNotSentByAnother() {
        Colleague bruna = colleague();
        owes(bruna, -1);
        TRUTH.update(
                "insert into reminder_mail (operator_id, day) values (?, ?)", bruna.id(), day());

        send();

        assertThat(bruna.received()).isEmpty();
    }

    @Test
    void aServerThatIsDownLeavesItToTheNextRun(CapturedOutput output) throws Exception {
        Colleague bruna = colleague();
        owes(bruna, -1);

        by(ByMail.to(ByMail.closedPort())).send();

        assertThat(status(bruna)).isEqualTo("NOT_TAKEN");
        assertThat(count("trail where action = 'REMIND' and subject_id = ?", bruna.id())).isZero();
        assertThat(output.getAll())
                .contains("A reminder was not taken: MailSendException")
                .doesNotContain(bruna.address())
                .doesNotContain("Lettieri")
                .doesNotContain("Fatou");

        send();

        assertThat(bruna.received()).hasSize(1);
        assertThat(status(bruna)).isEqualTo("SENT");
    }

    @Test
    void aServerThatTakesNothingIsNotAskedForEverybody(CapturedOutput output) {
        Stream.generate(this::colleague).limit(5).forEach(who -> owes(who, -1));
        Refusing refusing = new Refusing("");

        by(refusing).send();

        assertThat(refusing.asked).hasValue(3);
        assertThat(output.getAll()).contains("Reminders wait for the next time");
    }

    @Test
    void anAddressThatIsRefusedKeepsNobodyWaiting() {
        Colleague wrong = colleague();
        Colleague right = colleague();
        owes(wrong, -1);
        owes(right, -1);

        by(new Refusing(wrong.address())).send();

        assertThat(status(wrong)).isEqualTo("NOT_TAKEN");
        assertThat(status(right)).isEqualTo("SENT");
    }

    @Test
    void noPageReachesTheMailsOfTheMorning() {
        JdbcTemplate application =
                new JdbcTemplate(TestServer.source("web_tests", Roles.APPLICATION));
        colleague();

        for (String sql :
                List.of(
                        "select * from operators_to_remind(current_date)",
                        "select * from reminder_mail",
                        "select conclude_reminder_mail(null, current_date, 'SENT')",
                        "select * from claim_reminder_mail(null, current_date)")) {
            assertThatThrownBy(() -> application.queryForList(sql))
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(application.queryForList("select * from work_mail")).as("nobody acts").isEmpty();
    }

    @Test
    void theSchemaKeepsOneMailADayAndNoneWhereNobodyWorks() {
        Colleague bruna = colleague();
        String mail = "insert into reminder_mail (operator_id, day) values (?, ?::date)";
        TRUTH.update(mail, bruna.id(), "2026-03-13");

        for (String day : List.of("2026-03-13", "2026-03-14", "2026-03-15")) {
            assertThatThrownBy(() -> TRUTH.update(mail, bruna.id(), day))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    /** A server that refuses every address that ends so. */
    private static final class Refusing implements NoticeSender {

        private final String whose;
        private final AtomicInteger asked = new AtomicInteger();

        Refusing(String whose) {
            this.whose = whose;
        }

        @Override
        public boolean sends(Channel channel) {
            return channel == Channel.EMAIL;
        }

        @Override
        public void send(Letter letter) throws NotTaken {
            asked.incrementAndGet();
            if (letter.recipient().endsWith(whose)) {
                throw new NotTaken("answer 550");
            }
        }
    }
}
