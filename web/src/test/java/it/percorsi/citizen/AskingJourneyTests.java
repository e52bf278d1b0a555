package it.percorsi.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import it.percorsi.Browsers;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A citizen books from a phone in Urdu, without account and without script, counted. */
class AskingJourneyTests extends AskingCase {

    private static final int MOST_INTERACTIONS = 9;
    private static final int MOST_LOADS = 6;

    private static Browser browser;

    @BeforeAll
    static void aRealBrowser() {
        browser = Browsers.launch();
    }

    @AfterAll
    static void closed() {
        browser.close();
    }

    @Test
    void aTimeIsAskedForInNineInteractionsAndSixPagesAndWithdrawnInTwo() {
        try (BrowserContext phone =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setJavaScriptEnabled(false)
                                .setHasTouch(true)
                                .setLocale("ur-PK")
                                .setViewportSize(360, 740))) {
            Page page = phone.newPage();
            page.setDefaultTimeout(30_000);
            AtomicInteger loads = new AtomicInteger();
            page.onDOMContentLoaded(loaded -> loads.incrementAndGet());
            int interactions = 0;

            page.navigate(address() + "/info");
            interactions += tap(page.locator("a[hreflang=ur].btn"));
            interactions += tap(page.locator("a[href='" + FORM + "']"));
            page.locator("input[name=time]").first().check();
            interactions++;
            page.locator("#name").fill("نسرین اختر");
            interactions++;
            page.locator("#phone").fill("333 000 9301");
            interactions++;
            interactions += tap(page.locator("main form button"));
            interactions += tap(page.locator("main form button"));

            assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
            assertThat(page.locator("h1").innerText()).contains("درخواست بھیج دی گئی");
            assertThat(page.url()).contains("/r/");
            assertThat(interactions).isEqualTo(7).isLessThanOrEqualTo(MOST_INTERACTIONS);
            assertThat(loads.get()).isEqualTo(5).isLessThanOrEqualTo(MOST_LOADS);
            assertThat(phone.cookies()).isEmpty();
            assertThat(status()).isEqualTo("SENT");

            tap(page.locator("main form button"));

            assertThat(status()).isEqualTo("WITHDRAWN");
            assertThat(loads.get()).isEqualTo(6);
        }
    }

    private static int tap(Locator place) {
        place.page().waitForNavigation(place::tap);
        return 1;
    }
}
