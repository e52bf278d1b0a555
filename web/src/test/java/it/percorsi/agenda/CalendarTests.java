package it.percorsi.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.database.Roles;
import it.percorsi.database.TestServer;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** An operator's calendar, as another program reads it. */
class CalendarTests extends RunningApplication {

    private static final Pattern ADDRESS = Pattern.compile("/feeds/[A-Za-z0-9_-]{32}\\.ics");
    private static final Pattern SLOT = Pattern.compile("name=\"slot\" value=\"([^\"]+)\"");

    private String made(Client operator) {
        Matcher address =
                ADDRESS.matcher(
                        operator.post("/agenda/calendar", "/agenda/calendar", Map.of()).body());
        assertThat(address.find()).isTrue();
        return address.group();
    }

    private HttpResponse<String> read(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (HttpClient program = HttpClient.newHttpClient()) {
            return program.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static CalendarComponent event(String text, UUID appointment) throws Exception {
        return new CalendarBuilder()
                        .build(new StringReader(text))
                        .<CalendarComponent>getComponents(Component.VEVENT)
                        .stream()
                        .filter(e -> value(e, "UID").startsWith(appointment.toString()))
                        .findFirst()
                        .orElseThrow();
    }

    private static String value(CalendarComponent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }

    /** A time with Laura Innocenti of Pistoia, whom no other test gives appointments. */
    private UUID booked(String familyName) {
        Client desk = as("sportello.prato");
        UUID person = open(desk, familyName, Map.of("phone", "333 000 7701"));
        String page = "/people/" + person + "/booking";
        String from = page + "?service=cpi-pistoia-orientamento";
        Matcher slot = SLOT.matcher(desk.get(from).body());
        assertThat(slot.find()).isTrue();
        Client.Page booked =
                desk.post(
                        from,
                        page,
                        new HashMap<>(
                                Map.of(
                                        "service",
                                        "cpi-pistoia-orientamento",
                                        "slot",
                                        slot.group(1),
                                        "reason",
                                        "WORK",
                                        "without",
                                        "BY_PHONE")));
        return UUID.fromString(booked.path().substring("/appointments/".length()));
    }

    @Test
    void aProgramReadsTimesAndCodesAndNobodysName() throws Exception {
        UUID appointment = booked("Calendari");
        String address = made(as("cpi.pistoia"));

        HttpResponse<String> read = read(address);

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/calendar");
        assertThat(read.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
        assertThat(read.headers().firstValue("X-Robots-Tag").orElseThrow()).contains("noindex");
        assertThat(read.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(read.headers().firstValue("Set-Cookie")).isEmpty();
        CalendarComponent event = event(read.body(), appointment);
        String code = appointment.toString().substring(28).toUpperCase(java.util.Locale.ROOT);
        assertThat(value(event, "SUMMARY"))
                .isEqualTo("Appuntamento " + code + ": Colloquio di orientamento al lavoro");
        assertThat(value(event, "LOCATION")).isEqualTo("Centro per l'impiego di Pistoia");
        assertThat(read.body()).doesNotContain("Calendari").doesNotContain("Prova");
        assertThat(as("cpi.pistoia").get("/appointments/" + appointment).body()).contains(code);
    }

    @Test
    void whatTheSocialServiceOffersIsNotNamed() {
        assertThat(read(made(as("sociale.prato"))).body())
                .contains("BEGIN:VCALENDAR")
                .doesNotContain("assistente sociale")
                .doesNotContain("Colloquio");
    }

    @Test
    void aMovedAppointmentIsTheSameEventAtItsNewTimeAlone() throws Exception {
        UUID appointment = booked("Spostate");
        String address = made(as("cpi.pistoia"));
        CalendarComponent before = event(read(address).body(), appointment);
        String move = "/appointments/" + appointment + "/move";
        Client desk = as("sportello.prato");
        Matcher slot = SLOT.matcher(desk.get(move).body());
        assertThat(slot.find()).isTrue();

        desk.post(move, move, Map.of("slot", slot.group(1)));

        String after = read(address).body();
        assertThat(after.split("UID:" + appointment, -1)).hasSize(2);
        assertThat(value(event(after, appointment), "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(event(after, appointment), "DTSTART"))
                .isNotEqualTo(value(before, "DTSTART"));
        assertThat(Integer.parseInt(value(event(after, appointment), "SEQUENCE")))
                .isGreaterThan(Integer.parseInt(value(before, "SEQUENCE")));
    }

    @Test
    void aCancelledAppointmentStaysAsCancelledWithAHigherNumber() throws Exception {
        UUID appointment = booked("Disdette");
        String address = made(as("cpi.pistoia"));
        int before = Integer.parseInt(value(event(read(address).body(), appointment), "SEQUENCE"));

        String path = "/appointments/" + appointment;
        as("sportello.prato").post(path, path + "/cancellation", Map.of("note", "non può"));

        CalendarComponent event = event(read(address).body(), appointment);
        assertThat(value(event, "STATUS")).isEqualTo("CANCELLED");
        assertThat(Integer.parseInt(value(event, "SEQUENCE"))).isGreaterThan(before);
        TRUTH.execute("alter table appointment disable trigger appointment_changes");
        TRUTH.update(
                "update appointment set changed_at = now() - interval '31 days' where id = ?",
                appointment);
        TRUTH.execute("alter table appointment enable trigger appointment_changes");
        assertThat(read(address).body()).doesNotContain(appointment.toString());
    }

    @Test
    void whatIsTheSameIsNotSentTwice() {
        String address = made(as("cpi2.prato"));
        String tag = read(address).headers().firstValue("ETag").orElseThrow();

        assertThat(read(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(read(address, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void anAddressIsSaidOnceAndOnlyItsHashIsKept() {
        Client operator = as("cpi2.prato");
        String address = made(operator);

        assertThat(operator.get("/agenda/calendar").body()).doesNotContain("/feeds/");
        assertThat(
                        count(
                                "calendar_feed f where f::text like ?",
                                "%" + address.substring(7, 39) + "%"))
                .isZero();
        read(address);
        assertThat(operator.get("/agenda/calendar").body())
                .contains("Letto l'ultima volta")
                .doesNotContain(">mai<");
        assertThat(count("trail where subject = 'calendar' and person_ids <> '{}'")).isZero();
        assertThat(count("trail where action = 'MAKE_CALENDAR'")).isPositive();
    }

    @Test
    void anAddressRemadeRevokedOrNobodysIsTheSameNothing() {
        Client operator = as("cpi2.prato");
        String first = made(operator);
        String second = made(operator);
        HttpResponse<String> old = read(first);
        assertThat(read(second).statusCode()).isEqualTo(200);

        operator.post("/agenda/calendar", "/agenda/calendar/revocation", Map.of());

        HttpResponse<String> never = read("/feeds/" + "x".repeat(32) + ".ics");
        for (HttpResponse<String> nothing : List.of(old, read(second), never)) {
            assertThat(nothing.statusCode()).isEqualTo(404);
            assertThat(nothing.body()).isEqualTo(never.body());
            assertThat(nothing.headers().map().keySet()).isEqualTo(never.headers().map().keySet());
        }
    }

    @Test
    void aCalendarEndsWithTheAccountAndWithTheRole() {
        String address = made(as("cpi2.prato"));
        for (String end :
                List.of(
                        "update operator set active = %s where username = 'cpi2.prato'",
                        "update membership m set valid_until = case when %s then null else current_date end "
                                + "from operator o where o.id = m.operator_id and o.username = 'cpi2.prato'")) {
            TRUTH.update(end.formatted("false"));
            try {
                assertThat(read(address).statusCode()).as(end).isEqualTo(404);
            } finally {
                TRUTH.update(end.formatted("true"));
            }
            assertThat(read(address).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void noPageReachesACalendarOrItsHash() {
        JdbcTemplate application =
                new JdbcTemplate(TestServer.source("web_tests", Roles.APPLICATION));

        assertThatThrownBy(() -> application.queryForList("select * from calendar_entries('x')"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> application.queryForList("select secret_hash from calendar_feed"))
                .hasStackTraceContaining("permission denied");
    }
}
