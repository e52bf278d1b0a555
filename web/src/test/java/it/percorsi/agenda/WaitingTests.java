package it.percorsi.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.pathway.Ids;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A time that becomes free goes to whoever waits for it. */
class WaitingTests extends AgendaCase {

    private static final String SERVICE = "cpi-prato-orientamento";
    private static final String LIST = "/agenda/waiting?service=" + SERVICE;

    private Client desk;
    private Client cpi;

    @BeforeEach
    void theDeskPutsPeopleOnTheListOfTheCpi() {
        desk = as("sportello.prato");
        cpi = as("cpi.prato");
    }

    /** Each test begins with nobody in the queue. */
    @AfterEach
    void everybodyIsTakenOffTheList() {
        TRUTH.update("delete from booking where wait_id is not null");
        TRUTH.update(
                "update wait set status = 'WITHDRAWN', offered_from = null, offered_until = null");
    }

    private UUID somebody(String name, int phone) {
        return open(desk, name, Map.of("phone", "333 000 " + phone));
    }

    private static Map<String, String> wishes(Map<String, String> others) {
        Map<String, String> form =
                new HashMap<>(
                        Map.of(
                                "service", SERVICE,
                                "reason", "WORK",
                                "without", "BY_PHONE",
                                "weekdays", "1,2,3,4,5",
                                "half", "ANY"));
        form.putAll(others);
        return form;
    }

    private Client.Page put(UUID person, Map<String, String> others) {
        String page = "/people/" + person + "/waiting";
        return desk.post(page + "?service=" + SERVICE, page, wishes(others));
    }

    private UUID waits(UUID person) {
        put(person, Map.of());
        return TRUTH.queryForObject(
                "select id from wait where person_id = ? and status = 'WAITING'",
                UUID.class,
                person);
    }

    private static String status(UUID wait) {
        return TRUTH.queryForObject("select status from wait where id = ?", String.class, wait);
    }

    /** The time whose turn it is for somebody; empty if there is none. */
    private static String time(Client.Page list, UUID wait) {
        Matcher line =
                Pattern.compile("id=\"w-" + wait + "\".*?</tr>", Pattern.DOTALL)
                        .matcher(list.body());
        assertThat(line.find()).isTrue();
        return all(SLOT, line.group()).stream().findFirst().orElse("");
    }

    private Client.Page answer(Client by, UUID wait, String what, String slot) {
        return by.post(
                LIST,
                "/agenda/waiting/" + wait + "/" + what,
                Map.of("service", SERVICE, "slot", slot));
    }

    private static String booking(UUID person) {
        return "/people/" + person + "/booking?service=" + SERVICE;
    }

    @Test
    void whoWaitsLongerIsOfferedTheFirstTimeAndNobodyElseIs() {
        UUID first = waits(somebody("Prima", 9001));
        UUID second = waits(somebody("Dopo", 9002));
        Client.Page list = cpi.get(LIST);
        String theirs = time(list, first);

        assertThat(list.body().indexOf("Prima Prova"))
                .isLessThan(list.body().indexOf("Dopo Prova"));
        assertThat(theirs).isNotEmpty().isNotEqualTo(time(list, second));
        assertThat(answer(cpi, second, "offer", theirs).status()).isEqualTo(409);
        assertThat(status(second)).isEqualTo("WAITING");

        assertThat(answer(cpi, first, "offer", theirs).body())
                .contains("Il posto è tenuto")
                .contains("Offerto:");
        assertThat(status(first)).isEqualTo("OFFERED");
        assertThat(time(cpi.get(LIST), second)).isNotEmpty().isNotEqualTo(theirs);
        assertThat(slots(desk.get(booking(somebody("Passante", 9003))))).doesNotContain(theirs);
        assertThat(answer(cpi, first, "offer", time(list, second)).status()).isEqualTo(409);
        assertThat(
                        count(
                                "(select distinct starts_at from booking where wait_id = ? and held_until <= now() + interval '7 days') t",
                                first))
                .isOne();
    }

    @Test
    void whoSaysYesHasAnAppointmentThatBothBodiesSee() {
        UUID person = somebody("Accetta", 9011);
        UUID wait = waits(person);
        answer(cpi, wait, "offer", time(cpi.get(LIST), wait));

        Client.Page booked = answer(cpi, wait, "booking", "");

        assertThat(booked.path()).isEqualTo("/appointments/" + wait);
        assertThat(booked.body()).contains("Accetta Prova");
        assertThat(desk.get("/appointments/" + wait).body()).contains("Annulla appuntamento");
        assertThat(status(wait)).isEqualTo("BOOKED");
        assertThat(count("booking where wait_id = ?", wait)).isZero();
        assertThat(count("booking where appointment_id = ? and held", wait)).isPositive();
        assertThat(count("step where subject_id = ? and move in ('OFFER', 'BOOK')", wait))
                .isEqualTo(2);
        assertThat(
                        count(
                                "access_grant where subject_id = ? and valid_until > now() and reason = 'waiting.put'",
                                wait))
                .isZero();
        assertThat(cpi.get("/people/" + person).status()).isEqualTo(404);
    }

    @Test
    void whoSaysYesOnTheTelephoneIsBookedInOneAct() {
        UUID wait = waits(somebody("Subito", 9012));

        Client.Page booked = answer(desk, wait, "booking", time(desk.get(LIST), wait));

        assertThat(booked.path()).isEqualTo("/appointments/" + wait);
        assertThat(cpi.get(booked.path()).body()).contains("Subito Prova");
    }

    @Test
    void aTimeSaidNoToGoesToTheNextAndThePlaceIsKept() {
        UUID first = waits(somebody("Rifiuta", 9021));
        UUID second = waits(somebody("Segue", 9022));
        String time = time(cpi.get(LIST), first);
        answer(cpi, first, "offer", time);

        assertThat(answer(cpi, first, "refusal", "").body()).contains("resta al suo posto");

        Client.Page list = cpi.get(LIST);
        assertThat(time(list, second)).isEqualTo(time);
        assertThat(time(list, first)).isNotEmpty().isNotEqualTo(time);
        assertThat(list.body().indexOf("Rifiuta Prova"))
                .isLessThan(list.body().indexOf("Segue Prova"));
        assertThat(count("booking where wait_id = ?", first)).isZero();
    }

    @Test
    void anOfferNobodyAnsweredIsOverAndTheNextOneSaysSo() {
        UUID wait = waits(somebody("Tace", 9031));
        String time = time(cpi.get(LIST), wait);
        answer(cpi, wait, "offer", time);
        TRUTH.update(
                "update wait set offered_until = now() - interval '1 minute' where id = ?", wait);
        TRUTH.update(
                "update booking set held_until = now() - interval '1 minute' where wait_id = ?",
                wait);

        assertThat(answer(cpi, wait, "booking", "").body()).contains("scaduta");
        assertThat(slots(desk.get(booking(somebody("Altra", 9032))))).contains(time);
        answer(cpi, wait, "offer", time(cpi.get(LIST), wait));
        String other = time(cpi.get(LIST), wait);
        assertThat(other).isEmpty();
        assertThat(status(wait)).isEqualTo("OFFERED");
        assertThat(count("step where subject_id = ? and move = 'LAPSE'", wait)).isOne();
        assertThat(count("wait where id = ? and cardinality(turned_down) = 1", wait)).isOne();
    }

    @Test
    void whoHasAnAppointmentWaitsAfterTheOthersAndMoves() {
        UUID person = somebody("Anticipa", 9041);
        List<String> free = slots(desk.get(booking(person)));
        UUID appointment = id(booked(desk, person, SERVICE, free.size() - 1));
        UUID earlier = waits(person);
        UUID without = waits(somebody("Senza", 9042));
        Client.Page list = cpi.get(LIST);

        assertThat(list.body().indexOf("Senza Prova"))
                .isLessThan(list.body().indexOf("Anticipa Prova"));
        assertThat(list.body()).contains("lo vuole prima");
        assertThat(time(list, without)).isLessThan(time(list, earlier));
        Instant before = starts(appointment);
        Client.Page moved = answer(cpi, earlier, "booking", time(list, earlier));

        assertThat(moved.path()).isEqualTo("/appointments/" + appointment);
        assertThat(starts(appointment)).isBefore(before);
        assertThat(count("appointment where person_id = ?", person)).isOne();
        assertThat(status(earlier)).isEqualTo("BOOKED");
    }

    @Test
    void whatWasChosenForABookingIsCarriedOver() {
        UUID person = somebody("Portata", 9051);

        Client.Page form =
                desk.post(
                        booking(person),
                        "/people/" + person + "/waiting/form",
                        Map.of("service", SERVICE, "reason", "HOUSING", "without", "WITHOUT"));

        assertThat(desk.get(booking(person)).body()).contains("/waiting/form");
        assertThat(form.body())
                .containsPattern("value=\"HOUSING\"[^>]*selected")
                .containsPattern("value=\"WITHOUT\" checked")
                .contains("Colloquio di orientamento");
        Client.Page refused = put(person, Map.of("weekdays", "", "notAfter", "31/13/2026"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("almeno un giorno").contains("31/13/2026");
    }

    @Test
    void onlyTimesThatSuitAreOffered() {
        UUID person = somebody("Pomeriggio", 9061);
        put(person, Map.of("half", "AFTERNOON", "weekdays", "4"));
        UUID wait =
                TRUTH.queryForObject("select id from wait where person_id = ?", UUID.class, person);

        String time = time(cpi.get(LIST), wait);

        assertThat(time).isNotEmpty();
        assertThat(LocalDateTime.parse(time.split("_")[0]))
                .matches(at -> at.getDayOfWeek() == DayOfWeek.THURSDAY)
                .matches(at -> at.getHour() >= 13);
    }

    @Test
    void anotherBodySeesNobody() {
        UUID person = somebody("Riservata", 9071);
        UUID wait = waits(person);

        for (String outsider : List.of("cpi.pistoia", "sportello.pistoia")) {
            assertThat(as(outsider).get(LIST).body())
                    .doesNotContain("Riservata")
                    .doesNotContain(wait.toString());
        }
        assertThat(desk.get(LIST).body()).contains("Riservata Prova").contains("333 000 9071");
        assertThat(cpi.get(LIST).body())
                .contains("Riservata Prova")
                .contains("lavoro")
                .doesNotContain("333 000 9071");
        desk.post(
                "/people/" + person + "/appointments",
                "/agenda/waiting/" + wait + "/withdrawal",
                Map.of("note", "ha trovato lavoro"));
        assertThat(cpi.get(LIST).body()).doesNotContain("Riservata");
        assertThat(count("access_grant where subject_id = ? and valid_until > now()", wait))
                .isZero();
        assertThat(desk.get("/people/" + person + "/appointments").body())
                .contains("tolta dalla lista");
    }

    @Test
    void nobodyWaitsTwiceAndWhoIsBookedWaitsNoMore() {
        UUID person = somebody("Doppia", 9081);
        UUID wait = waits(person);

        assertThat(put(person, Map.of()).body()).contains("già in lista");
        assertThat(booked(desk, person, SERVICE, 0)).startsWith("/appointments/");
        assertThat(status(wait)).isEqualTo("BOOKED");
    }

    @Test
    void aWaitWhoseLastDayIsPastIsOverAndMakesRoom() {
        UUID person = somebody("Scade", 9085);
        UUID wait = waits(person);
        TRUTH.update(
                "update wait set not_before = current_date - 9, not_after = current_date - 1 where id = ?",
                wait);

        assertThat(cpi.get(LIST).body()).doesNotContain("Scade Prova");
        assertThat(desk.get("/people/" + person + "/appointments").body()).contains("scaduta");
        put(person, Map.of());
        assertThat(status(wait)).isEqualTo("EXPIRED");
        assertThat(count("step where subject_id = ? and move = 'EXPIRE'", wait)).isOne();
        assertThat(count("wait where person_id = ? and status = 'WAITING'", person)).isOne();
    }

    @Test
    void whoeverCancelsReadsThatSomebodyWaitsForThatTime() {
        String path = booked(desk, somebody("Disdice", 9091), SERVICE, 0);
        waits(somebody("Spera", 9092));

        Client.Page cancelled =
                desk.post(path, path + "/cancellation", Map.of("note", "ha telefonato"));

        assertThat(cancelled.body()).contains("Una persona aspetta").contains(LIST);
    }

    @Test
    void twoFilesThatBecomeOneWaitOnce() {
        UUID kept = somebody("Unica", 9101);
        UUID absorbed = somebody("Unicca", 9102);
        UUID first = waits(kept);
        UUID second = waits(absorbed);
        UUID pair = Ids.next();
        TRUTH.update(
                "delete from duplicate_pair where person_id in (?, ?) and other_id in (?, ?)",
                kept,
                absorbed,
                kept,
                absorbed);
        TRUTH.update(
                """
                insert into duplicate_pair (id, person_id, other_id, likeness, reasons, status)
                values (?, least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), 0.9, '{NAME}', 'OPEN')\
                """,
                pair,
                kept,
                absorbed,
                kept,
                absorbed);

        Client social = as("sociale.prato");
        Client.Page merged =
                social.post(
                        "/duplicates/" + pair,
                        "/duplicates/" + pair + "/merge",
                        Map.of(
                                "kept",
                                kept.toString(),
                                "lead",
                                TRUTH.queryForObject(
                                        "select id from case_file where person_id = ?",
                                        String.class,
                                        kept)));

        assertThat(merged.path()).isEqualTo("/people/" + kept);
        assertThat(cpi.get(LIST).body())
                .contains("w-" + first)
                .doesNotContain("w-" + second)
                .doesNotContain("Unicca");
    }
}
