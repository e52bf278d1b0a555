package it.percorsi.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Client;
import it.percorsi.pathway.Rome;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Desks, services, rotas and hours, kept on pages and used at once. */
class KeepingHoursTests extends AgendaCase {

    private static final LocalDate TODAY = Rome.day(Instant.now());

    private static UUID desk(String code) {
        return TRUTH.queryForObject("select id from desk where code = ?", UUID.class, code);
    }

    /** A new desk of the body, with a service and somebody who receives; the hours are not said. */
    private UUID newDesk(Client admin, String code, Map<String, String> service) {
        UUID body =
                TRUTH.queryForObject(
                        "select id from organisation where code = 'cpi-pistoia'", UUID.class);
        admin.post(
                "/administration",
                "/administration/desks",
                Map.of(
                        "organisation",
                        body.toString(),
                        "code",
                        code,
                        "name",
                        "Sportello " + code,
                        "kind",
                        "CPI",
                        "municipality",
                        "G713"));
        String page = "/administration/desks/" + desk(code) + "/services";
        Map<String, String> typed =
                new HashMap<>(
                        Map.of(
                                "code", code + "-colloquio",
                                "name", "Colloquio " + code,
                                "content", "Un colloquio.",
                                "minutes", "60",
                                "buffer", "0",
                                "notice", "0",
                                "capacity", "1"));
        typed.putAll(service);
        assertThat(admin.post(page, page, typed).body()).contains("Salvato");
        assertThat(
                        admin.post(
                                        page,
                                        page + "/receivers",
                                        Map.of("kind", "ROOM", "receiver", "aula " + code))
                                .body())
                .contains("Salvato");
        assertThat(
                        admin.post(
                                        page,
                                        page + "/receivers",
                                        Map.of(
                                                "kind",
                                                "OPERATOR",
                                                "receiver",
                                                "Riceve " + code,
                                                "operator",
                                                TRUTH.queryForObject(
                                                        "select id::text from operator where username = 'cpi.pistoia'",
                                                        String.class)))
                                .body())
                .contains("Salvato");
        return desk(code);
    }

    private static UUID resource(String name) {
        return TRUTH.queryForObject("select id from resource where name = ?", UUID.class, name);
    }

    private static UUID service(String code) {
        return TRUTH.queryForObject("select id from service where code = ?", UUID.class, code);
    }

    private static Map<String, String> week(UUID service, String from, String monday) {
        return Map.of("service", service.toString(), "from", from, "monday", monday);
    }

    @Test
    void anAdministratorOpensADeskWithAServiceAndItsBodySaysWhenItReceives() {
        Client admin = as("admin");
        Client cpi = as("cpi.pistoia");
        Client office = as("sportello.pistoia");
        newDesk(admin, "nuovo", Map.of());
        UUID who = resource("Riceve nuovo");
        String page = "/agenda/hours/" + who;

        assertThat(cpi.get("/agenda/hours").body()).contains("Riceve nuovo").contains("aula nuovo");
        Client.Page refused =
                cpi.post(
                        page,
                        page + "/week",
                        week(service("nuovo-colloquio"), "ieri", "di mattina"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("di mattina").contains("9-13 15-17").contains("ieri");

        Client.Page kept =
                cpi.post(
                        page,
                        page + "/week",
                        week(service("nuovo-colloquio"), TODAY.format(DAY), "9-11 15-16"));

        assertThat(kept.body()).contains("Salvato").contains("9-11 15-16");
        UUID person = open(office, "Orarinuovi", Map.of("phone", "333 000 8301"));
        LocalDate monday = TODAY.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        List<String> offered =
                slots(office.get("/people/" + person + "/booking?service=nuovo-colloquio"));
        assertThat(offered)
                .isNotEmpty()
                .allMatch(slot ->
                        LocalDate.parse(slot.substring(0, 10)).getDayOfWeek() == DayOfWeek.MONDAY);

        cpi.post(
                page,
                page + "/day",
                Map.of(
                        "service",
                        service("nuovo-colloquio").toString(),
                        "day",
                        monday.plusDays(1).format(DAY),
                        "bands",
                        "14-15"));
        assertThat(slots(office.get("/people/" + person + "/booking?service=nuovo-colloquio")))
                .anyMatch(slot -> slot.startsWith(monday.plusDays(1) + "T14:00"));

        cpi.post(
                page,
                page + "/week",
                week(service("nuovo-colloquio"), monday.plusDays(1).format(DAY), ""));
        assertThat(slots(office.get("/people/" + person + "/booking?service=nuovo-colloquio")))
                .isNotEmpty()
                .noneMatch(
                        slot -> LocalDate.parse(slot.substring(0, 10)).isAfter(monday.plusDays(1)));
        assertThat(
                        count(
                                "trail where action = 'HOURS' and subject = 'resource' and subject_id = ?",
                                who))
                .isEqualTo(3);
    }

    @Test
    void aGroupHasAsManyPlacesAsItSaysAndTheSchemaCountsThem() {
        Client admin = as("admin");
        Client cpi = as("cpi.pistoia");
        Client office = as("sportello.pistoia");
        newDesk(admin, "gruppo", Map.of("capacity", "2", "minutes", "120", "buffer", "15"));
        UUID service = service("gruppo-colloquio");
        cpi.post(
                "/agenda/hours/" + resource("Riceve gruppo"),
                "/agenda/hours/" + resource("Riceve gruppo") + "/week",
                week(service, TODAY.format(DAY), "9-11"));

        String one =
                booked(
                        office,
                        open(office, "Gruppoa", Map.of("phone", "333 000 8311")),
                        "gruppo-colloquio",
                        0);
        Client.Page second =
                office.get(
                        "/people/"
                                + open(office, "Gruppob", Map.of("phone", "333 000 8312"))
                                + "/booking?service=gruppo-colloquio");
        assertThat(second.body()).contains("in gruppo, posti liberi 1");
        String two =
                booked(
                        office,
                        open(office, "Gruppoc", Map.of("phone", "333 000 8313")),
                        "gruppo-colloquio",
                        0);
        String three =
                booked(
                        office,
                        open(office, "Gruppod", Map.of("phone", "333 000 8314")),
                        "gruppo-colloquio",
                        0);

        assertThat(starts(id(two))).isEqualTo(starts(id(one)));
        assertThat(starts(id(three))).isAfter(starts(id(one)));
        assertThat(
                        TRUTH.queryForObject(
                                "select max(extract(epoch from upper(during) - lower(during)) / 60)::int from booking where appointment_id = ?",
                                Integer.class,
                                id(one)))
                .isEqualTo(135);
        assertThatThrownBy(() ->
                        TRUTH.update(
                                "insert into booking (appointment_id, turn, resource_id, during, session, seat, held) select appointment_id, 8, resource_id, during, session, 3, true from booking where appointment_id = ?",
                                id(one)))
                .hasStackTraceContaining("booking_within_capacity");
        assertThatThrownBy(() ->
                        TRUTH.update(
                                "insert into booking (appointment_id, turn, resource_id, during, session, seat, held) select appointment_id, 8, resource_id, during, session, seat, true from booking where appointment_id = ?",
                                id(one)))
                .hasStackTraceContaining("booking_seat_once");
        assertThatThrownBy(() ->
                        TRUTH.update(
                                "insert into booking (appointment_id, turn, resource_id, during, held) select appointment_id, 8, resource_id, during, true from booking where appointment_id = ?",
                                id(one)))
                .hasStackTraceContaining("booking_once");
        assertThat(cpi.get("/agenda?day=" + LocalDate.ofInstant(starts(id(one)), Rome.ZONE)).body())
                .contains("Gruppoa")
                .contains("Gruppoc");
    }

    @Test
    void onesOwnBodysHoursAlone() {
        UUID pistoia =
                TRUTH.queryForObject(
                        "select id from resource where code = 'op-cpi-pistoia'", UUID.class);

        assertThat(as("cpi.prato").get("/agenda/hours/" + pistoia).status()).isEqualTo(404);
        assertThat(as("mediazione.prato").get("/agenda/hours").body())
                .contains("Mediazione urdu")
                .doesNotContain("Sanesi");
        Client mediator = as("mediazione.prato");
        String own = "/agenda/hours/" + resource("Mediazione urdu");
        LocalDate day = TODAY.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
        assertThat(
                        mediator.post(
                                        own,
                                        own + "/day",
                                        Map.of("day", day.format(DAY), "bands", "9-10"))
                                .body())
                .contains("Salvato")
                .contains("9.00-10.00");
        assertThat(
                        mediator.post(
                                        own,
                                        own + "/day",
                                        Map.of("day", day.format(DAY), "bands", ""))
                                .body())
                .contains("Salvato")
                .doesNotContain("9.00-10.00");
    }

    @Test
    void theHoursOfADeskChangeFromADayAndAClosureIsPublic() {
        Client admin = as("admin");
        newDesk(admin, "orari", Map.of());
        String page = "/administration/desks/" + desk("orari");
        LocalDate monday = TODAY.with(TemporalAdjusters.next(DayOfWeek.MONDAY));

        admin.post(
                page + "/hours",
                page + "/hours",
                Map.of("from", TODAY.format(DAY), "monday", "libero 9-13"));
        assertThat(
                        admin.post(
                                        page + "/hours",
                                        page + "/hours",
                                        Map.of(
                                                "from",
                                                monday.plusDays(1).format(DAY),
                                                "monday",
                                                "appuntamento",
                                                "saturday",
                                                "libero 10-12"))
                                .body())
                .contains("libero 9-13")
                .contains("un cambio previsto");
        assertThat(
                        admin.post(
                                        page + "/hours",
                                        page + "/hours",
                                        Map.of("from", TODAY.format(DAY), "monday", "9-13"))
                                .status())
                .isEqualTo(422);
        assertThat(
                        count(
                                "opening_hours where desk_id = ? and valid_until = ?",
                                desk("orari"),
                                monday))
                .isOne();

        admin.post(
                page + "/hours",
                page + "/closures",
                Map.of(
                        "first",
                        monday.plusDays(2).format(DAY),
                        "last",
                        monday.plusDays(3).format(DAY),
                        "reason",
                        "Trasloco degli uffici"));
        String open = anonymous().get("/desks?day=" + monday).body();
        String closed = anonymous().get("/desks?day=" + monday.plusDays(3)).body();
        assertThat(open).doesNotContain("Trasloco");
        assertThat(closed).contains("Trasloco degli uffici").contains("sabato");

        assertThat(
                        admin.post(
                                        page + "/hours",
                                        page + "/closures/end",
                                        Map.of("day", monday.plusDays(3).toString()))
                                .body())
                .contains("Salvato");
        assertThat(anonymous().get("/desks?day=" + monday.plusDays(3)).body())
                .doesNotContain("Trasloco");
    }

    @Test
    void aRotaIsKeptOnceForEverybodyAndSaysWhoMeetsWhom() {
        Client admin = as("admin");
        newDesk(admin, "turni", Map.of());
        String page = "/administration/desks/" + desk("turni") + "/rota";
        String who =
                TRUTH.queryForObject(
                        "select id::text from operator where username = 'cpi.pistoia'",
                        String.class);
        Map<String, String> typed =
                Map.of(
                        "operator",
                        who,
                        "profile",
                        "WORK_EXPERT",
                        "from",
                        TODAY.format(DAY),
                        "sunday",
                        "9-10");

        assertThat(admin.post(page, page, typed).body()).contains("domenica 9.00-10.00");
        assertThat(
                        admin.post(
                                        page,
                                        page + "/languages",
                                        Map.of("operator", who, "language", "ro"))
                                .body())
                .contains("Romeno: togli");
        assertThat(
                        admin.post(
                                        page,
                                        page + "/languages",
                                        Map.of("operator", who, "language", "ro"))
                                .body())
                .contains("è già");
        assertThat(
                        admin.post(
                                        page,
                                        page + "/languages",
                                        Map.of("operator", who, "language", "ro", "does", "false"))
                                .body())
                .doesNotContain("Romeno: togli");
        String elsewhere = "/administration/desks/" + desk("pua-pistoia") + "/rota";
        assertThat(admin.post(elsewhere, elsewhere, typed).body())
                .contains("già di turno a un altro sportello");
        assertThat(as("cpi.pistoia").get(page).status()).isEqualTo(404);
    }
}
