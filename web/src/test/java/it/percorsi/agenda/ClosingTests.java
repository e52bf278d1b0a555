package it.percorsi.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Client;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** An agenda closes, and everybody booked there is placed again. */
class ClosingTests extends AgendaCase {

    @Test
    void aClosedAgendaTakesNobodyAndEverybodyBookedIsPlacedAgainOnOnePage() {
        Client desk = as("sportello.pistoia");
        Client cpi = as("cpi.pistoia");
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            paths.add(
                    booked(
                            desk,
                            open(
                                    desk,
                                    "Chiusa" + "abc".charAt(i),
                                    Map.of("phone", "333 000 811" + i)),
                            "cpi-pistoia-orientamento",
                            0));
        }
        LocalDate day = LocalDate.ofInstant(starts(id(paths.getFirst())), Rome.ZONE);
        String resource =
                TRUTH.queryForObject(
                        "select id::text from resource where code = 'op-cpi-pistoia'",
                        String.class);

        Client.Page closed =
                cpi.post(
                        "/agenda/absences",
                        "/agenda/absences",
                        Map.of(
                                "resource",
                                resource,
                                "from",
                                day.format(DAY),
                                "until",
                                day.plusDays(6).format(DAY)));

        assertThat(closed.body()).contains("Chiusaa").contains("Chiusab").contains("Chiusac");
        Map<String, String> chosen = new HashMap<>();
        Matcher choice = CHOICE.matcher(closed.body());
        while (choice.find()) {
            chosen.put(choice.group(1), choice.group(2));
        }
        assertThat(chosen.values()).doesNotHaveDuplicates().doesNotContain("");
        assertThat(chosen).hasSizeGreaterThanOrEqualTo(3);
        assertThat(
                        slots(
                                desk.get(
                                        "/people/"
                                                + open(
                                                        desk,
                                                        "Chiusad",
                                                        Map.of("phone", "333 000 8114"))
                                                + "/booking?service=cpi-pistoia-orientamento")))
                .noneMatch(slot -> slot.startsWith(day.toString()));

        Client.Page placed = cpi.post(closed.path(), closed.path() + "/moves", chosen);

        assertThat(placed.body())
                .contains("Spostati: " + chosen.size())
                .contains("Nessun appuntamento da ricollocare");
        for (String path : paths) {
            assertThat(starts(id(path)))
                    .isAfter(day.plusDays(7).atStartOfDay(Rome.ZONE).toInstant());
        }
        assertThatThrownBy(() ->
                        TRUTH.update(
                                "insert into booking (appointment_id, turn, resource_id, during, held) select ?, 9, ?::uuid, during, true from absence where resource_id = ?::uuid",
                                id(paths.getFirst()),
                                resource,
                                resource))
                .hasStackTraceContaining("booking_meets_no_absence");
        assertThat(
                        cpi.post(
                                        "/agenda/absences",
                                        "/agenda/absences",
                                        Map.of(
                                                "resource",
                                                resource,
                                                "from",
                                                day.format(DAY),
                                                "until",
                                                ""))
                                .body())
                .contains("è già chiusa");

        cpi.post(closed.path(), closed.path() + "/end", Map.of());
        assertThat(count("absence where resource_id = ?::uuid and ended_at is null", resource))
                .isZero();
    }

    @Test
    void onesOwnBodysAgendaAloneIsClosed() {
        String resource =
                TRUTH.queryForObject(
                        "select id::text from resource where code = 'op-cpi-pistoia'",
                        String.class);

        Client.Page refused =
                as("cpi.prato")
                        .post(
                                "/agenda/absences",
                                "/agenda/absences",
                                Map.of(
                                        "resource",
                                        resource,
                                        "from",
                                        "1/6/2027",
                                        "until",
                                        "31/5/2027"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("La voce scelta non esiste")
                .contains("viene prima del primo")
                .contains("1/6/2027");
        assertThat(as("mediazione.prato").get("/agenda/absences").body())
                .contains("Mediazione urdu")
                .doesNotContain("Sanesi");
    }

    @Test
    void oneThatCannotBeMovedLeavesTheOthersMoved() {
        Client desk = as("sportello.prato");
        Client social = as("sociale.prato");
        String one =
                booked(
                        desk,
                        open(desk, "Ricollocata", Map.of("phone", "333 000 8121")),
                        "pua2-prato-sociale",
                        0);
        String two =
                booked(
                        desk,
                        open(desk, "Rimasta", Map.of("phone", "333 000 8122")),
                        "pua2-prato-sociale",
                        0);
        LocalDate day = LocalDate.ofInstant(starts(id(one)), Rome.ZONE);
        String resource =
                TRUTH.queryForObject(
                        "select id::text from resource where code = 'op-sociale-prato'",
                        String.class);
        Client.Page closed =
                social.post(
                        "/agenda/absences",
                        "/agenda/absences",
                        Map.of(
                                "resource",
                                resource,
                                "from",
                                day.format(DAY),
                                "until",
                                day.plusDays(21).format(DAY)));
        Map<String, String> chosen = new HashMap<>();
        Matcher choice = CHOICE.matcher(closed.body());
        while (choice.find()) {
            chosen.put(choice.group(1), choice.group(2));
        }
        assertThat(chosen).containsKeys("slot." + id(one), "slot." + id(two));
        chosen.put("slot." + id(two), chosen.get("slot." + id(one)));

        Client.Page placed = social.post(closed.path(), closed.path() + "/moves", chosen);

        assertThat(placed.body())
                .contains("Non spostati: 1")
                .contains("Spostati: " + (chosen.size() - 1));
        social.post(closed.path(), closed.path() + "/end", Map.of());
    }
}
