package it.percorsi.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * An appointment gets another time; an agenda closes and everybody booked there is placed again.
 */
class MovingTests extends RunningApplication {

    private static final Pattern SLOT = Pattern.compile("name=\"slot\" value=\"([^\"]+)\"");
    private static final Pattern CHOICE =
            Pattern.compile("<select name=\"(slot\\.[^\"]+)\"[^>]*>\\s*<option value=\"([^\"]*)\"");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static List<String> all(Pattern pattern, String body) {
        return pattern.matcher(body).results().map(found -> found.group(1)).toList();
    }

    private static List<String> slots(Client.Page page) {
        return all(SLOT, page.body());
    }

    /** Books the n-th time on offer; says where the appointment's page is. */
    private String booked(Client desk, UUID person, String service, int nth) {
        String page = "/people/" + person + "/booking?service=" + service;
        Client.Page answer =
                desk.post(
                        page,
                        "/people/" + person + "/booking",
                        new HashMap<>(
                                Map.of(
                                        "service",
                                        service,
                                        "slot",
                                        slots(desk.get(page)).get(nth),
                                        "reason",
                                        "WORK",
                                        "without",
                                        "BY_PHONE")));
        return answer.path();
    }

    private static UUID id(String path) {
        return UUID.fromString(
                path.substring("/appointments/".length(), "/appointments/".length() + 36));
    }

    private static Instant starts(UUID appointment) {
        return TRUTH.queryForObject(
                "select starts_at from appointment where id = ?",
                (row, n) -> row.getTimestamp(1).toInstant(),
                appointment);
    }

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

    @Test
    void aChosenTimeIsKeptForWhoeverTypesAndForNobodyElse() {
        Client desk = as("sportello.prato");
        Client social = as("sociale.prato");
        UUID person = open(desk, "Trattenuta", Map.of("phone", "333 000 8131"));
        String page = "/people/" + person + "/booking?service=pua2-prato-sociale";
        String slot = slots(desk.get(page)).getLast();

        Client.Page chosen = desk.get(page + "&slot=" + slot);

        assertThat(chosen.body()).contains("è tenuto per te per 5 minuti");
        assertThat(slots(desk.get(page))).contains(slot);
        assertThat(slots(social.get(page))).doesNotContain(slot);
        assertThat(
                        count(
                                "booking where held_for is not null and held_until between now() + interval '4 minutes' and now() + interval '5 minutes'"))
                .isPositive();
        assertThat(social.get(page + "&slot=" + slot).body()).contains("non è più libero");
        TRUTH.update(
                "update booking set held_until = now() - interval '1 second' where held_for is not null");
        assertThat(slots(social.get(page))).contains(slot);
        assertThat(social.get(page + "&slot=" + slot).body()).contains("è tenuto per te");
        assertThat(
                        count(
                                "booking b join operator o on o.id = b.held_for where o.username = 'sportello.prato'"))
                .isZero();
    }

    @Test
    void whoLosesATimeHasTheNextOneKept() {
        Client desk = as("sportello.prato");
        UUID one = open(desk, "Perde", Map.of("phone", "333 000 8141"));
        UUID two = open(desk, "Vince", Map.of("phone", "333 000 8142"));
        String form = "/people/" + one + "/booking";
        Map<String, String> sealed = desk.seal(form + "?service=cpi-prato-orientamento", form);
        String slot = slots(desk.get(form + "?service=cpi-prato-orientamento")).getFirst();
        booked(as("sociale.prato"), two, "cpi-prato-orientamento", 0);
        sealed.putAll(
                Map.of(
                        "service",
                        "cpi-prato-orientamento",
                        "slot",
                        slot,
                        "reason",
                        "WORK",
                        "without",
                        "BY_PHONE"));

        Client.Page lost = desk.send(form, sealed);

        assertThat(lost.status()).isEqualTo(409);
        assertThat(lost.body())
                .contains("è tenuto per te per 5 minuti")
                .containsPattern("name=\"slot\" value=\"[^\"]+\"[^>]* checked");
        sealed.put("formKey", UUID.randomUUID().toString());
        Matcher kept =
                Pattern.compile("name=\"slot\" value=\"([^\"]+)\"[^>]* checked")
                        .matcher(lost.body());
        assertThat(kept.find()).isTrue();
        sealed.put("slot", kept.group(1));
        Client.Page booked = desk.send(form, sealed);
        assertThat(booked.path()).as(booked.body()).startsWith("/appointments/");
        assertThat(
                        count(
                                "booking b join operator o on o.id = b.held_for where o.username = 'sportello.prato'"))
                .isZero();
    }
}
