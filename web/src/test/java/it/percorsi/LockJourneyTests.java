package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Nobody is at the desk any more: after a time without a sign of life nobody reads it either. */
@TestPropertySource(properties = "percorsi.lock-after=3s")
class LockJourneyTests extends JourneyCase {

    private static void unlock(Page page, String password) {
        page.getByLabel("Password").fill(password);
        page.keyboard().press("Enter");
    }

    private static boolean locked(Page page) {
        return page.getByText("Percorsi è bloccato").first().isVisible();
    }

    @Test
    void theScreenLocksItselfAndThePasswordBringsBackThePageAsItWas() {
        UUID person = open(as("sociale.prato"), "Assente", Map.of("phone", "333 000 8261"));
        Page page = enter("sociale.prato", true);
        page.navigate(address() + "/people/" + person + "/diary");
        Locator note = page.getByLabel("Nuova nota");
        note.pressSequentially("Mentre parlava");
        int before = count("trail where action in ('LOCK', 'UNLOCK')");

        page.getByText("Percorsi è bloccato").first().waitFor();
        assertThat(page.content()).doesNotContain("Assente").doesNotContain("Mentre parlava");
        assertThat(count("draft where form = ?", "/people/" + person + "/diary")).isEqualTo(1);
        assertThat(as("sociale.prato").get("/people/" + person).status()).isEqualTo(200);
        Page other = page.context().newPage();
        other.navigate(address() + "/people/" + person);
        assertThat(other.url()).endsWith("/unlock");
        other.close();

        unlock(page, "sbagliata");
        page.getByText("La password non è giusta.").first().waitFor();
        unlock(page, "percorsi");

        note.waitFor();
        assertThat(note.inputValue()).isEqualTo("Mentre parlava");
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("body");
        page.keyboard().type(" è uscita.");
        page.getByText("Bozza salvata alle").first().waitFor();
        page.getByText("Aggiungi la nota").click();
        page.getByText("Nota salvata nel diario").first().waitFor();
        assertThat(count("trail where action in ('LOCK', 'UNLOCK')")).isEqualTo(before + 2);
    }

    @Test
    void typingAndMovingAreSignsOfLifeAndWhatThePageDoesByItselfIsNot() {
        Page page = enter("sportello.lucca", true);
        for (int second = 0; second < 5; second++) {
            page.waitForTimeout(1_000);
            if (second % 2 == 0) {
                page.keyboard().press("x");
            } else {
                page.mouse().move(100 + second, 100);
            }
        }
        assertThat(locked(page)).isFalse();

        page.evaluate(
                "setInterval(() => { document.querySelector('main').append(' '); dispatchEvent(new KeyboardEvent('keydown', { key: 'x' })); }, 500)");
        page.getByText("Percorsi è bloccato").first().waitFor();
        page.reload();
        assertThat(page.url()).endsWith("/unlock");
        unlock(page, "percorsi");
        page.waitForURL("**/desk");
    }

    @Test
    void whoWorksInOneTabDoesNotLockTheOtherAndThePasswordOpensBoth() {
        Page here = enter("sportello2.prato", true);
        Page there = here.context().newPage();
        there.navigate(address() + "/desk");
        for (int second = 0; second < 5; second++) {
            here.waitForTimeout(1_000);
            there.keyboard().press("x");
        }
        assertThat(locked(here)).isFalse();

        here.getByText("Percorsi è bloccato").first().waitFor();
        there.getByText("Percorsi è bloccato").first().waitFor();
        unlock(there, "percorsi");
        here.locator("#q").waitFor();
        there.locator("#q").waitFor();
    }

    @Test
    void theButtonPutsThePageAwayAsItIs() {
        Page page = enter("sportello2.pistoia", true);
        page.locator("#q").pressSequentially("Parola");
        page.getByText("Blocca").click();
        page.getByText("Percorsi è bloccato").first().waitFor();
        assertThat(page.url()).endsWith("/desk");
        unlock(page, "percorsi");
        page.locator("#q").waitFor();

        assertThat(page.locator("#q").inputValue()).isEqualTo("Parola");
        assertThat(page.title()).startsWith("Sportello");
    }

    @Test
    void whoseSessionIsOverIsAskedToLogInAndNothingIsUncovered() {
        Page page = enter("sportello.pistoia", true);
        page.getByText("Percorsi è bloccato").first().waitFor();
        TRUTH.update("delete from spring_session where principal_name = ?", "sportello.pistoia");
        unlock(page, "percorsi");

        page.waitForURL("**/login");
    }
}
