package it.percorsi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Paper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A signed plan as a file: what it says, and whether it will still be read in thirty years. */
class PlanFileTests extends SignedPlan {

    @Test
    void aSignedPlanIsAFileToBeKept() throws Exception {
        String plan = drawn("D'Archivio", "333 000 8801");
        explain(plan, "ar");
        assertThat(as("sociale.prato").get(plan + "/editions/1/paper.pdf").status()).isEqualTo(404);
        sign(plan, "PAPER");

        HttpResponse<byte[]> file = as("cpi.prato").download(plan + "/editions/1/paper.pdf");

        assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment")
                .contains("piano-versione-1.pdf");
        Paper paper = new Paper(file.body());
        assertThat(paper.text())
                .contains("Piano individuale")
                .contains("D'Archivio")
                .contains("Versione 1, firmata il " + TODAY + ", su carta.")
                .contains("Vorrei lavorare")
                .contains("Sapere che cosa si sa fare")
                .contains("36 h")
                .doesNotContain("#")
                .doesNotContain("??");
        assertThat(paper.missing()).isZero();
        assertThat(paper.faults()).isEmpty();
        paper.picture("plan");
        assertThat(
                        count(
                                "trail where subject = 'plan-paper' and action = 'DOWNLOAD' and subject_id = ?",
                                id(plan)))
                .isOne();
        assertThat(as("sportello.prato").get(plan + "/editions/1/paper.pdf").status())
                .isEqualTo(404);
        assertThat(as("sociale.pistoia").get(plan + "/editions/1/paper.pdf").status())
                .isEqualTo(404);
    }
}
