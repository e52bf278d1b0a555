package it.percorsi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import it.percorsi.Accessibility;
import it.percorsi.Browsers;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** J22: a citizen cancels by the link of a message, from a phone, without account and script. */
class CancellingJourneyTests extends NoticeCase {

    private static Browser browser;

    @BeforeAll
    static void aRealBrowser() {
        browser = Browsers.launch();
    }

    @AfterAll
    static void closed() {
        browser.close();
    }

    private static BrowserContext phone(boolean script) {
        return browser.newContext(
                new Browser.NewContextOptions()
                        .setJavaScriptEnabled(script)
                        .setHasTouch(true)
                        .setViewportSize(360, 740));
    }

    @Test
    void anAppointmentIsCancelledInTwoInteractionsAndTwoPages() {
        Booked vjosa = booked("Annullatrice");
        String link = linkOf(vjosa);
        try (BrowserContext phone = phone(false)) {
            Page page = phone.newPage();
            AtomicInteger loads = new AtomicInteger();
            page.onDOMContentLoaded(loaded -> loads.incrementAndGet());

            page.navigate(address() + link);
            page.locator("summary").tap();
            page.waitForNavigation(
                    () -> page.locator("form[action$='/cancellation'] button").tap());

            assertThat(page.locator("main").innerText()).contains("Takimi është anuluar");
            assertThat(loads.get()).isEqualTo(2);
        }
        assertThat(count("appointment where id = ? and status = 'CANCELLED'", vjosa.appointment()))
                .isOne();
    }

    @Test
    void thePageIsReadableAndFits() {
        String link = linkOf(booked("Leggibile"));
        try (BrowserContext phone = phone(true)) {
            Page page = phone.newPage();
            for (int width : new int[] {1280, 640, 320}) {
                page.setViewportSize(width, 740);
                page.navigate(address() + link);
                assertThat(Accessibility.violations(page)).as("%d", width).isEmpty();
                assertThat(
                                page.evaluate(
                                        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                        .as("%d", width)
                        .isEqualTo(true);
            }
        }
    }
}
