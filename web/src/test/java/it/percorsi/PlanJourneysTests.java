package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** J7: a plan by keyboard alone, from a template to the sheet that is signed. */
class PlanJourneysTests extends JourneyCase {

    @Test
    void aPlanOfThreeObjectivesIsWrittenAndPrintedInFourteenInteractionsAndSeventyKeys() {
        UUID person = inCare("Pianificata", "333 000 4111");
        Page page = enter("sociale.prato", true);
        page.navigate(
                address()
                        + "/cases/"
                        + TRUTH.queryForObject(
                                "select id from case_file where person_id = ?", UUID.class, person)
                        + "/plan");
        page.locator("#personWords").focus();
        Keyboard keyboard = new Keyboard(page);
        String words = "Vorrei un lavoro al mattino";
        String sharper = " e al mattino";

        keyboard.type(words);
        keyboard.tabTo(page.locator("#reviewOn"));
        keyboard.type("1/3/31");
        keyboard.tabTo(page.locator("#template"));
        keyboard.type("perc");
        keyboard.tabTo(page.locator("#fundingSource"));
        keyboard.type("f");
        keyboard.go(() -> keyboard.press("Control+Enter"), page.getByText("in preparazione"));
        assertThat(count("objective where person_id = ?", person)).isEqualTo(3);
        page.getByText("Modifica l'obiettivo 2").focus();
        keyboard.go(() -> keyboard.press("Enter"), page.getByText("Lavoro: modifica l'obiettivo"));
        keyboard.tabTo(page.locator("#text"));
        keyboard.key("Control+End");
        keyboard.type(sharper);
        keyboard.go(() -> keyboard.press("Control+Enter"), page.getByText("in preparazione"));
        page.locator("summary", new Page.LocatorOptions().setHasText("Spiegato alla persona"))
                .focus();
        keyboard.press("Enter");
        keyboard.tabTo(page.locator("#explainedWith"));
        keyboard.go(() -> keyboard.press("Control+Enter"), page.getByText("proposto alla persona"));
        page.getByText("Stampa il piano da firmare").focus();
        keyboard.go(
                () -> keyboard.press("Enter"), page.getByText("Versione 1, non ancora firmata"));

        assertThat(page.locator("main").innerText())
                .contains(words)
                .contains("Cercare lavoro da soli, con gli strumenti giusti e al mattino")
                .contains("Plani individual", "Andrea Sanesi");
        assertThat(keyboard.tally().beside(words, sharper))
                .matches(tally -> tally.within(14, 70, 1));
    }
}
