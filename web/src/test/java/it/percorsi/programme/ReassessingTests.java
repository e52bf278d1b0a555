package it.percorsi.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** The requisites of who is enrolled are judged again only when somebody asks, beside the old. */
class ReassessingTests extends RunningApplication {

    private UUID enrolled(Client desk, String familyName, String phone) {
        UUID id = open(desk, familyName, Map.of("phone", phone));
        String data = "/people/" + id + "/data";
        desk.post(data, "/people/" + id + "/permits", Map.of("kind", "FAMILY"));
        desk.post(
                data,
                "/people/" + id + "/enrolments",
                Map.of("programme", "TEAMS", "need", "true", "turnReason", "Chi aspetta lo sa"));
        return id;
    }

    private static UUID enrolment(UUID person) {
        return TRUTH.queryForObject(
                "select id from enrolment where person_id = ?", UUID.class, person);
    }

    private static Client.Page again(Client by, UUID person, String seen) {
        return by.post(
                "/people/" + person + "/enrolments",
                "/enrolments/" + enrolment(person) + "/reassessment",
                Map.of("need", "true", "seen", seen));
    }

    @Test
    void whatChangedIsSaidAndNothingChangesByItself() {
        Client desk = as("sportello.prato");
        UUID person = enrolled(desk, "Rivalutata", "333 000 9841");
        String page = "/people/" + person + "/enrolments";
        assertThat(desk.get(page).body()).contains("Rivaluta i requisiti");

        assertThat(again(desk, person, "").body())
                .contains("TEAMS: iscrizione attiva")
                .contains("Che cosa è cambiato dalla valutazione di prima: niente.");

        TRUTH.update("update citizenship set country = 'IT' where person_id = ?", person);
        assertThat(desk.get(page).body()).doesNotContain("non ha più i requisiti");
        assertThat(again(desk, person, "Visto il decreto di cittadinanza").body())
                .contains("TEAMS: iscrizione attiva")
                .contains("Secondo questa valutazione non ha più i requisiti")
                .contains("Niente cambia da sé")
                .contains("Che cosa si è visto: Visto il decreto di cittadinanza")
                .contains("Cittadinanza di un Paese terzo: Albania.")
                .contains("Valutazioni di prima: 2");
        assertThat(count("reassessment where person_id = ?", person)).isEqualTo(2);
        assertThat(count("trail where action = 'REASSESS' and ? = any (person_ids)", person))
                .isEqualTo(2);
        assertThat(desk.get("/people/" + person + "/diary").body())
                .contains("Requisiti del progetto rivalutati");
        assertThat(
                        TRUTH.queryForObject(
                                "select snapshot from enrolment where person_id = ?",
                                String.class,
                                person))
                .contains("eligibility.citizenship.third-country");
    }

    @Test
    void anExpiredPermitWithItsReceiptGoesOnWithAWarning() {
        Client desk = as("sportello.prato");
        UUID person = enrolled(desk, "Ricevuta", "333 000 9842");
        TRUTH.update(
                "update residence_permit set expires_on = current_date - 10, receipt_on = current_date - 30 where person_id = ?",
                person);

        assertThat(again(desk, person, "").body())
                .contains("con ricevuta di rinnovo: i diritti restano")
                .doesNotContain("non ha più i requisiti");

        TRUTH.update("update residence_permit set receipt_on = null where person_id = ?", person);
        assertThat(again(desk, person, "").body())
                .contains("senza ricevuta di rinnovo")
                .contains("Secondo questa valutazione non ha più i requisiti");
    }

    @Test
    void theBodyThatEnrolledJudgesAgainAndWhatEndedIsJudgedNoMore() {
        Client desk = as("sportello.prato");
        UUID person = enrolled(desk, "Conclusa", "333 000 9843");
        String page = "/people/" + person + "/enrolments";

        assertThat(
                        as("sportello.pistoia")
                                .post(
                                        "/desk",
                                        "/enrolments/" + enrolment(person) + "/reassessment",
                                        Map.of())
                                .status())
                .isEqualTo(404);
        desk.post(page, "/enrolments/" + enrolment(person) + "/completion", Map.of());
        assertThat(again(desk, person, "").status()).isEqualTo(409);
        assertThat(count("reassessment where person_id = ?", person)).isZero();
    }

    @Test
    void whatWasFoundIsNeverWrittenOver() {
        Client desk = as("sportello.prato");
        UUID person = enrolled(desk, "Scritta", "333 000 9844");
        assertThatThrownBy(() ->
                        TRUTH.update(
                                "update enrolment set snapshot = 'x' where person_id = ?", person))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("snapshot_stays");
    }
}
