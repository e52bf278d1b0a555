package it.percorsi.referral;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.PanelCase;
import it.percorsi.Paper;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The minutes as a file: what they say, and whether it will still be read in thirty years. */
class MinutesFileTests extends PanelCase {

    @Test
    void closedMinutesAreAFileToBeKept() throws Exception {
        UUID panel = panel("Unità del file & degli atti", false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "D'Archivio", "333 000 9781");
        open(sitting, panel);
        Client secretary = as(SECRETARY);
        String page = "/sittings/" + sitting;
        secretary.post(
                page,
                page + "/decisions",
                decision(referral, "ACCEPT", "Però <sì>: è così. 王祎 Ірина محمد"));
        assertThat(secretary.get(page + "/minutes.pdf").status()).isEqualTo(404);
        secretary.post(page, page + "/closing", Map.of());

        HttpResponse<byte[]> file = secretary.download(page + "/minutes.pdf");

        assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("verbale-1.pdf");
        Paper paper = new Paper(file.body());
        assertThat(paper.text())
                .contains("Verbale n. 1")
                .contains("Unità del file & degli atti")
                .contains("D'Archivio Prova: accolta")
                .contains("Però <sì>: è così. 王祎 Ірина")
                .doesNotContain("#");
        assertThat(paper.drawn()).contains("\uFEAA\uFEE4\uFEA4\uFEE3").doesNotContain("\u062D");
        assertThat(paper.missing()).isZero();
        assertThat(paper.faults()).isEmpty();
        paper.picture("minutes");
        assertThat(as("commissione.prato").get(page + "/minutes.pdf").status()).isEqualTo(404);
    }
}
