package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes over the wire when a page is seen for the first time. */
class WeightTests extends JourneyCase {

    private static final int MOST = 80_000;

    /** Opens a page where nothing is kept of any other; says what each part weighs. */
    private Map<String, Integer> weigh(String username, String path) {
        String state = enter(username, true).context().storageState();
        try (BrowserContext fresh =
                browser.newContext(new Browser.NewContextOptions().setStorageState(state))) {
            Page page = fresh.newPage();
            CDPSession network = fresh.newCDPSession(page);
            Map<String, String> names = new ConcurrentHashMap<>();
            Map<String, Integer> weights = new ConcurrentHashMap<>();
            network.on(
                    "Network.responseReceived",
                    event -> names.put(id(event), url(event).replaceAll(".*/|\\?.*", "")));
            network.on(
                    "Network.loadingFinished",
                    event ->
                            weights.merge(
                                    names.getOrDefault(id(event), "?"),
                                    event.get("encodedDataLength").getAsInt(),
                                    Integer::sum));
            network.send("Network.enable");
            page.navigate(address() + path);
            page.evaluate("document.fonts.ready");
            page.waitForTimeout(500);
            return weights;
        }
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    private static String url(JsonObject event) {
        return event.getAsJsonObject("response").get("url").getAsString();
    }

    private static int sum(Map<String, Integer> weights) {
        return weights.values().stream().mapToInt(Integer::intValue).sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/agenda", "/permits"})
    void aPageOfTheStaffIsLight(String path) {
        assertThat(weigh("sportello.prato", path)).matches(w -> sum(w) <= MOST, "light");
    }

    @Test
    void thePersonsAndTheBookingsPagesAreLightWhateverTheLetters() {
        UUID person =
                open(
                        as("sportello.prato"),
                        "Leggera",
                        Map.of(
                                "phone",
                                "333 000 8271",
                                "citizenship",
                                "PK",
                                "language",
                                "ur",
                                "originalScript",
                                "لیجیرا"));
        List<Map<String, Integer>> pages = new ArrayList<>();
        for (String page : List.of("", "/booking", "/appointments")) {
            pages.add(weigh("sportello.prato", "/people/" + person + page));
        }

        assertThat(pages).allMatch(w -> sum(w) <= MOST, "light");
    }
}
