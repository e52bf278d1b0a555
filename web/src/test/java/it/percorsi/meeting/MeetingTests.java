package it.percorsi.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Going through cases in a meeting: tasks, the next one, the minutes. */
class MeetingTests extends RunningApplication {

    private Client social;

    @BeforeEach
    void somebodyLeads() {
        social = as("sociale.prato");
    }

    private static UUID caseOf(UUID person) {
        return TRUTH.queryForObject(
                "select id from case_file where person_id = ?", UUID.class, person);
    }

    /**
     * @return the page of the first case
     */
    private Client.Page begin(UUID... cases) {
        Map<String, String> form = new HashMap<>(social.seal("/meetings", "/meetings"));
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) ->
                body.append(name).append('=').append(Client.encode(value)).append('&'));
        for (UUID each : cases) {
            body.append("cases=").append(each).append('&');
        }
        return social.sendBody("/meetings", body.toString());
    }

    private Client.Page discuss(Client.Page item, String tasks, String words) {
        return social.post(item.path(), item.path(), Map.of("tasks", tasks, "words", words));
    }

    @Test
    void eachCaseLeadsToTheNextAndTheMinutesComposeThemselves() {
        UUID arta = person("Hoxha", "Arta");
        UUID li = person("Chen", "Li");
        Client.Page first = begin(caseOf(arta), caseOf(li));
        assertThat(first.body()).contains("Caso 1 di 2").contains("Ultimi fatti");

        Client.Page second =
                discuss(
                        first,
                        "andrea: proporre la mensa di via Roma entro venerdì\nio: contributo affitto da rifare entro due settimane",
                        "Si continua insieme.");
        assertThat(second.body()).contains("Caso 2 di 2");
        Client.Page minutes = discuss(second, "", "Si chiude tra un mese.");

        assertThat(minutes.path()).endsWith("/minutes");
        assertThat(minutes.body())
                .contains("proporre la mensa di via Roma")
                .contains("Andrea Sanesi")
                .contains("Si continua insieme.")
                .contains("Si chiude tra un mese.");
        assertThat(
                        count(
                                "task where origin = 'MEETING' and section = 'LABOUR' and what in ('proporre la mensa di via Roma', 'contributo affitto da rifare')"))
                .isEqualTo(2);
        assertThat(as("cpi.prato").get("/tasks").body()).contains("in riunione");
    }

    @Test
    void aLineThatCannotBeReadKeepsEverythingAndWritesNothing() {
        UUID arta = person("Hoxha", "Arta");
        Client.Page item = begin(caseOf(arta));

        Client.Page page =
                discuss(
                        item,
                        "io: cosa letta bene entro domani\nsentire il proprietario entro domani",
                        "Parole della riunione da tenere");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("Riga 2, «sentire il proprietario entro domani»: manca chi lo fa")
                .contains("io: cosa letta bene entro domani")
                .contains("Parole della riunione da tenere");
        assertThat(count("task where what = 'cosa letta bene'")).isZero();
        assertThat(count("meeting_item where words like 'Parole della riunione%'")).isZero();
    }

    @Test
    void onceClosedNobodyWritesAndWhoOnlyTakesPartNeverDoes() {
        UUID arta = person("Hoxha", "Arta");
        Client.Page item = begin(caseOf(arta));
        Client cpi = as("cpi.prato");
        assertThat(cpi.get(item.path()).body()).doesNotContain("Registra e avanti");
        assertThat(cpi.post(item.path(), item.path(), Map.of("words", "Scritto da altri")).status())
                .isEqualTo(409);

        Client.Page minutes = discuss(item, "", "Detto prima di chiudere");
        String meeting = minutes.path().replace("/minutes", "");
        assertThat(social.post(minutes.path(), meeting + "/closing", Map.of()).body())
                .contains("Verbale chiuso");

        assertThat(discuss(item, "", "Detto dopo").status()).isEqualTo(409);
        assertThat(count("meeting_item where words = 'Detto dopo'")).isZero();
        assertThat(
                        count(
                                "meeting_item where words = 'Detto prima di chiudere' and discussed_at is not null"))
                .isOne();
    }

    @Test
    void theMinutesShowToEachOnlyTheCasesTheySee() {
        UUID arta = person("Hoxha", "Arta");
        UUID alone =
                TRUTH.queryForObject(
                        """
                        select c.person_id from case_file c join organisation o on o.id = c.organisation_id
                        where o.code = 'comune-prato' and c.status = 'IN_CARE' and c.person_id <> ?
                            and exists (select 1 from team_member t join operator w on w.id = t.operator_id
                                where t.case_file_id = c.id and t.status = 'JOINED' and w.username = 'cpi2.prato') limit 1\
                        """,
                        UUID.class,
                        arta);
        UUID secret = open(social, "Riservata", Map.of("phone", "333 000 9521"));
        String care = "/cases/" + caseOf(secret) + "/care";
        social.post(
                care,
                care,
                Map.of(
                        "manager",
                        TRUTH.queryForObject(
                                "select id::text from operator where username = 'sociale.prato'",
                                String.class),
                        "decision",
                        "Da soli"));
        Client.Page item = begin(caseOf(arta), caseOf(alone), caseOf(secret));
        String meeting =
                TRUTH.queryForObject(
                        "select meeting_id::text from meeting_item where id = ?::uuid",
                        String.class,
                        item.path().substring("/meetings/items/".length()));

        assertThat(social.get("/meetings/" + meeting + "/minutes").body())
                .contains("Hoxha Arta")
                .contains("Riservata Prova");
        assertThat(as("cpi.prato").get("/meetings/" + meeting + "/minutes").body())
                .contains("Hoxha Arta")
                .doesNotContain("Riservata");
        assertThat(as("cpi.pistoia").get("/meetings/" + meeting + "/minutes").status())
                .isEqualTo(404);
    }
}
