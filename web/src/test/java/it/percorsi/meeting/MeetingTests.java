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

    private Client.Page attended(String minutes, String others, String... usernames) {
        StringBuilder body = new StringBuilder();
        social.seal(minutes, minutes.replace("/minutes", "/present"))
                .forEach((name, value) ->
                        body.append(name).append('=').append(Client.encode(value)).append('&'));
        for (String username : usernames) {
            body.append("present=").append(operator(username)).append('&');
        }
        body.append("others=").append(Client.encode(others));
        return social.sendBody(minutes.replace("/minutes", "/present"), body.toString());
    }

    private static UUID operator(String username) {
        return TRUTH.queryForObject(
                "select id from operator where username = ?", UUID.class, username);
    }

    private static UUID id(String minutes) {
        return UUID.fromString(minutes.split("/")[2]);
    }

    @Test
    void theMinutesSayWhoWasThere() {
        Client.Page item = begin(caseOf(person("Hoxha", "Arta")));
        String minutes = discuss(item, "", "Detto con tutti").path();
        assertThat(social.get(minutes).body())
                .containsPattern("<li>Elena Cecchi, [^<]+</li>")
                .doesNotContainPattern("<li>Andrea Sanesi, [^<]+</li>");

        Client.Page page =
                attended(
                        minutes,
                        "Ines Ferri, educatrice della scuola",
                        "sociale.prato",
                        "cpi.prato");

        assertThat(page.body())
                .containsPattern("<li>Elena Cecchi, [^<]+</li>")
                .containsPattern("<li>Andrea Sanesi, [^<]+</li>")
                .contains("Ines Ferri, educatrice della scuola");
        assertThat(attended(minutes, "", "sociale.prato").body())
                .doesNotContainPattern("<li>Andrea Sanesi, [^<]+</li>");
        Client.Page strange = attended(minutes, "", "cpi.pistoia");
        assertThat(strange.status()).isEqualTo(409);
        assertThat(strange.body()).contains("scrivilo tra gli altri");
        assertThat(attended(minutes, "", new String[0]).status()).isEqualTo(200);
        assertThat(social.post(minutes, minutes.replace("/minutes", "/closing"), Map.of()).body())
                .contains("segna chi c&#39;era");
        attended(minutes, "", "sociale.prato", "cpi.prato");
        assertThat(social.post(minutes, minutes.replace("/minutes", "/closing"), Map.of()).body())
                .contains("Verbale chiuso")
                .containsPattern("<li>Andrea Sanesi, [^<]+</li>")
                .doesNotContain("Salva i presenti");
        assertThat(count("meeting_present where meeting_id = ?", id(minutes))).isEqualTo(2);
        assertThat(count("trail where action = 'ATTEND' and subject_id = ?", id(minutes)))
                .isPositive();
    }

    @Test
    void whatWasDecidedStaysAsItWasWhenTheMinutesWereClosed() {
        Client.Page item = begin(caseOf(person("Hoxha", "Arta")));
        String minutes =
                discuss(item, "andrea: preparare il colloquio del maglificio entro venerdì", "")
                        .path();
        String due =
                TRUTH.queryForObject(
                        "select to_char(due_on, 'FMDD/FMMM/YYYY') from task where origin_id = ?",
                        String.class,
                        id(minutes));
        social.post(minutes, minutes.replace("/minutes", "/closing"), Map.of());

        TRUTH.update(
                """
                update task set what = 'altro', due_on = due_on + 30, owner_id = ?, organisation_id = asked_for_id
                where origin_id = ?\
                """,
                operator("sociale.prato"),
                id(minutes));

        assertThat(social.get(minutes).body())
                .containsPattern("Andrea Sanesi, [^<]+: preparare il colloquio del maglificio")
                .contains(due)
                .doesNotContain("altro,");
        assertThat(as("cpi.prato").get(minutes).body())
                .contains("preparare il colloquio del maglificio");
        assertThat(as("cpi.pistoia").get(minutes).status()).isEqualTo(404);
        assertThat(count("meeting_decision where meeting_id = ?", id(minutes))).isOne();
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
