package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** From who comes in to an appointment at the employment centre, by keyboard alone, counted. */
class BookingJourneysTests extends JourneyCase {

    /** J1: somebody new, booked, with a slip in their language that comes out of the printer. */
    @Test
    void somebodyNewIsBookedAndHasASlipInTwelveInteractionsAndSixtyKeys() throws Exception {
        Page page = enter("sportello.prato", true);
        page.evaluate("window.print = () => document.body.dataset.printed = 'yes'");
        Keyboard keyboard = new Keyboard(page);

        keyboard.type("bhatti sana 12031994");
        keyboard.go(() -> keyboard.press("Enter"), page.locator("#citizenship:focus"));
        keyboard.type("pak");
        keyboard.key("Tab");
        keyboard.type("3330008241");
        keyboard.key("Tab");
        keyboard.key("Tab");
        keyboard.type("ur");
        keyboard.go(() -> keyboard.press("Control+Enter"));
        assertThat(page.locator("main").innerText()).contains("Fascicolo aperto.");
        keyboard.go(() -> keyboard.press("Enter"));
        assertThat(page.getByLabel("Motivo").inputValue()).isEqualTo("WORK");
        keyboard.press("1");
        keyboard.go(() -> keyboard.press("Control+Enter"));
        keyboard.go(() -> keyboard.press("Enter"));
        keyboard.press("Enter");

        Locator slip = page.locator(".slip");
        assertThat(page.locator("body").getAttribute("data-printed")).isEqualTo("yes");
        assertThat(slip.locator("[lang=ur]").first().innerText()).isEqualTo("ملاقات");
        assertThat(slip.innerText()).doesNotContain("Bhatti").doesNotContain("Sana");
        assertThat(keyboard.tally()).matches(tally -> tally.within(12, 60, 2));
        String code = read(slip.locator("svg"));
        assertThat(page.url().replaceAll(".*/appointments/([0-9a-f-]{36}).*", "$1"))
                .endsWith(code.toLowerCase(Locale.ROOT));
        assertThat(code).hasSize(8);
    }

    /** What a camera reads. */
    private static String read(Locator square) throws Exception {
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(square.screenshot()));
        int wide = seen.getWidth();
        int[] pixels = seen.getRGB(0, 0, wide, seen.getHeight(), null, 0, wide);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new HybridBinarizer(
                                        new RGBLuminanceSource(wide, seen.getHeight(), pixels))))
                .getText();
    }

    /** J2: somebody known. */
    @Test
    void somebodyKnownIsBookedInFiveInteractionsAndEighteenKeys() {
        UUID person = open(as("sportello.prato"), "Lushnja", Map.of("phone", "333 000 8242"));
        Page page = enter("sportello.prato", true);
        Keyboard keyboard = new Keyboard(page);

        keyboard.type("lushnja pr");
        keyboard.go(
                () -> keyboard.press("Enter"),
                page.locator("a:focus", new Page.LocatorOptions().setHasText("Lushnja")));
        keyboard.key("Tab");
        keyboard.go(() -> keyboard.press("Enter"));
        keyboard.press("1");
        keyboard.go(() -> keyboard.press("Control+Enter"));

        assertThat(page.locator("main").innerText()).contains("Prenotato.");
        assertThat(count("appointment where person_id = ? and status = 'BOOKED'", person))
                .isEqualTo(1);
        assertThat(keyboard.tally()).matches(tally -> tally.within(5, 18, 2));
    }

    @Test
    void backAndForwardLeadToTheSamePagesAndTheAddressIsAlwaysThePages() {
        UUID appointment = booked("Indietro", "333 000 8243");
        Page page = enter("sportello.pistoia", true);
        page.navigate(address() + "/appointments/" + appointment);
        Keyboard keyboard = new Keyboard(page);
        keyboard.go(() -> page.getByText("Stampa il foglietto").click());
        assertThat(page.url()).endsWith("/slip");
        assertThat(page.title()).startsWith("Foglietto");

        page.goBack();
        page.locator("dl.facts").waitFor();
        assertThat(page.title()).startsWith("Appuntamento");
        page.goForward();
        page.locator(".slip").waitFor();
        assertThat(page.url()).endsWith("/slip");
        assertThat(keyboard.tally().loads()).isZero();
    }

    @Test
    void whatIsMissingIsSaidInPlaceAndHasTheFocus() {
        UUID person = open(as("sportello.prato"), "Mancante", Map.of("phone", "333 000 8244"));
        Page page = enter("sportello.prato", true);
        page.navigate(address() + "/people/" + person + "/booking");
        Keyboard keyboard = new Keyboard(page);

        page.getByLabel("Motivo").focus();
        keyboard.go(() -> keyboard.press("Control+Enter"), page.locator(".error-summary:focus"));

        assertThat(page.url()).endsWith("/booking");
        assertThat(keyboard.tally().loads()).isZero();
        page.locator("p[role=status]", new Page.LocatorOptions().setHasText("Da rivedere"))
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    @Test
    void withoutNetworkThePageStaysAndWithoutSessionOneLogsIn() {
        UUID appointment = booked("Scollegata", "333 000 8245");
        Page page = enter("sportello.pistoia", true);
        page.navigate(address() + "/appointments/" + appointment);
        page.context().setOffline(true);
        page.getByText("Stampa il foglietto").click();
        page.getByText("Non collegato: la pagina resta qui. Riprova.").first().waitFor();
        assertThat(page.url()).endsWith(appointment.toString());

        page.context().setOffline(false);
        page.getByText("Stampa il foglietto").click();
        page.locator(".slip").waitFor();
        assertThat(page.getByText("Non collegato").count()).isZero();
        TRUTH.update("delete from spring_session where principal_name = 'sportello.pistoia'");
        page.getByText("Torna all'appuntamento").click();

        page.waitForURL("**/login");
    }
}
