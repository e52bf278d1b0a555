package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The agenda by keyboard alone, counted: moving somebody, closing somebody, saying who came. */
class AgendaJourneysTests extends RunningApplication {

    private static Browser browser;
    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void aRealBrowser() {
        browser = Browsers.launch();
    }

    @AfterAll
    static void closed() {
        browser.close();
    }

    @BeforeEach
    void atTheCpiOfPistoia() {
        context = browser.newContext(new Browser.NewContextOptions().setLocale("it-IT"));
        page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.navigate(address() + "/login");
        page.getByLabel("Nome utente").fill("cpi.pistoia");
        page.getByLabel("Password").fill("percorsi");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    @AfterEach
    void leave() {
        context.close();
    }

    private UUID booked(String familyName, String phone) {
        Client desk = as("sportello.pistoia");
        UUID person = open(desk, familyName, Map.of("phone", phone));
        String form = "/people/" + person + "/booking";
        String ask = form + "?service=cpi-pistoia-orientamento";
        java.util.regex.Matcher slot =
                java.util.regex.Pattern.compile("name=\"slot\" value=\"([^\"]+)\"")
                        .matcher(desk.get(ask).body());
        assertThat(slot.find()).isTrue();
        String path =
                desk.post(
                                ask,
                                form,
                                Map.of(
                                        "service",
                                        "cpi-pistoia-orientamento",
                                        "slot",
                                        slot.group(1),
                                        "reason",
                                        "WORK",
                                        "without",
                                        "BY_PHONE"))
                        .path();
        return UUID.fromString(path.substring("/appointments/".length()));
    }

    private static LocalDate day(UUID appointment) {
        return Rome.day(starts(appointment));
    }

    private static Instant starts(UUID appointment) {
        return TRUTH.queryForObject(
                "select starts_at from appointment where id = ?",
                (row, n) -> row.getTimestamp(1).toInstant(),
                appointment);
    }

    private void agendaAt(UUID appointment) {
        page.navigate(address() + "/agenda?day=" + day(appointment));
        page.locator("#a-" + appointment).focus();
    }

    @Test
    void anAppointmentIsMovedInFourInteractionsAndNineKeys() {
        UUID appointment = booked("Tastiera", "333 000 8201");
        Instant before = starts(appointment);
        agendaAt(appointment);
        Keyboard keyboard = new Keyboard(page);

        keyboard.go(() -> keyboard.press("m"));
        keyboard.key("ArrowDown");
        keyboard.go(() -> keyboard.press("Enter"));
        keyboard.go(() -> keyboard.press("Enter"));

        assertThat(page.locator("main").innerText()).contains("Spostato").contains("Prima era");
        assertThat(starts(appointment)).isNotEqualTo(before);
        assertThat(keyboard.tally()).isEqualTo(new Keyboard.Tally(3, 4, 3));
    }

    @Test
    void anAgendaIsClosedForAWeekAndEverybodyPlacedAgainInEightInteractions() {
        UUID one = booked("Chiusura", "333 000 8211");
        booked("Chiusurina", "333 000 8212");
        String monday =
                day(one).with(java.time.DayOfWeek.MONDAY)
                        .format(DateTimeFormatter.ofPattern("d/M/yy"));
        String sunday =
                day(one).with(java.time.DayOfWeek.SUNDAY)
                        .format(DateTimeFormatter.ofPattern("d/M/yy"));
        page.navigate(address() + "/agenda/absences");
        Keyboard keyboard = new Keyboard(page);

        keyboard.type("La");
        keyboard.key("Tab");
        keyboard.type(monday);
        keyboard.key("Tab");
        keyboard.type(sunday);
        keyboard.go(() -> keyboard.press("Enter"));
        keyboard.go(() -> keyboard.press("Control+Enter"));

        assertThat(page.locator("main").innerText()).contains("Nessun appuntamento da ricollocare");
        assertThat(keyboard.tally().interactions()).isLessThanOrEqualTo(8);
        assertThat(keyboard.tally().keystrokes()).isLessThanOrEqualTo(30);
        assertThat(keyboard.tally().loads()).isEqualTo(2);
        page.getByText("Riapri questi giorni").click();
    }

    @Test
    void theArrowsGoAboutTheGridAndWhoCameIsMarkedWhereOneStands() {
        UUID appointment = booked("Freccia", "333 000 8221");
        TRUTH.update(
                "update appointment set starts_at = starts_at - interval '1 second' where id = ?",
                appointment);
        agendaAt(appointment);

        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        page.waitForNavigation(() -> page.keyboard().press("p"));

        assertThat(page.locator("#a-" + appointment).innerText()).contains("presente");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("a-" + appointment);
        String heading = page.locator("h1").innerText();
        page.waitForNavigation(() -> page.keyboard().press("PageDown"));
        assertThat(page.locator("h1").innerText()).isNotEqualTo(heading).contains("settimana");
    }
}
