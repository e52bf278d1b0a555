package it.percorsi.referral;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.PanelCase;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

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
                page, page + "/decisions", decision(referral, "ACCEPT", "Però <sì>: è così."));
        assertThat(secretary.get(page + "/minutes.pdf").status()).isEqualTo(404);
        secretary.post(page, page + "/closing", Map.of());

        HttpResponse<byte[]> file = secretary.download(page + "/minutes.pdf");

        assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("verbale-1.pdf");
        try (PDDocument read = Loader.loadPDF(file.body())) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("Verbale n. 1")
                    .contains("Unità del file & degli atti")
                    .contains("D'Archivio Prova: accolta")
                    .contains("Però <sì>: è così.");
        }
        assertThat(faults(file.body(), PDFAFlavour.PDFA_3_U)).isEmpty();
        assertThat(faults(file.body(), PDFAFlavour.PDFUA_1)).isEmpty();
        assertThat(as("commissione.prato").get(page + "/minutes.pdf").status()).isEqualTo(404);
    }

    private static List<String> faults(byte[] file, PDFAFlavour flavour) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(file), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
                    .map(each -> each.getRuleId() + " " + each.getMessage())
                    .toList();
        }
    }
}
