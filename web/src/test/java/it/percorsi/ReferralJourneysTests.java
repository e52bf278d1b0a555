package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A segnalazione by keyboard alone, counted: sending it, and answering what the panel asks. */
class ReferralJourneysTests extends JourneyCase {

    /** What of the form a person sees as one field is filled before anybody types. */
    private static final String FILLED =
            """
            form => [...new Set([...form.elements].filter(e => e.name && e.checkVisibility()).map(e => e.name))]
              .map(name => [...form.querySelectorAll(`[name=${name}]`)]
                .some(e => e.type === 'checkbox' ? e.checked : e.value !== ''))\
            """;

    /** J8. */
    @Test
    void whoHasAFileIsReferredInEightInteractionsAndThirtyKeysOnAFormThatIsAlmostFilled() {
        UUID person = whoCameForWork("Segnalabile", "333 000 9511");
        Page page = enter("sociale.prato", true);
        page.navigate(address() + "/people/" + person);
        Keyboard keyboard = new Keyboard(page);
        String why = "Cerca lavoro da un anno e sta perdendo la casa.";

        keyboard.key("Tab");
        keyboard.press("Enter");
        keyboard.tabTo(page.locator("a[href$='/referrals/new']"));
        keyboard.go(() -> keyboard.press("Enter"), page.locator("#reason:focus"));
        List<?> filled = (List<?>) page.locator("main form").evaluate(FILLED);
        keyboard.type(why);
        keyboard.go(() -> keyboard.press("Control+Enter"), page.getByText("Inviata. La segret"));

        assertThat(filled).hasSize(4);
        assertThat(filled.stream().filter(Boolean.TRUE::equals).count()).isGreaterThanOrEqualTo(3);
        assertThat(
                        count(
                                "referral where person_id = ? and status = 'SUBMITTED' and reason = ?",
                                person,
                                why))
                .isOne();
        assertThat(keyboard.tally().beside(why))
                .isEqualTo(new Keyboard.Tally(4, 9, 0))
                .matches(tally -> tally.within(8, 30, 2));
    }

    /** J9. */
    @Test
    void whatThePanelAsksIsAnsweredInThreeInteractionsAndSixKeys() {
        UUID person = whoCameForWork("Interrogata", "333 000 9512");
        isAskedAbout(person);
        Page page = enter("sociale.prato", true);
        page.navigate(address() + "/referrals");
        page.getByText("Interrogata").focus();
        Keyboard keyboard = new Keyboard(page);
        String answer = "Da gennaio.";

        keyboard.go(() -> keyboard.press("Enter"), page.locator("#note:focus"));
        keyboard.type(answer);
        keyboard.go(() -> keyboard.press("Control+Enter"), page.getByText("Risposta inviata."));

        assertThat(page.locator("main").innerText()).contains("Integrata: " + answer);
        assertThat(keyboard.tally().beside(answer))
                .isEqualTo(new Keyboard.Tally(3, 3, 1))
                .matches(tally -> tally.within(3, 6, 1));
    }
}
