package it.percorsi.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.assessment.CareCase;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The diary tells of everything that happened, each kind by itself if wanted. */
class DiaryOfEverythingTests extends CareCase {

    @Test
    void aBookingIsToldAndNotOnlyWhatBecameOfIt() {
        UUID person = inCare("Prenotata", "333 000 8603");
        Client desk = as("sportello.prato");
        String page = "/people/" + person + "/booking?service=cpi-prato-orientamento";
        Matcher slot =
                Pattern.compile("name=\"slot\" value=\"([^\"]+)\"").matcher(desk.get(page).body());
        assertThat(slot.find()).isTrue();
        desk.post(
                page,
                "/people/" + person + "/booking",
                Map.of(
                        "service",
                        "cpi-prato-orientamento",
                        "slot",
                        slot.group(1),
                        "reason",
                        "WORK",
                        "without",
                        "BY_PHONE"));

        String diary = "/people/" + person + "/diary";
        for (String reader : new String[] {"sociale.prato", "cpi.prato", "sportello.prato"}) {
            assertThat(as(reader).get(diary + "?kind=appointment").body())
                    .as(reader)
                    .contains("Appuntamento prenotato")
                    .doesNotContain("Presa in carico:");
        }
        assertThat(as("sociale.prato").get(diary).body())
                .containsSubsequence(
                        "Appuntamento prenotato", "Presa in carico", "Fascicolo aperto");
    }

    @Test
    void eachKindHasItsWord() {
        UUID person = inCare("Filtrata", "333 000 8604");
        Client social = as("sociale.prato");
        for (String kind : Diary.KINDS) {
            Client.Page page = social.get("/people/" + person + "/diary?kind=" + kind);
            assertThat(page.status()).as(kind).isEqualTo(200);
            assertThat(page.body()).as(kind).doesNotContain("??");
        }
    }
}
