package it.percorsi.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Client;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People are told of their appointments, once, in their language, unless they do not want it. */
class TellingPeopleTests extends NoticeCase {

    @Test
    void whoeverIsBookedIsToldTimeAndTownAndNothingOfWhy() {
        Booked vjosa = booked("Telefoni");

        List<String> letters = letters(vjosa);

        assertThat(letters).hasSize(1);
        String moment =
                TRUTH.queryForObject(
                        "select to_char(starts_at at time zone 'Europe/Rome', 'DD/MM HH24:MI') from appointment where id = ?",
                        String.class,
                        vjosa.appointment());
        assertThat(letters.getFirst())
                .contains("Vjosa: takim " + moment + ", Pistoia. https://percorsi.example.it/a/")
                .doesNotContain("Mira")
                .doesNotContain("Telefoni")
                .doesNotContainIgnoringCase("orientamento")
                .doesNotContainIgnoringCase("impiego")
                .doesNotContainIgnoringCase("lavoro");
        assertThat(letters(vjosa)).as("told once").hasSize(1);
        assertThat(as("sportello.prato").get(vjosa.path()).body())
                .contains("Avvisi alla persona")
                .contains("prenotazione")
                .contains("mandato")
                .doesNotContain("percorsi.example.it");
    }

    @Test
    void anEmailIsInTheirLanguageAndInItalian() {
        Booked vjosa = booked("Lettere");
        TRUTH.update(
                "update person_contact set email = 'vjosa.lettere@example.org', channel = 'EMAIL' where person_id = ?",
                vjosa.person());

        assertThat(letters(vjosa)).isEmpty();

        assertThat(sent("vjosa.lettere@example.org"))
                .singleElement()
                .asString()
                .contains("Oggetto: Takimi yt · Il tuo appuntamento\n")
                .containsSubsequence("Vjosa, ke një takim:", "---", "Vjosa, hai un appuntamento:");
    }

    @Test
    void whoeverIsMovedOrCancelledIsToldToo() {
        Booked vjosa = booked("Spostamenti");
        letters(vjosa);
        TRUTH.update(
                "update appointment set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour', version = version + 1 where id = ?",
                vjosa.appointment());

        assertThat(letters(vjosa).getLast()).contains("Vjosa: orë e re");

        // A page acts for somebody; here nobody did, and who cancels by themselves is not told.
        as("sportello.prato")
                .post(vjosa.path(), vjosa.path() + "/cancellation", Map.of("note", "non può"));
        assertThat(letters(vjosa).getLast())
                .contains("Vjosa: anuluar")
                .doesNotContain("/a/")
                .doesNotContain("non può");
    }

    @Test
    void aReminderGoesOutOnceFortyEightHoursBefore() {
        Booked vjosa = booked("Promemoria");
        letters(vjosa);
        assertThat(
                        count(
                                "appointment_notice where appointment_id = ? and kind = 'REMINDER' and due_at = starts_at - interval '48 hours' and status = 'WAITING'",
                                vjosa.appointment()))
                .isPositive();
        due(vjosa);

        assertThat(letters(vjosa).getLast()).contains("Vjosa: kujto");
        assertThat(letters(vjosa)).filteredOn(l -> l.contains("kujto")).hasSize(1);
        assertThatThrownBy(() ->
                        TRUTH.update(
                                "insert into appointment_notice (appointment_id, person_id, kind, starts_at, due_at, next_at) select id, person_id, 'REMINDER', starts_at, now(), now() from appointment where id = ?",
                                vjosa.appointment()))
                .hasStackTraceContaining("reminded_once");
    }

    private static void due(Booked whose) {
        TRUTH.update(
                "update appointment_notice set next_at = now() where appointment_id = ? and status = 'WAITING'",
                whose.appointment());
    }

    @Test
    void whoeverBooksForTomorrowIsNotRemindedToo() {
        Booked vjosa = booked("Domani");
        TRUTH.update(
                "update appointment set starts_at = now() + interval '40 hours', ends_at = now() + interval '41 hours' where id = ?",
                vjosa.appointment());

        assertThat(
                        count(
                                "appointment_notice n join appointment a on a.id = n.appointment_id and a.starts_at = n.starts_at where a.id = ? and n.kind = 'REMINDER'",
                                vjosa.appointment()))
                .isZero();
        due(vjosa);
        assertThat(letters(vjosa)).hasSize(1);
        assertThat(status(vjosa, "REMINDER")).isEqualTo("DROPPED.OVERTAKEN");
    }

    @Test
    void whoeverDoesNotWantItIsToldNothing() {
        Booked vjosa = booked("Silenzi");
        Client desk = as("sportello.prato");
        String choice = "/people/" + vjosa.person() + "/reminders";

        Client.Page saved = desk.post(choice, choice, Map.of());

        assertThat(saved.body()).contains("Salvato").contains("non li vuole dal");
        assertThat(letters(vjosa)).isEmpty();
        assertThat(status(vjosa, "BOOKED")).isEqualTo("DROPPED.NOT_WANTED");
        assertThat(desk.get(vjosa.path()).body()).contains("non si avvisa questa persona");

        desk.post(choice, choice, Map.of("sms", "true"));
        due(vjosa);
        assertThat(letters(vjosa)).filteredOn(l -> l.contains("kujto")).hasSize(1);
    }

    @Test
    void aNoSaidInOneOfTwoFilesThatBecameOneHolds() {
        Booked vjosa = booked("Unioni");
        UUID other = open(as("sportello.prato"), "Unionibis", Map.of("phone", "351 555 0001"));
        TRUTH.update("update person_contact set sms_refused_at = now() where person_id = ?", other);
        TRUTH.update("update person set merged_into = ? where id = ?", vjosa.person(), other);
        try {
            assertThat(letters(vjosa)).isEmpty();
        } finally {
            TRUTH.update("update person set merged_into = null where id = ?", other);
        }
    }

    @Test
    void whoeverIsHiddenFromSomebodyIsToldNothing() {
        Booked vjosa = booked("Protette");
        TRUTH.update(
                "insert into protected_address (id, person_id, address, recorded_at, operator_id) select gen_random_uuid(), ?, 'via x', now(), id from operator where username = 'sociale.prato'",
                vjosa.person());

        assertThat(letters(vjosa)).isEmpty();
        assertThat(status(vjosa, "BOOKED")).isEqualTo("DROPPED.NOT_WANTED");
    }

    @Test
    void theStreetIsToldOnceAnAdministratorWroteIt() {
        String desk =
                TRUTH.queryForObject(
                        "select id::text from desk where code = 'cpi-pistoia'", String.class);
        Client administrator = as("admin");
        String page = "/administration/places";

        assertThat(administrator.post(page, page, Map.of("desk", desk, "address", " ")).status())
                .isEqualTo(422);
        assertThat(
                        administrator
                                .post(
                                        page,
                                        page,
                                        Map.of("desk", desk, "address", "via Inventata 7"))
                                .body())
                .contains("Salvato")
                .contains("via Inventata 7");
        try {
            Booked vjosa = booked("Strade");
            TRUTH.update(
                    "update person_contact set email = 'vjosa.strade@example.org', channel = 'EMAIL' where person_id = ?",
                    vjosa.person());
            letters(vjosa);
            assertThat(sent("vjosa.strade@example.org").getFirst())
                    .contains("Pistoia, via Inventata 7")
                    .doesNotContainIgnoringCase("impiego");
        } finally {
            TRUTH.update("update desk set address = null where code = 'cpi-pistoia'");
        }
    }
}
