package it.percorsi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The paper a plan was signed on, kept with the edition it is of. */
class PlanScanTests extends SignedPlan {

    private static final String FIRST = "%PDF-1.7 prima firma %%EOF";
    private static final String SECOND = "%PDF-1.7 seconda firma %%EOF";

    private String signed(String familyName, String phone, String manner) {
        String plan = drawn(familyName, phone);
        explain(plan, "it");
        sign(plan, manner);
        return plan + "/editions/1";
    }

    private Client.Page brings(String edition, String content) {
        return as("sociale.prato")
                .upload(
                        edition,
                        edition + "/scan",
                        Map.of(),
                        "piano.pdf",
                        content.getBytes(StandardCharsets.UTF_8));
    }

    private String read(String by, String edition) {
        return new String(as(by).download(edition + "/scan").body(), StandardCharsets.UTF_8);
    }

    private int downloads(String edition) {
        return count(
                "trail where subject = 'plan-scan' and action = 'DOWNLOAD' and subject_id = ?",
                id(edition.replace("/editions/1", "")));
    }

    @Test
    void whoeverMaySeeThePlanTakesACopyAndEachLeavesItsRow() {
        String edition = signed("Scandita", "333 000 8601", "PAPER");
        assertThat(as("cpi.prato").get(edition + "/scan").status()).isEqualTo(404);

        assertThat(brings(edition, FIRST).body()).contains("Scarica il piano firmato");

        HttpResponse<byte[]> copy = as("cpi.prato").download(edition + "/scan");
        assertThat(copy.body()).asString(StandardCharsets.UTF_8).isEqualTo(FIRST);
        assertThat(copy.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("piano-firmato-1.pdf");
        assertThat(downloads(edition)).isOne();
        assertThat(as("sportello.prato").get(edition + "/scan").status()).isEqualTo(404);
        assertThat(as("sociale.pistoia").get(edition + "/scan").status()).isEqualTo(404);
        assertThat(downloads(edition)).isOne();
    }

    @Test
    void whatIsNoScanIsRefusedBeforeItIsKept() {
        String edition = signed("Respinta", "333 000 8602", "PAPER");

        Client.Page refused = brings(edition, "una lettera");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("non è un PDF, un JPEG o un PNG intero");
        assertThat(brings(edition, "").body()).contains("Carica il piano firmato");
        assertThat(count("plan_scan where plan_id = ?", id(edition.replace("/editions/1", ""))))
                .isZero();
    }

    @Test
    void aWrongOneIsReplacedUntilThePlanGoesOn() {
        String edition = signed("Sostituita", "333 000 8603", "PAPER");
        brings(edition, FIRST);
        assertThat(brings(edition, SECOND).body()).contains("Prende il posto di quello caricato");
        assertThat(read("sociale.prato", edition)).isEqualTo(SECOND);
        String plan = edition.replace("/editions/1", "");

        as("sociale.prato").post(plan, plan + "/revision", Map.of());

        assertThat(as("sociale.prato").get(edition).body())
                .contains("Scarica il piano firmato")
                .doesNotContain("Carica il piano firmato");
        assertThat(brings(edition, FIRST).status()).isEqualTo(409);
        assertThat(read("sociale.prato", edition)).isEqualTo(SECOND);
    }

    @Test
    void anEditionWhoseScanComesLateStillTakesIt() {
        String edition = signed("Tardiva", "333 000 8604", "PAPER");
        String plan = edition.replace("/editions/1", "");
        as("sociale.prato").post(plan, plan + "/revision", Map.of());

        brings(edition, FIRST);

        assertThat(read("cpi.prato", edition)).isEqualTo(FIRST);
        assertThat(as("sociale.prato").get(edition).body())
                .doesNotContain("Carica il piano firmato");
    }

    @Test
    void whatWasSignedOnATabletHasNoPaper() {
        String edition = signed("Tavoletta", "333 000 8605", "PAD");

        assertThat(as("sociale.prato").get(edition).body())
                .doesNotContain("Carica il piano firmato");
    }
}
