package it.percorsi.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An appointment gets another time. */
class MovingTests extends AgendaCase {

    @Test
    void theReceivingBodyMovesAnAppointmentAndNobodyLosesSightOfIt() {
        Client desk = as("sportello.prato");
        Client cpi = as("cpi.prato");
        String path =
                booked(
                        desk,
                        open(desk, "Spostata", Map.of("phone", "333 000 8101")),
                        "cpi-prato-orientamento",
                        0);
        UUID appointment = id(path);
        Instant before = starts(appointment);
        List<String> offered = slots(cpi.get(path + "/move"));

        Client.Page moved =
                cpi.post(path + "/move", path + "/move", Map.of("slot", offered.getLast()));

        assertThat(moved.path()).isEqualTo(path);
        assertThat(moved.body()).contains("Prima era");
        assertThat(starts(appointment)).isNotEqualTo(before);
        assertThat(desk.get(path).body()).contains("Prima era");
        assertThat(count("booking where appointment_id = ? and held and turn = 1", appointment))
                .isEqualTo(count("booking where appointment_id = ? and held", appointment))
                .isPositive();
        assertThat(count("step where subject_id = ? and move = 'MOVE'", appointment)).isOne();
        assertThat(count("trail where subject_id = ? and action = 'MOVE'", appointment)).isOne();
        assertThat(
                        count(
                                "access_grant where subject_id = ? and valid_until > now() and organisation_id = (select id from organisation where code = 'cpi-prato')",
                                appointment))
                .isOne();
    }

    @Test
    void theTimeLeftIsFreeAgainAndTheTimeTakenIsNot() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Lascia", Map.of("phone", "333 000 8102"));
        String page = "/people/" + person + "/booking?service=cpi-prato-orientamento";
        String first = slots(desk.get(page)).getFirst();
        String path = booked(desk, person, "cpi-prato-orientamento", 0);
        String other = slots(desk.get(path + "/move")).getLast();

        desk.post(path + "/move", path + "/move", Map.of("slot", other));

        assertThat(slots(desk.get(page))).contains(first).doesNotContain(other);
    }

    @Test
    void aTimeSomebodyTookMeanwhileLeavesTheAppointmentWhereItWas() {
        Client desk = as("sportello.prato");
        String one =
                booked(
                        desk,
                        open(desk, "Lenta", Map.of("phone", "333 000 8103")),
                        "cpi-prato-orientamento",
                        0);
        UUID quick = open(desk, "Svelta", Map.of("phone", "333 000 8104"));
        String wanted = slots(desk.get(one + "/move")).getLast();
        Instant before = starts(id(one));
        String page = "/people/" + quick + "/booking?service=cpi-prato-orientamento";
        Client.Page quicker =
                desk.post(
                        page,
                        "/people/" + quick + "/booking",
                        new HashMap<>(
                                Map.of(
                                        "service",
                                        "cpi-prato-orientamento",
                                        "slot",
                                        wanted,
                                        "reason",
                                        "WORK",
                                        "without",
                                        "BY_PHONE")));
        assertThat(quicker.path()).startsWith("/appointments/");

        Client.Page refused = desk.post(one + "/move", one + "/move", Map.of("slot", wanted));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("appena stato preso")
                .doesNotContain("value=\"" + wanted);
        assertThat(starts(id(one))).isEqualTo(before);
        assertThat(count("booking where appointment_id = ? and held", id(one))).isPositive();
    }

    @Test
    void anOutsiderMovesNothing() {
        Client desk = as("sportello.prato");
        String path =
                booked(
                        desk,
                        open(desk, "Altrui", Map.of("phone", "333 000 8105")),
                        "cpi-prato-orientamento",
                        0);

        assertThat(as("cpi.pistoia").get(path + "/move").status()).isEqualTo(404);
        assertThat(as("mediazione.prato").get(path + "/move").status()).isNotEqualTo(200);
    }

    @Test
    void whoDidNotComeIsCalledAgainAndAMistakeIsUndone() {
        Client desk = as("sportello.prato");
        Client cpi = as("cpi.prato");
        String path =
                booked(
                        desk,
                        open(desk, "Mancata", Map.of("phone", "333 000 8106")),
                        "cpi-prato-orientamento",
                        0);

        assertThat(cpi.post(path, path + "/absence", Map.of()).body())
                .contains("non è ancora cominciato");
        TRUTH.update(
                "update appointment set starts_at = now() - interval '1 minute' where id = ?",
                id(path));
        assertThat(cpi.post(path, path + "/absence", Map.of()).body())
                .contains("assente")
                .contains("Richiama: dai un altro posto");
        assertThat(cpi.post(path, path + "/undoing", Map.of()).body()).contains("prenotato");
        cpi.post(path, path + "/absence", Map.of());
        String next = slots(cpi.get(path + "/move")).getLast();

        assertThat(cpi.post(path + "/move", path + "/move", Map.of("slot", next)).body())
                .contains("prenotato")
                .contains("Prima era");
        assertThat(count("step where subject_id = ? and move = 'MISS'", id(path))).isEqualTo(2);
    }

    @Test
    void whoCancelsStillSeesThatDayThatItIsCancelled() {
        Client desk = as("sportello.prato");
        Client cpi = as("cpi.prato");
        String path =
                booked(
                        desk,
                        open(desk, "Disdice", Map.of("phone", "333 000 8107")),
                        "cpi-prato-orientamento",
                        0);

        assertThat(cpi.post(path, path + "/cancellation", Map.of("note", "ha telefonato")).body())
                .contains("annullato");
        assertThat(
                        count(
                                "access_grant where subject_id = ? and valid_until > now() + interval '25 hours'",
                                id(path)))
                .isZero();
    }
}
