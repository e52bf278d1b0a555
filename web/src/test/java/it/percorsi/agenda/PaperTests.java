package it.percorsi.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Paper;
import it.percorsi.notice.NoticeCase;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slips and lists as files: every letter is there, on whatever machine they are printed. */
class PaperTests extends NoticeCase {

    private Paper slip(Booked whose) {
        HttpResponse<byte[]> file =
                as("sportello.prato")
                        .download("/appointments/" + whose.appointment() + "/slip.pdf");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("foglietto.pdf");
        return new Paper(file.body());
    }

    private static String code(Booked whose) {
        return whose.appointment().toString().substring(28).toUpperCase();
    }

    @ParameterizedTest
    @CsvSource({"MA, ar", "PK, ur", "CN, zh", "AL, sq"})
    void aSlipIsInTwoLanguagesWithEveryLetter(String citizenship, String language) {
        Booked whose = booked("Foglietti" + language, Map.of("citizenship", citizenship));

        Paper slip = slip(whose);

        assertThat(slip.faults()).isEmpty();
        assertThat(slip.missing()).isZero();
        assertThat(slip.text())
                .contains("Porta questo foglietto", code(whose), "Centro per l'impiego di Pistoia")
                .doesNotContain("Foglietti")
                .doesNotContain("#");
        assertThat(slip.picture("slip-" + language).getWidth()).isBetween(600, 650);
        assertThat(
                        count(
                                "trail where action = 'LOOK' and subject = 'appointment' and ? = any (person_ids)",
                                whose.person()))
                .isPositive();
    }

    /**
     * Each letter in the form its neighbours ask for, from the left as it is drawn: the word for
     * appointment, and in Urdu one whose letters Arabic does not have.
     */
    @ParameterizedTest
    @CsvSource({
        "MA, ar, \uFEAA\uFECB\uFEEE\uFEE3",
        "PK, ur, \u062A\uFE8E\uFED7\uFEFC\uFEE3",
        "PK, ur, \uFBFD\uFB7C\uFEAE\uFB58"
    })
    void lettersThatJoinAreJoined(String citizenship, String language, String word) {
        Booked whose =
                booked("Congiunte" + language + word.length(), Map.of("citizenship", citizenship));

        assertThat(slip(whose).drawn()).contains(word);
    }

    @Test
    void theListOfADayIsAFileWithNamesAndTelephones() {
        Booked whose = booked("Elencate", Map.of("givenName", "Ірина 王祎 محمد"));
        String day =
                TRUTH.queryForObject(
                        "select to_char(starts_at at time zone 'Europe/Rome', 'YYYY-MM-DD') from appointment where id = ?",
                        String.class,
                        whose.appointment());
        UUID body =
                TRUTH.queryForObject(
                        "select id from organisation where code = 'cpi-pistoia'", UUID.class);
        String path = "/agenda/day.pdf?day=%s&body=%s".formatted(day, body);

        Paper list = new Paper(as("sportello.prato").download(path).body());

        assertThat(list.faults()).isEmpty();
        assertThat(list.missing()).isZero();
        assertThat(list.text())
                .contains("Elencate", "Ірина", "王祎", whose.phone(), "Centro per l'impiego");
        list.picture("day");
        assertThat(as("sportello.lucca").download(path).body())
                .satisfies(file ->
                        assertThat(new Paper(file).text())
                                .doesNotContain("Elencate")
                                .contains("occupato"));
    }

    @Test
    void whoeverMayNotSeeTheAppointmentHasNoSlip() {
        Booked whose = booked("Nonsua");

        assertThat(
                        as("sportello.lucca")
                                .download("/appointments/" + whose.appointment() + "/slip.pdf")
                                .statusCode())
                .isEqualTo(404);
    }
}
