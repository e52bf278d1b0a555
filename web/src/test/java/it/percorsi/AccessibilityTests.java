package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class AccessibilityTests extends JourneyCase {

    @Test
    void aFieldWithoutANameAndAWordTooPaleAreFound() {
        Page page = browse(true, 1280);
        page.setContent(
                """
                <!DOCTYPE html><html lang="it"><title>Prova</title>
                <main><h1>Prova</h1><input><p style="color: #ccc; background: #fff">pallida</p></main>\
                """);

        assertThat(Accessibility.violations(page))
                .extracting(Rule::getId)
                .containsExactlyInAnyOrder("label", "color-contrast");
    }
}
