package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody types, and the page is gone. */
class DraftJourneyTests extends RunningApplication {

    private static Browser browser;

    @BeforeAll
    static void aRealBrowser() {
        browser = Browsers.launch();
    }

    @AfterAll
    static void closed() {
        browser.close();
    }

    private static void login(Page page, String address) {
        page.navigate(address + "/login");
        page.getByLabel("Nome utente").fill("sociale.prato");
        page.getByLabel("Password").fill("percorsi");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    @Test
    void whatWasTypedIsThereAgainInAnotherBrowserAndTheSessionMayEndMeanwhile() {
        UUID person = open(as("sociale.prato"), "Digitata", Map.of("phone", "333 000 8421"));
        String diary = address() + "/people/" + person + "/diary";
        try (BrowserContext here = browser.newContext()) {
            Page page = here.newPage();
            login(page, address());
            page.navigate(diary);
            Locator note = page.getByLabel("Nuova nota");
            note.pressSequentially("La prima frase del colloquio.");
            page.getByText("Bozza salvata alle").first().waitFor();

            TRUTH.update("delete from spring_session where principal_name = 'sociale.prato'");
            note.pressSequentially(" La seconda.");
            page.getByText("La sessione è finita: il testo resta qui").first().waitFor();
            Page other = here.newPage();
            login(other, address());
            note.pressSequentially(" La terza");
            page.getByText("Bozza salvata alle").first().waitFor();
            note.pressSequentially(".");
            page.navigate(address() + "/desk");
        }
        try (BrowserContext there = browser.newContext()) {
            Page page = there.newPage();
            login(page, address());
            page.navigate(diary);
            page.getByText("Riprendi la bozza").click();

            assertThat(page.getByLabel("Nuova nota").inputValue())
                    .isEqualTo("La prima frase del colloquio. La seconda. La terza.");
            page.getByText("Aggiungi la nota").click();
            assertThat(page.locator("main").innerText()).contains("Nota salvata nel diario");
            page.navigate(diary);
            assertThat(page.locator("main").innerText()).doesNotContain("Hai una bozza");
        }
    }

    @Test
    void aWaitingDraftIsNotWrittenOverUnasked() {
        UUID person = open(as("sociale.prato"), "Attesa", Map.of("phone", "333 000 8422"));
        String diary = address() + "/people/" + person + "/diary";
        try (BrowserContext here = browser.newContext()) {
            Page page = here.newPage();
            login(page, address());
            page.navigate(diary);
            page.getByLabel("Nuova nota").pressSequentially("La nota di ieri");
            page.getByText("Bozza salvata alle").first().waitFor();

            page.navigate(diary);
            page.getByLabel("Nuova nota").pressSequentially("Un'altra cosa");
            page.getByText("C'è già una bozza").first().waitFor();
            page.navigate(diary + "?draft");
            assertThat(page.getByLabel("Nuova nota").inputValue()).isEqualTo("La nota di ieri");

            page.navigate(diary);
            page.getByLabel("Nuova nota").pressSequentially("Un'altra cosa");
            page.getByText("Tieni quello che scrivo adesso").click();
            page.getByText("Bozza salvata alle").first().waitFor();
            page.navigate(diary + "?draft");
            assertThat(page.getByLabel("Nuova nota").inputValue()).isEqualTo("Un'altra cosa");
        }
    }

    @Test
    void afterMistakesAndAnEndedSessionItGoesOnBeingKept() {
        UUID person = open(as("sociale.prato"), "Ripresa", Map.of("phone", "333 000 8423"));
        String form = address() + "/people/" + person + "/referrals/new";
        try (BrowserContext here = browser.newContext()) {
            Page page = here.newPage();
            login(page, address());
            page.navigate(form);
            page.getByText("Invia la segnalazione").click();
            page.getByText("Da rivedere").first().waitFor();
            Locator reason = page.getByLabel("Perché segnali questa persona");
            TRUTH.update("delete from spring_session where principal_name = 'sociale.prato'");
            reason.pressSequentially("Cerca casa.");
            page.getByText("La sessione è finita: il testo resta qui").first().waitFor();

            Page other = here.waitForPage(() -> page.getByText("Entra in un'altra scheda").click());
            login(other, address());
            reason.pressSequentially(" Subito.");
            page.getByText("Bozza salvata alle").first().waitFor();

            other.navigate(form + "?draft");
            assertThat(other.getByLabel("Perché segnali questa persona").inputValue())
                    .isEqualTo("Cerca casa. Subito.");
        }
    }
}
