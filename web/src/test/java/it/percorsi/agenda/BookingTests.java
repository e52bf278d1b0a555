package it.percorsi.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BookingTests extends RunningApplication {

    private static final Pattern SLOT = Pattern.compile("name=\"slot\" value=\"([^\"]+)\"");

    private static String page(UUID person) {
        return "/people/" + person + "/booking?service=cpi-prato-orientamento";
    }

    private static String firstSlot(Client.Page page) {
        Matcher slot = SLOT.matcher(page.body());
        assertThat(slot.find()).isTrue();
        return slot.group(1);
    }

    private static Map<String, String> booking(String slot) {
        return new HashMap<>(
                Map.of(
                        "service",
                        "cpi-prato-orientamento",
                        "slot",
                        slot,
                        "reason",
                        "WORK",
                        "without",
                        "BY_PHONE"));
    }

    @Test
    void theMediatorOfTheLanguageComesWithTheSlot() {
        UUID khan =
                open(
                        as("sportello.prato"),
                        "Khan",
                        Map.of("citizenship", "PK", "givenName", "Sara"));

        Client.Page page = as("sportello.prato").get(page(khan));

        assertThat(page.body()).contains("Con mediazione in").contains("con Mediazione urdu");
    }

    @Test
    void twoOperatorsOnTheSameSlotAtTheSameInstantOneGetsItTheOtherIsOfferedTheNext()
            throws Exception {
        Client here = as("sportello.prato");
        Client there = as("sociale.prato");
        UUID one = open(here, "Primo", Map.of());
        UUID two = open(here, "Secondo", Map.of());
        String slot = firstSlot(here.get(page(one)));
        Map<String, String> first = here.seal(page(one), "/people/" + one + "/booking");
        Map<String, String> second = there.seal(page(two), "/people/" + two + "/booking");
        first.putAll(booking(slot));
        second.putAll(booking(slot));
        second.put("reason", "HOUSING");
        CountDownLatch together = new CountDownLatch(1);
        Client.Page a;
        Client.Page b;

        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            Callable<Client.Page> left =
                    () -> {
                        together.await();
                        return here.send("/people/" + one + "/booking", first);
                    };
            Callable<Client.Page> right =
                    () -> {
                        together.await();
                        return there.send("/people/" + two + "/booking", second);
                    };
            Future<Client.Page> pageA = both.submit(left);
            Future<Client.Page> pageB = both.submit(right);
            together.countDown();
            a = pageA.get();
            b = pageB.get();
        }

        assertThat(List.of(a.status(), b.status())).containsExactlyInAnyOrder(200, 409);
        Client.Page loser = a.status() == 409 ? a : b;
        assertThat(loser.body())
                .contains("appena stato preso")
                .contains("name=\"slot\"")
                .doesNotContain("value=\"" + slot + "\"");
        if (loser == b) {
            assertThat(loser.body()).containsPattern("value=\"HOUSING\"[^>]*selected");
        }
        assertThat(count("appointment where person_id in (?, ?)", one, two)).isOne();
    }

    @Test
    void noResourceIsEverHeldTwice() {
        assertThat(
                        count(
                                """
                                booking a join booking b on a.resource_id = b.resource_id and a.appointment_id < b.appointment_id
                                    and a.during && b.during where a.held and b.held\
                                """))
                .isZero();
    }

    @Test
    void aSlotThatWasNeverOfferedIsNotBooked() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Furbo", Map.of());

        Client.Page page =
                desk.post(
                        page(person),
                        "/people/" + person + "/booking",
                        booking("2020-01-01T03:00_" + UUID.randomUUID() + "_"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(count("appointment where person_id = ?", person)).isZero();
    }

    @Test
    void theReceivingBodySeesNameLanguageAndReasonAndNotTheFile() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Attesa", Map.of());
        Client.Page booked =
                desk.post(
                        page(person),
                        "/people/" + person + "/booking",
                        booking(firstSlot(desk.get(page(person)))));

        Client cpi = as("cpi.prato");

        assertThat(cpi.get(booked.path()).body()).contains("Attesa Prova").contains("lavoro");
        assertThat(cpi.get("/people/" + person).status()).isEqualTo(404);
    }

    @Test
    void anotherBodySeesOnlyThatTheTimeIsTaken() {
        UUID cpi =
                TRUTH.queryForObject(
                        "select id from organisation where code = 'cpi-prato'", UUID.class);
        String day =
                TRUTH.queryForObject(
                        "select to_char(min(starts_at), 'YYYY-MM-DD') from appointment where organisation_id = ? and status = 'BOOKED' and starts_at > now()",
                        String.class,
                        cpi);

        Client.Page week = as("sportello.pistoia").get("/agenda?body=" + cpi + "&day=" + day);

        assertThat(week.body()).contains("Occupato").doesNotContain("/appointments/");
    }

    @Test
    void aCancelledAppointmentNeedsAReasonAndFreesItsTime() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Disdetta", Map.of());
        String slot = firstSlot(desk.get(page(person)));
        String path =
                desk.post(page(person), "/people/" + person + "/booking", booking(slot)).path();

        assertThat(desk.post(path, path + "/cancellation", Map.of("note", " ")).body())
                .contains("Manca il motivo scritto");
        assertThat(
                        desk.post(path, path + "/cancellation", Map.of("note", "si è trasferita"))
                                .body())
                .contains("annullato");
        assertThat(desk.get(page(person)).body()).contains("value=\"" + slot + "\"");
    }
}
