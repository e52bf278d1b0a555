package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The counted journeys where no script runs: longer, and they arrive all the same. */
class WithoutScriptTests extends StoryCase {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d/M/yy");

    private void search(String words) {
        page.getByLabel("Cognome, nome, data di nascita, telefono o codice").fill(words);
        press("Cerca");
    }

    private void book() {
        page.locator("[name=slot]").first().check();
        press("Prenota il posto scelto");
        assertThat(page.locator("main").innerText()).contains("Prenotato.");
    }

    @Test
    void somebodyNewIsBookedAndTheSlipIsThere() {
        page = enter("sportello.prato", false);

        search("durrani omar 3/4/1991");
        page.locator("#citizenship").selectOption("PK");
        page.locator("#phone").fill("333 000 8251");
        page.locator("#noticeLanguage").selectOption("ur");
        press("Apri il fascicolo");
        follow("Prenota");
        book();
        follow("Stampa il foglietto");

        assertThat(page.locator(".slip [lang=ur]").count()).isEqualTo(3);
        assertThat(page.locator(".slip svg").count()).isEqualTo(1);
    }

    @Test
    void somebodyKnownIsBooked() {
        open(as("sportello.prato"), "Senzascript", Map.of("phone", "333 000 8252"));
        page = enter("sportello.prato", false);

        search("senzascript");
        follow("Prenota per Senzascript Prova");
        book();
    }

    @Test
    void aMorningIsMarked() {
        LocalDate day = aMorning("Lenta", "333 000 8253", 11);
        page = enter("cpi.pistoia", false);

        page.navigate(address() + "/agenda/day?day=" + day);
        page.locator("input[value=MISS]").nth(4).check();
        press("Registra: gli altri sono presenti");

        assertThat(page.locator("main").innerText()).contains("Segni registrati: 12.");
        assertThat(marked(day, "ARRIVED")).isEqualTo(11);
    }

    @Test
    void anAppointmentIsMoved() {
        UUID appointment = booked("Spostata", "333 000 8254");
        Instant before = starts(appointment);
        page = enter("cpi.pistoia", false);

        page.navigate(address() + "/agenda?day=" + day(appointment));
        page.locator("#a-" + appointment).click();
        follow("Sposta");
        page.locator("[name=slot]").nth(1).check();
        press("Sposta al posto scelto");

        assertThat(page.locator("main").innerText()).contains("Spostato.");
        assertThat(starts(appointment)).isNotEqualTo(before);
    }

    @Test
    void anAgendaIsClosedAndWhoWasBookedPlacedAgain() {
        UUID appointment = booked("Ricollocata", "333 000 8255");
        page = enter("cpi.pistoia", false);

        page.navigate(address() + "/agenda/absences");
        page.getByLabel("Chi, o quale stanza")
                .selectOption(
                        TRUTH.queryForObject(
                                        """
                                        select r.id from booking b join resource r on r.id = b.resource_id
                                        where b.appointment_id = ? and r.operator_id is not null and b.held\
                                        """,
                                        UUID.class,
                                        appointment)
                                .toString());
        page.getByLabel("Dal giorno").fill(day(appointment).with(DayOfWeek.MONDAY).format(SHORT));
        page.getByLabel("Al giorno, compreso")
                .fill(day(appointment).with(DayOfWeek.SUNDAY).format(SHORT));
        press("Chiudi questi giorni");
        press("Sposta tutti ai posti scelti");

        assertThat(page.locator("main").innerText()).contains("Nessun appuntamento da ricollocare");
        press("Riapri questi giorni");
    }
}
