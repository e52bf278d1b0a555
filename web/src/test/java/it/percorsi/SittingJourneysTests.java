package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sitting by keyboard alone, counted, and with a line that drops. */
class SittingJourneysTests extends JourneyCase {

    private static final String WHY = "Serve una presa in carico comune.";
    private Page page;

    private void sit(UUID sitting) {
        page = enter(SECRETARY, true);
        page.navigate(address() + "/sittings/" + sitting);
        // Nobody's hand is quicker than the page that says where one types.
        page.waitForFunction("document.activeElement.closest('form, nav') !== null");
    }

    private Locator left(int cases) {
        return page.getByText("Casi ancora da decidere: " + cases).first();
    }

    private int decisions(UUID sitting) {
        return count(
                "step t join referral r on r.id = t.subject_id where r.sitting_id = ? and t.move = 'ACCEPT'",
                sitting);
    }

    /** J10. */
    @Test
    void aCaseIsDecidedAndTheNextIsThereInThreeInteractionsAndThreeKeysBesideTheReason() {
        UUID sitting = opened("Unità della tastiera", "Decis", "333 000 971");
        sit(sitting);
        Keyboard keyboard = new Keyboard(page);

        keyboard.press("1");
        keyboard.type(WHY);
        keyboard.go(() -> keyboard.press("Control+Enter"), left(1));

        Keyboard.Tally tally = keyboard.tally();
        assertThat(tally)
                .isEqualTo(new Keyboard.Tally(3, 3 + WHY.length(), 0))
                .matches(spent -> spent.within(3, 6 + WHY.length(), 0));
        assertThat(page.locator("#caso").innerText()).startsWith("2. Decise");
        keyboard.press("3");
        keyboard.type("Manca un dato.");
        keyboard.go(() -> keyboard.press("Control+Enter"), left(0));

        assertThat(decisions(sitting)).isOne();
        assertThat(page.locator("nav.queue").innerText()).contains("accolta").contains("rinviata");
    }

    /** J11. */
    @Test
    void theMinutesOfTwentyCasesAreReadyInTwoInteractions() {
        UUID panel = panel("Unità dei venti", false);
        UUID sitting = sitting(panel);
        UUID one = caseBefore(sitting, "Ventesima", "333 000 9721");
        for (int other = 2; other <= 20; other++) {
            UUID copy = UUID.randomUUID();
            TRUTH.update(
                    """
                    insert into referral (id, person_id, panel_id, organisation_id, referrer_id, needs, reason,
                        legal_basis, status, submitted_at, answer_by, sitting_id, version)
                    select ?, person_id, panel_id, organisation_id, referrer_id, needs, reason, legal_basis, status,
                        submitted_at, answer_by, sitting_id, 0 from referral where id = ?\
                    """,
                    copy,
                    one);
            TRUTH.update(
                    """
                    insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id,
                        valid_from, given_by, given_by_organisation_id)
                    select gen_random_uuid(), person_id, organisation_id, basis, roles, sections, reason, ?,
                        valid_from, given_by, given_by_organisation_id from access_grant where subject_id = ?\
                    """,
                    copy,
                    one);
        }
        open(sitting, panel);
        TRUTH.update(
                "update referral set status = 'ACCEPTED', decided_at = now(), decision_reason = 'Sì.' where sitting_id = ?",
                sitting);
        sit(sitting);
        page.evaluate("window.print = () => { document.body.dataset.printed = 'yes' }");
        Keyboard keyboard = new Keyboard(page);

        keyboard.go(() -> keyboard.press("Enter"), page.getByText("Verbale n. 1").first());
        keyboard.press("Enter");

        assertThat(page.locator("main ol > li").count()).isEqualTo(20);
        assertThat(page.locator("body").getAttribute("data-printed")).isEqualTo("yes");
        assertThat(keyboard.tally()).isEqualTo(new Keyboard.Tally(2, 2, 0));
    }

    @Test
    void aLineThatDropsLosesNoDecision() {
        UUID sitting = opened("Unità senza rete", "Cadut", "333 000 973");
        sit(sitting);
        page.keyboard().press("1");
        page.keyboard().type(WHY);

        page.context().setOffline(true);
        page.keyboard().press("Control+Enter");
        page.getByText("Non collegato: la pagina resta qui. Riprova.").waitFor();
        assertThat(page.getByLabel("Motivazione scritta").inputValue()).isEqualTo(WHY);
        assertThat(decisions(sitting)).isZero();

        page.context().setOffline(false);
        page.keyboard().press("Control+Enter");
        left(1).waitFor();
        assertThat(decisions(sitting)).isOne();
    }

    @Test
    void anAnswerThatIsLostDoesNotDecideTwice() {
        UUID sitting = opened("Unità senza risposta", "Pers", "333 000 974");
        sit(sitting);
        page.keyboard().press("1");
        page.keyboard().type(WHY);
        page.route(
                "**/decisions",
                route -> {
                    route.fetch();
                    route.abort();
                },
                new Page.RouteOptions().setTimes(1));
        page.keyboard().press("Control+Enter");
        page.getByText("Non collegato: la pagina resta qui. Riprova.").waitFor();
        assertThat(decisions(sitting)).isOne();

        page.keyboard().press("Control+Enter");
        left(1).waitFor();
        assertThat(decisions(sitting)).isOne();
        assertThat(page.locator("#caso").innerText()).startsWith("2. Perse");
    }

    @Test
    void aBrowserThatDiesLeavesTheDraftOfTheCase() {
        UUID sitting = opened("Unità delle bozze", "Bozzat", "333 000 975");
        sit(sitting);
        page.keyboard().press("2");
        page.keyboard().type(WHY);
        page.getByText("Bozza salvata alle").waitFor();
        leave();

        sit(sitting);
        page.getByText("Riprendi la bozza").click();
        page.locator("main:not([aria-busy])").waitFor();
        assertThat(page.getByLabel("Motivazione scritta").inputValue()).isEqualTo(WHY);
        assertThat(page.locator("input[value=WAITLIST]").isChecked()).isTrue();
    }

    @Test
    void theArrowsGoAboutTheQueueAndAReadyReasonIsPutInItsPlace() {
        UUID sitting = opened("Unità della coda", "Codat", "333 000 976");
        UUID panel =
                TRUTH.queryForObject(
                        "select panel_id from sitting where id = ?", UUID.class, sitting);
        TRUTH.update(
                "insert into panel_phrase values (gen_random_uuid(), ?, 'DEFER', 'Manca un elemento.')",
                panel);
        sit(sitting);
        page.locator("nav.queue a").first().focus();
        page.keyboard().press("j");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        assertThat(page.locator("#caso").innerText()).startsWith("2. Codate");

        page.getByText("Motivazioni pronte").click();
        page.getByText("Manca un elemento.").click();

        assertThat(page.getByLabel("Motivazione scritta").inputValue())
                .isEqualTo("Manca un elemento.");
        assertThat(page.locator("input[value=DEFER]").isChecked()).isTrue();
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("why");
    }
}
