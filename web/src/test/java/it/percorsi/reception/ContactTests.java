package it.percorsi.reception;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.pathway.Rome;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who asks and goes is counted without a name, and gets one only with a file. */
class ContactTests extends RunningApplication {

    private static Client.Page count(Client desk, String keys) {
        return desk.post("/desk", "/desk/contacts", Map.of("keys", keys));
    }

    private static UUID last(String operator) {
        return TRUTH.queryForObject(
                """
                select c.id from desk_contact c join operator o on o.id = c.operator_id
                where o.username = ? order by c.at desc, c.id desc limit 1\
                """,
                UUID.class,
                operator);
    }

    private static Map<String, Object> row(UUID contact) {
        return TRUTH.queryForMap(
                "select topic, language, channel, outcome, undone_at from desk_contact where id = ?",
                contact);
    }

    @ParameterizedTest
    @CsvSource({
        "1i, WORK, it, DESK, INFORMED",
        "2AZH, STAY, zh, DESK, SENT_ELSEWHERE",
        "6 p t, HEALTH, it, PHONE, APPOINTMENT",
        "7iurt, OTHER, ur, PHONE, INFORMED",
        "3iit, HOUSING, it, DESK, INFORMED"
    })
    void theKeysSayEverything(
            String keys, String topic, String language, String channel, String outcome) {
        Client.Page page = count(as("sportello.lucca"), keys);

        assertThat(page.path()).isEqualTo("/desk");
        assertThat(page.body()).contains("Contato.");
        assertThat(row(last("sportello.lucca")))
                .containsEntry("topic", topic)
                .containsEntry("language", language)
                .containsEntry("channel", channel)
                .containsEntry("outcome", outcome);
    }

    @Test
    void theListsSayTheSame() {
        Client desk = as("sportello.lucca");
        desk.post(
                "/desk",
                "/desk/contacts",
                Map.of(
                        "topic",
                        "SCHOOL",
                        "language",
                        "sq",
                        "channel",
                        "PHONE",
                        "outcome",
                        "SENT_ELSEWHERE"));

        assertThat(row(last("sportello.lucca")))
                .containsEntry("topic", "SCHOOL")
                .containsEntry("language", "sq")
                .containsEntry("channel", "PHONE")
                .containsEntry("outcome", "SENT_ELSEWHERE");
    }

    @ParameterizedTest
    @CsvSource({
        "8i, Non riesco a leggere questi tasti",
        "1f, Non riesco a leggere questi tasti",
        "1ixx, Questa sigla di lingua non c'è",
        "'', Scrivi almeno il numero"
    })
    void whatCannotBeReadComesBackAsTyped(String keys, String says) {
        int before = count("desk_contact");
        Client.Page page = count(as("sportello.lucca"), keys);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body().replace("&#39;", "'")).contains(says).contains("value=\"" + keys);
        assertThat(count("desk_contact")).isEqualTo(before);
    }

    @Test
    void aFileIsNeverOpenedByTypingThatItIs() {
        Client.Page page =
                as("sportello.lucca")
                        .post(
                                "/desk",
                                "/desk/contacts",
                                Map.of("topic", "WORK", "outcome", "FILE_OPENED"));

        assertThat(page.status()).isEqualTo(422);
    }

    @Test
    void itIsUndoneWithinTheDayAndByNobodyLater() {
        Client desk = as("sportello.pistoia");
        count(desk, "1i");
        UUID today = last("sportello.pistoia");
        Client.Page undone = desk.post("/desk", "/desk/contacts/" + today + "/undoing", Map.of());

        assertThat(undone.body()).contains("Annullato: non conta più.");
        assertThat(row(today).get("undone_at")).isNotNull();

        count(desk, "1i");
        UUID old = last("sportello.pistoia");
        Map<String, String> seal = desk.seal("/desk", "/desk/contacts/" + old + "/undoing");
        TRUTH.update("update desk_contact set at = at - interval '2 days' where id = ?", old);
        Client.Page late = desk.send("/desk/contacts/" + old + "/undoing", seal);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("solo nel giorno in cui");
        assertThat(row(old).get("undone_at")).isNull();
        assertThat(count("trail where action = 'UNDO' and subject_id = ?", today)).isOne();
    }

    @Test
    void aFileOpenedFromAContactIsItsPersonsAndNothingIsTypedTwice() {
        Client desk = as("sportello.prato");
        count(desk, "1isq");
        UUID contact = last("sportello.prato");
        Client.Page from = desk.get("/desk/contacts/" + contact + "/file");
        assertThat(from.body()).contains("lavoro, albanese");

        Client.Page form =
                desk.post(
                        "/desk/contacts/" + contact + "/file",
                        "/desk",
                        Map.of("q", "Kontakti Besa 4/5/1991", "contact", contact.toString()));
        assertThat(form.body()).contains("<option value=\"sq\" selected=\"selected\">");
        Map<String, String> file = Client.hidden(form.body(), "/desk/files");
        file.putAll(
                Map.of(
                        "familyName", "Kontakti",
                        "givenName", "Besa",
                        "bornOn", "4/5/1991",
                        "citizenship", "AL",
                        "language", "sq",
                        "noticeLanguage", "it",
                        "contact", contact.toString()));
        assertThat(desk.send("/desk/files", file).body()).contains("Kontakti Besa");

        UUID person = person("Kontakti", "Besa");
        assertThat(row(contact)).containsEntry("outcome", "FILE_OPENED");
        assertThat(count("contact_person where contact_id = ? and person_id = ?", contact, person))
                .isOne();
        assertThat(
                        count(
                                "trail where action = 'ATTACH' and subject_id = ? and person_ids = array[?]",
                                contact,
                                person))
                .isOne();

        Map<String, String> seal = desk.seal("/desk", "/desk/contacts");
        assertThat(desk.send("/desk/contacts/" + contact + "/undoing", seal).status())
                .as("a contact of somebody stays")
                .isEqualTo(409);
    }

    @Test
    void aContactTurnsOutToBeOfSomebodyKnown() {
        Client desk = as("sportello.prato");
        count(desk, "3isq");
        UUID contact = last("sportello.prato");
        UUID arta = person("Hoxha", "Arta");
        Client.Page hits =
                desk.post(
                        "/desk", "/desk", Map.of("q", "Hoxha Arta", "contact", contact.toString()));
        Map<String, String> seal =
                Client.hidden(hits.body(), "/desk/contacts/" + contact + "/person");
        seal.put("person", arta.toString());

        assertThat(desk.send("/desk/contacts/" + contact + "/person", seal).path())
                .isEqualTo("/people/" + arta);
        assertThat(count("contact_person where contact_id = ?", contact)).isOne();
    }

    @Test
    void nobodyElsesPersonIsReached() {
        Client desk = as("sportello.pistoia");
        count(desk, "1i");
        UUID contact = last("sportello.pistoia");
        Map<String, String> seal = desk.seal("/desk", "/desk/contacts");
        seal.put("person", person("Hoxha", "Arta").toString());

        assertThat(desk.send("/desk/contacts/" + contact + "/person", seal).status())
                .isEqualTo(404);
        assertThat(count("contact_person where contact_id = ?", contact)).isZero();
    }

    @Test
    void theRegisterCountsEachDayTopicLanguageAndOutcomeOnce() {
        Client desk = as("sociale.pistoia");
        for (String keys : List.of("1izh", "1azh", "5i", "5i")) {
            count(desk, keys);
        }
        UUID one = last("sociale.pistoia");
        desk.post("/desk", "/desk/contacts/" + one + "/undoing", Map.of());
        TRUTH.update(
                """
                update desk_contact set at = '2019-03-05 10:00+01'
                where undone_at is null and operator_id = (select id from operator where username = 'sociale.pistoia')\
                """);

        String page = desk.get("/desk/register?from=1/3/2019&until=31/3/2019").body();
        assertThat(page).contains("3 contatti").contains("martedì 5 marzo 2019");
        String csv =
                new String(
                        desk.download("/desk/register.csv?from=1/3/2019&until=31/3/2019").body(),
                        StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\ufeffGiorno;Argomento;Lingua;Canale;Esito;Contatti")
                .contains("05/03/2019;lavoro;Cinese;allo sportello;informato;1")
                .contains("05/03/2019;lavoro;Cinese;allo sportello;inviato altrove;1")
                .contains("05/03/2019;sociale;Italiano;allo sportello;informato;1");
        assertThat(as("sportello.lucca").get("/desk/register?from=1/3/2019&until=31/3/2019").body())
                .contains("0 contatti");
        assertThat(desk.get("/desk/register?from=2/3/2019&until=1/3/2019").status()).isEqualTo(422);
        assertThat(desk.get("/desk/register.csv?from=boh").status()).isEqualTo(422);
    }

    @Test
    void theDayIsRomes() {
        Client desk = as("sportello.lucca");
        count(desk, "1i");

        assertThat(
                        TRUTH.queryForObject(
                                "select day from desk_contact where id = ?",
                                LocalDate.class,
                                last("sportello.lucca")))
                .isEqualTo(LocalDate.now(Rome.ZONE));
    }
}
