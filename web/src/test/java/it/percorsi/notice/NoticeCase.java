package it.percorsi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.notice.web.SendingNotices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;

/** Somebody with an appointment, and what reaches them. */
public abstract class NoticeCase extends RunningApplication {

    private static final Pattern SLOT = Pattern.compile("name=\"slot\" value=\"([^\"]+)\"");
    private static final Pattern LINK =
            Pattern.compile("https://percorsi\\.example\\.it(/a/[A-Za-z0-9_-]{32})");
    private static int next = 1000;

    /** Letters of an earlier run. */
    static {
        FileSystemUtils.deleteRecursively(Path.of("target/notices").toFile());
    }

    @Autowired protected SendingNotices sending;

    /** Somebody booked more than 48 hours ahead, with a telephone nobody else has. */
    protected record Booked(UUID person, UUID appointment, String phone) {

        public String path() {
            return "/appointments/" + appointment;
        }
    }

    protected Booked booked(String familyName, Map<String, String> others) {
        String phone = "351 555 " + ++next;
        Map<String, String> whose =
                new HashMap<>(
                        Map.of("phone", phone, "givenName", "Vjosa Mira", "bornOn", "7/9/1971"));
        whose.putAll(others);
        Client desk = as("sportello.prato");
        UUID person = open(desk, familyName, whose);
        String page = "/people/" + person + "/booking";
        String from = page + "?service=cpi-pistoia-orientamento";
        Matcher slot = SLOT.matcher(desk.get(from).body());
        String last = null;
        while (slot.find()) {
            last = slot.group(1);
        }
        Map<String, String> booking =
                new HashMap<>(
                        Map.of(
                                "service",
                                "cpi-pistoia-orientamento",
                                "slot",
                                String.valueOf(last),
                                "reason",
                                "WORK",
                                "without",
                                "BY_PHONE"));
        String path = desk.post(from, page, booking).path();
        assertThat(path).startsWith("/appointments/");
        UUID appointment = UUID.fromString(path.substring("/appointments/".length()));
        TRUTH.update(
                "update appointment set starts_at = starts_at + interval '6 days', ends_at = ends_at + interval '6 days' where id = ? and starts_at < now() + interval '3 days'",
                appointment);
        return new Booked(person, appointment, phone.substring(phone.length() - 8));
    }

    protected Booked booked(String familyName) {
        return booked(familyName, Map.of());
    }

    /** What was sent to somebody so far, the latest last. */
    protected List<String> letters(Booked whom) {
        sending.send();
        return sent(whom.phone());
    }

    protected static List<String> sent(String recipientEnds) {
        Path outbox = Path.of("target/notices");
        if (Files.notExists(outbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(outbox)) {
            return files.sorted()
                    .map(NoticeCase::text)
                    .filter(text -> text.lines().findFirst().orElseThrow().endsWith(recipientEnds))
                    .toList();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    protected static String link(String letter) {
        Matcher link = LINK.matcher(letter);
        assertThat(link.find()).as(letter).isTrue();
        return link.group(1);
    }

    protected String linkOf(Booked whose) {
        return link(letters(whose).getLast());
    }

    protected static String status(Booked of, String kind) {
        return TRUTH.queryForObject(
                "select status || coalesce('.' || outcome, '') from appointment_notice where appointment_id = ? and kind = ? order by made_at desc limit 1",
                String.class,
                of.appointment(),
                kind);
    }
}
