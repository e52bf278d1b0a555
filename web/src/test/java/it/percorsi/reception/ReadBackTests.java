package it.percorsi.reception;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screen turned to the person says what is known and booked, in two languages, and no more. */
class ReadBackTests extends RunningApplication {

    private static Client.Page readBack(Client client, UUID person) {
        return client.get("/people/" + person + "/readback");
    }

    @ParameterizedTest
    @CsvSource({
        "sq, Mbiemri dhe emri, ltr, 8101",
        "ar, اللقب والاسم, rtl, 8102",
        "ur, خاندانی نام اور نام, rtl, 8103",
        "zh, 姓名, ltr, 8104",
        "fr, Nom et prénom, ltr, 8105"
    })
    void bothReadTheSame(String language, String word, String direction, String phone) {
        Client desk = as("sportello.prato");
        UUID person =
                open(
                        desk,
                        "Leggi" + language,
                        Map.of("language", language, "phone", "333 000 " + phone));
        String page = readBack(desk, person).body();

        assertThat(page)
                .contains("Cognome e nome")
                .contains(word)
                .contains("lang=\"" + language + "\" dir=\"" + direction + "\"")
                .contains("Leggi" + language + " Prova")
                .contains("12 marzo 1990")
                .contains("Traduzione da far rileggere")
                .doesNotContain("<nav")
                .doesNotContain("Giulia");
        assertThat(count("trail where subject = 'readback' and person_ids = array[?]", person))
                .isOne();
    }

    @Test
    void inItalianItSaysEverythingOnceAndInALanguageWithoutWordsItSaysSo() {
        Client desk = as("sportello.prato");
        UUID italian = open(desk, "Leggiit", Map.of("language", "it", "phone", "333 000 8106"));
        UUID ukrainian = open(desk, "Leggiuk", Map.of("language", "uk", "phone", "333 000 8107"));

        assertThat(readBack(desk, italian).body())
                .contains("Nessun appuntamento")
                .doesNotContain("Surname")
                .doesNotContain("Traduzione da far rileggere");
        assertThat(readBack(desk, ukrainian).body())
                .contains("Surname and name")
                .contains("accanto all&#39;italiano c&#39;è l&#39;inglese".replace("&#39;", "'"));
    }

    @Test
    void whatIsBookedIsThere() {
        UUID person =
                TRUTH.queryForObject(
                        """
                        select a.person_id from appointment a join organisation o on o.id = a.booked_by_id
                        where o.code = 'comune-prato' and a.status = 'BOOKED' and a.starts_at > now() limit 1\
                        """,
                        UUID.class);
        assertThat(readBack(as("sportello.prato"), person).body())
                .contains("Quando")
                .contains("Dove")
                .doesNotContain("Nessun appuntamento");
    }

    @Test
    void everyTranslationSaysAllAndSaysWhetherSomebodyQualifiedReadIt() throws IOException {
        Properties italian = words("");
        for (String code : List.of("_en", "_fr", "_es", "_sq", "_ar", "_zh", "_ur", "_ro")) {
            Properties words = words(code);
            assertThat(words.stringPropertyNames())
                    .as(code)
                    .containsExactlyInAnyOrderElementsOf(italian.stringPropertyNames());
            assertThat(words.getProperty("readback.verified")).isIn("yes", "no");
        }
    }

    private static Properties words(String code) throws IOException {
        Properties words = new Properties();
        words.load(
                Files.newBufferedReader(
                        Path.of("src/main/resources/messages/readback" + code + ".properties"),
                        StandardCharsets.UTF_8));
        return words;
    }
}
