package it.percorsi.agenda;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Somebody booked, and what is on offer. */
abstract class AgendaCase extends RunningApplication {

    protected static final Pattern SLOT = Pattern.compile("name=\"slot\" value=\"([^\"]+)\"");
    protected static final Pattern CHOICE =
            Pattern.compile("<select name=\"(slot\\.[^\"]+)\"[^>]*>\\s*<option value=\"([^\"]*)\"");
    protected static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    protected static List<String> all(Pattern pattern, String body) {
        return pattern.matcher(body).results().map(found -> found.group(1)).toList();
    }

    protected static List<String> slots(Client.Page page) {
        return all(SLOT, page.body());
    }

    /** Books the n-th time on offer; says where the appointment's page is. */
    protected String booked(Client desk, UUID person, String service, int nth) {
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

    protected static UUID id(String path) {
        return UUID.fromString(
                path.substring("/appointments/".length(), "/appointments/".length() + 36));
    }

    protected static Instant starts(UUID appointment) {
        return TRUTH.queryForObject(
                "select starts_at from appointment where id = ?",
                (row, n) -> row.getTimestamp(1).toInstant(),
                appointment);
    }
}
