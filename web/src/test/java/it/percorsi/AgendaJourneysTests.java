package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The agenda by keyboard alone, counted: moving somebody, closing somebody, saying who came. */
class AgendaJourneysTests extends JourneyCase {

    private Page page;

    @BeforeEach
    void atTheCpiOfPistoia() {
        page = enter("cpi.pistoia", true);
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
        assertThat(
                        count(
                                "appointment_notice where appointment_id = ? and kind = 'MOVED'",
                                appointment))
                .isPositive();
        assertThat(keyboard.tally()).isEqualTo(new Keyboard.Tally(3, 4, 0));
    }

    @Test
    void anAgendaIsClosedForAWeekAndEverybodyPlacedAgainInEightInteractions() {
        UUID one = booked("Chiusura", "333 000 8211");
        for (int other = 2; other <= 9; other++) {
            booked("Chiusura" + "abcdefghi".charAt(other - 1), "333 000 821" + other);
        }
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
        assertThat(keyboard.tally()).matches(tally -> tally.within(8, 30, 1));
        page.getByText("Riapri questi giorni").click();
    }

    @Test
    void aMorningIsMarkedOneByOneInTheAgendaInTwelveInteractions() {
        LocalDate day = aMorning("Mattina", "333 000 8231", 9);
        page.navigate(address() + "/agenda?view=day&day=" + day);
        page.locator("a.busy").first().focus();
        Keyboard keyboard = new Keyboard(page);

        for (int each = 1; each <= 12; each++) {
            String who = (String) page.evaluate("document.activeElement.id");
            String key = each % 6 == 0 ? "a" : "p";
            keyboard.go(
                    () -> keyboard.press(key),
                    page.locator(
                            "#%s[data-state=%s]"
                                    .formatted(who, key.equals("a") ? "NO_SHOW" : "ARRIVED")));
            if (each < 12) {
                keyboard.key("ArrowDown");
            }
        }

        assertThat(marked(day, "ARRIVED")).isEqualTo(10);
        assertThat(marked(day, "NO_SHOW")).isEqualTo(2);
        assertThat(keyboard.tally()).matches(tally -> tally.within(12, 26, 0));
    }

    @Test
    void aMorningIsMarkedAtOnceInTheListOfTheDay() {
        LocalDate day = aMorning("Elenco", "333 000 8232", 10);
        page.navigate(address() + "/agenda/day?day=" + day);
        Keyboard keyboard = new Keyboard(page);

        for (int absent : List.of(3, 8)) {
            keyboard.tabTo(page.locator("input[value=ARRIVE]").nth(absent));
            keyboard.press("a");
        }
        keyboard.tabTo(page.getByText("Registra: gli altri sono presenti"));
        keyboard.go(() -> keyboard.press("Enter"));

        assertThat(page.locator("main").innerText()).contains("Segni registrati: 12.");
        assertThat(marked(day, "NO_SHOW")).isEqualTo(2);
        assertThat(keyboard.tally()).matches(tally -> tally.within(12, 26, 0));
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
