package it.percorsi.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.site.Spoken;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The desks as everybody may know them, in the languages of the zone. */
class ZonePageTests extends RunningApplication {

    static List<String> languages() {
        return Spoken.LANGUAGES;
    }

    private String card(String path, String desk) {
        Client.Page page = anonymous().get(path);
        assertThat(page.status()).isEqualTo(200);
        int at = page.body().indexOf("id=\"" + desk + "\"");
        return page.body()
                .substring(at, page.body().indexOf("</section>", at))
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }

    private static String today(String card) {
        return card.substring(0, card.indexOf("Orari della settimana"));
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        String file =
                language.equals("it")
                        ? "citizen.properties"
                        : "citizen_" + language + ".properties";
        try (Reader text = Files.newBufferedReader(Path.of("src/main/resources/messages", file))) {
            words.load(text);
        }
        return words;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasEveryWordAndItsDirectionAndSaysIfNobodyCheckedIt(String language)
            throws IOException {
        Client.Page page = anonymous().get("/info/" + language);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "<html lang=\"%s\" dir=\"%s\">"
                                .formatted(language, Spoken.of(language).direction()))
                .contains(words(language).getProperty("citizen.title"))
                .doesNotContain("??");
        assertThat(page.body().contains(words(language).getProperty("citizen.unverified")))
                .isEqualTo(!language.equals("it"));
        assertThat(words(language).stringPropertyNames())
                .containsAll(
                        words("it").stringPropertyNames().stream()
                                .filter(key -> key.startsWith("citizen."))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noSentenceIsLongerThanTwentyFiveWords(String language) throws IOException {
        words(language).values().stream()
                .flatMap(text -> List.of(text.toString().split("[.。۔:]")).stream())
                .forEach(sentence ->
                        assertThat(sentence.strip().split("\\s+"))
                                .as(sentence)
                                .hasSizeLessThan(25));
    }

    @Test
    void noSessionIsBegunAndThePageIsKeptBriefly() throws Exception {
        for (String path : List.of("/info", "/info/ur")) {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(address() + path)).build(),
                                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");
            assertThat(answer.headers().firstValue("X-Robots-Tag")).isEmpty();
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({"'ur-PK,ur;q=0.9,en;q=0.5', ur", "de, it", "'de,zh;q=0.3', zh", "';;', it"})
    void theBrowsersLanguageIsOfferedFirstAndNobodyIsSentAnywhere(String accepted, String first)
            throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(address() + "/info"))
                                        .header("Accept-Language", accepted)
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<html lang=\"" + first + "\"");
        assertThat(answer.body().indexOf("hreflang=\"" + first + "\""))
                .isLessThan(answer.body().indexOf("hreflang=\"es\""));
    }

    @Test
    void patronDaysCloseTheirTownAndNoOther() {
        assertThat(today(card("/info/it?day=2028-07-25", "pua-pistoia")))
                .contains("Chiuso: San Jacopo, patrono di Pistoia");
        assertThat(today(card("/info/it?day=2028-07-25", "pua-prato")))
                .contains("09:00–13:00", "Si entra senza appuntamento");
        assertThat(today(card("/info/it?day=2027-07-12", "accesso-lucca")))
                .contains("Chiuso: San Paolino, patrono di Lucca");
        assertThat(today(card("/info/it?day=2027-07-12", "pua-pistoia"))).contains("Aperto");
    }

    @Test
    void aDayIsOpenByAppointmentClosedOrNotStated() {
        assertThat(today(card("/info/it?day=2026-03-04", "pua-pistoia"))).contains("Chiuso");
        assertThat(today(card("/info/it?day=2026-03-04", "pua-prato")))
                .contains("Orario non indicato");
        assertThat(today(card("/info/it?day=2026-03-04", "accesso-lucca")))
                .contains("Solo su appuntamento");
        assertThat(card("/info/it?day=2026-12-01", "pua-prato"))
                .contains("martedì 8 dicembre 2026 : Immacolata Concezione");
    }

    @Test
    void languagesAreSaidWithTheirHoursAndNobodysName() {
        TRUTH.update(
                "update operator set name = 'Zafferanda Zzinomei' where username = 'sportello2.pistoia'");

        String page = anonymous().get("/info/it?day=2026-03-05").body();

        assertThat(today(card("/info/it?day=2026-03-05", "pua-pistoia")))
                .contains("albanese 08:30–14:30")
                .contains("francese 08:30–14:30");
        assertThat(today(card("/info/it?day=2026-03-02", "pua-prato")))
                .contains("urdu 09:00–13:00")
                .contains("cinese 09:00–13:00 , 15:00–17:00");
        assertThat(page).doesNotContain("Zafferanda").doesNotContain("Vannucci");
        TRUTH.update(
                "update operator set name = 'Elira Deda' where username = 'sportello2.pistoia'");
    }

    @Test
    void whoIsAwayIsNotSpokenOfAndAClosedDeskSpeaksNothing() {
        String resource = "(select id from resource where code = 'mediatore-urdu')";
        TRUTH.update(
                """
                insert into absence (id, resource_id, during, recorded_at, operator_id, organisation_id)
                select gen_random_uuid(), r.id, '[2041-03-04 00:00+01,2041-03-05 00:00+01)', now(), r.operator_id,
                    r.organisation_id from resource r where r.id =\
                """
                        + resource);

        assertThat(today(card("/info/it?day=2041-03-04", "pua-prato"))).doesNotContain("urdu");
        assertThat(today(card("/info/it?day=2041-03-11", "pua-prato"))).contains("urdu");
        assertThat(today(card("/info/it?day=2028-07-25", "pua-pistoia")))
                .doesNotContain("albanese");
        TRUTH.update(
                "delete from absence where during && '[2041-03-04 00:00+01,2041-03-05 00:00+01)'");
    }

    @Test
    void servicesAreSaidSimplyWithTheOfficialTextInItalian() throws IOException {
        assertThat(anonymous().get("/info/sq").body())
                .contains(words("sq").getProperty("citizen.plain.WELCOME"))
                .contains(words("sq").getProperty("citizen.plain.FOR_FOREIGNERS"))
                .contains("Cittadini italiani: solo informazione.");
    }

    @Test
    void aLanguageOrADayThatIsNoneIsNotThere() {
        assertThat(anonymous().get("/info/xx").status()).isEqualTo(404);
        assertThat(anonymous().get("/info/it?day=ieri").status()).isEqualTo(404);
    }
}
