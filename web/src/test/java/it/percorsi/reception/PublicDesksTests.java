package it.percorsi.reception;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import org.junit.jupiter.api.Test;

class PublicDesksTests extends RunningApplication {

    private String card(String day, String desk) {
        Client.Page page = anonymous().get("/desks" + (day.isEmpty() ? "" : "?day=" + day));
        assertThat(page.status()).isEqualTo(200);
        int at = page.body().indexOf("id=\"" + desk + "\"");
        String card = page.body().substring(at, page.body().indexOf("</section>", at));
        return card.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private static String today(String card) {
        return card.substring(0, card.indexOf("Orario: "));
    }

    @Test
    void pistoiaIsClosedOnItsPatronDayAndPratoIsOpen() {
        assertThat(today(card("2019-07-25", "pua-pistoia"))).contains("chiuso: ");
        assertThat(today(card("2019-07-25", "pua-prato")))
                .contains("9.00-13.00 , 15.00-17.00 accesso libero");
    }

    @Test
    void onAWednesdayPistoiaIsClosedPratoSaysNothingAndLuccaIsByAppointment() {
        assertThat(today(card("2026-03-04", "pua-pistoia"))).contains("chiuso");
        assertThat(today(card("2026-03-04", "pua-prato"))).contains("orario non indicato");
        assertThat(today(card("2026-03-04", "accesso-lucca"))).contains("solo su appuntamento");
    }

    @Test
    void theWeekIsTheOneOfThePlan() {
        assertThat(card("", "pua-pistoia"))
                .contains("martedì 8.30-17.30 aperto")
                .contains("mercoledì chiuso");
        assertThat(card("", "pua-prato"))
                .contains("lunedì 9.00-13.00 , 15.00-17.00 accesso libero Urdu 9.00-13.00");
    }

    @Test
    void aDayThatIsNoneIsNotAnError() {
        assertThat(anonymous().get("/desks?day=ieri").status()).isEqualTo(404);
    }
}
