package it.percorsi.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.database.Roles;
import it.percorsi.database.TestServer;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How notices leave, and what happens when they do not. */
class SendingNoticesTests extends NoticeCase {

    @Autowired private Outbox outbox;

    @Test
    void whatIsNotTakenIsTriedAgainLaterAndSaidWhenItNeverIs() {
        Booked vjosa = booked("Guasti");
        for (int attempt = 1; attempt <= 6; attempt++) {
            TRUTH.update(
                    "update appointment_notice set next_at = now() where appointment_id = ? and kind = 'BOOKED'",
                    vjosa.appointment());
            Notice taken = taken(vjosa).getFirst();
            assertThat(taken(vjosa)).as("not before its time").isEmpty();
            outbox.conclude(taken.id(), false);
        }

        assertThat(status(vjosa, "BOOKED")).isEqualTo("FAILED.NOT_TAKEN");
        assertThat(as("sportello.prato").get(vjosa.path()).body())
                .contains("non partito dopo sei tentativi: avvisa tu");
        assertThat(letters(vjosa)).isEmpty();
    }

    private List<Notice> taken(Booked whose) {
        return outbox.claim(Set.of(Channel.SMS), 500).stream()
                .filter(notice -> notice.appointmentId().equals(whose.appointment()))
                .toList();
    }

    @Test
    void whatOneNodeHasInHandAnotherPassesOver() throws Exception {
        Booked vjosa = booked("Nodi");
        try (Connection node = TestServer.source("web_tests", "postgres").getConnection()) {
            node.setAutoCommit(false);
            node.createStatement()
                    .executeQuery(
                            "select 1 from appointment_notice where appointment_id = '%s' for update"
                                    .formatted(vjosa.appointment()));

            assertThat(taken(vjosa)).isEmpty();
            node.rollback();
        }
        assertThat(taken(vjosa)).hasSize(1);
    }

    @Test
    void whereNothingIsSentNoticesWaitAndThePageSaysSo() {
        Booked vjosa = booked("Attese");

        outbox.claim(Set.of(), 500);

        assertThat(status(vjosa, "BOOKED")).isEqualTo("WAITING.NO_CHANNEL");
        assertThat(as("sportello.prato").get(vjosa.path()).body())
                .contains("questa installazione non manda avvisi per questa via");
    }

    @Test
    void noPageReachesWhatWaitsToBeSent() {
        JdbcTemplate application =
                new JdbcTemplate(TestServer.source("web_tests", Roles.APPLICATION));

        for (String sql :
                List.of(
                        "select * from claim_notices('{SMS}', 1)",
                        "select decline_appointment('x')",
                        "select * from appointment_by_link('x')",
                        "select * from appointment_link",
                        "insert into appointment_notice (kind) values ('BOOKED')")) {
            assertThatThrownBy(() -> application.queryForList(sql))
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(application.queryForList("select * from appointment_notice")).isEmpty();
    }
}
