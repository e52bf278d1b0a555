package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case by keyboard alone, counted: taking it in care, a note with what to do, a meeting. */
class CaseJourneysTests extends JourneyCase {

    private Page page;

    @BeforeEach
    void atTheSocialServicesOfPrato() {
        page = enter("sociale.prato", true);
    }

    private UUID somebody(String familyName, String phone) {
        return open(as("sociale.prato"), familyName, Map.of("phone", phone));
    }

    private static UUID caseOf(UUID person) {
        return TRUTH.queryForObject(
                "select id from case_file where person_id = ?", UUID.class, person);
    }

    @Test
    void aFirstLevelFileGetsATeamWithTasksInSixInteractionsAndTwentyFourKeys() {
        UUID person = somebody("Squadra", "333 000 9501");
        page.navigate(address() + "/cases/" + caseOf(person));
        page.getByText("Prendi in carico con un'équipe").focus();
        Keyboard keyboard = new Keyboard(page);
        String why = "Casa e lavoro insieme";

        keyboard.go(() -> keyboard.press("Enter"), page.locator("#manager"));
        keyboard.tabTo(page.locator("#decision"));
        keyboard.type(why);
        keyboard.tabTo(page.getByLabel("Martina Risaliti"));
        keyboard.press("Space");
        keyboard.go(() -> keyboard.press("Control+Enter"), page.getByText("(referente del caso)"));

        assertThat(count("task where person_id = ? and origin = 'CARE'", person)).isEqualTo(2);
        assertThat(count("team_member where person_id = ? and status = 'JOINED'", person))
                .isEqualTo(2);
        assertThat(keyboard.tally().beside(why)).matches(tally -> tally.within(6, 24, 1));
    }

    @Test
    void aNoteWithTwoTasksAndTheNextDayTakesFiveInteractionsAndTwentyKeys() {
        UUID person = somebody("Annotata", "333 000 9502");
        page.navigate(address() + "/people/" + person + "/diary");
        page.locator("#body").focus();
        Keyboard keyboard = new Keyboard(page);
        String note = "Colloquio sereno, la signora ha portato i documenti.";
        String tasks =
                "io: domanda di contributo entro venerdì\nmartina: telefonare alla scuola entro domani";

        keyboard.type(note);
        keyboard.tabTo(page.locator("#tasks"));
        keyboard.type(tasks);
        keyboard.tabTo(page.locator("#meetOn"));
        keyboard.type("1/3/90");
        keyboard.go(
                () -> keyboard.press("Control+Enter"), page.getByText("Nota salvata nel diario."));

        assertThat(count("task where person_id = ? and origin = 'NOTE'", person)).isEqualTo(3);
        assertThat(keyboard.tally().beside(note, tasks)).matches(tally -> tally.within(5, 20, 1));
    }
}
