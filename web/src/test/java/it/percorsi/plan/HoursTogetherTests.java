package it.percorsi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.pathway.Rome;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Hours several people have together, and what they take of the shared agenda. */
class HoursTogetherTests extends RunningApplication {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Early on a Sunday no service receives anybody, and no other test gives hours then. */
    private static LocalDate sunday(int weeks) {
        LocalDate today = Rome.day(Instant.now());
        return today.plusDays(7 - today.getDayOfWeek().getValue()).plusWeeks(weeks);
    }

    private static String support(String familyName) {
        return TRUTH.queryForObject(
                """
                select s.id::text from support s join person p on p.id = s.person_id
                join plan l on l.id = s.plan_id and l.in_force
                where p.family_name = ? and s.instrument = 'ITALIAN_COURSE' limit 1\
                """,
                String.class,
                familyName);
    }

    private static Map<String, String> encounter(
            String how, String day, String time, String topic) {
        return new LinkedHashMap<>(
                Map.of(
                        "instrument", "ITALIAN_COURSE",
                        "day", day,
                        "time", time,
                        "minutes", "45",
                        "topic", topic,
                        "how", how));
    }

    private UUID booked(Client by, String day, String time, String topic, String... families) {
        StringBuilder body = new StringBuilder();
        Map<String, String> fields = encounter("BOOK", day, time, topic);
        fields.putAll(by.seal("/hours/group?instrument=ITALIAN_COURSE", "/hours/group"));
        fields.forEach((name, value) ->
                body.append('&').append(name).append('=').append(Client.encode(value)));
        for (String family : families) {
            body.append("&people=").append(support(family));
        }
        by.sendBody("/hours/group", body.substring(1));
        return TRUTH.queryForObject(
                "select distinct group_id from encounter where topic = ?", UUID.class, topic);
    }

    private static UUID line(UUID group, String familyName) {
        return TRUTH.queryForObject(
                """
                select e.id from encounter e join person p on p.id = e.person_id
                where e.group_id = ? and p.family_name = ?\
                """,
                UUID.class,
                group,
                familyName);
    }

    private static List<String> statuses(UUID group) {
        return TRUTH.queryForList(
                """
                select p.family_name || ' ' || e.status from encounter e join person p on p.id = e.person_id
                where e.group_id = ? order by 1\
                """,
                String.class,
                group);
    }

    @Test
    void aGroupIsBookedSignsABlankSheetAndIsToldWhoCameAndWhoDidNot() {
        Client social = as("sociale.prato");
        UUID group =
                booked(social, "07/02/2021", "6.15", "Documenti di casa", "Hoxha", "El Amrani");
        String page = "/hours/groups/" + group;

        assertThat(social.get("/hours").body()).contains(page).contains("07/02/2021, 6.15");
        Client.Page sheet =
                social.post(
                        page,
                        "/hours/" + line(group, "Hoxha") + "/sheet",
                        Map.of("span", "encounter"));
        assertThat(sheet.body()).contains("Foglio firme").contains("Hoxha").contains("El Amrani");

        assertThat(social.get("/reminders").body())
                .containsOnlyOnce("Documenti di casa")
                .contains("Ora prenotata: dire com&#39;è andata");

        Client.Page unsaid =
                social.post(
                        page,
                        page + "/outcome",
                        Map.of(
                                "minutes",
                                "45",
                                "topic",
                                "Documenti di casa",
                                "others",
                                "CAME",
                                "said." + line(group, "Hoxha"),
                                "UNJUSTIFIED",
                                "why." + line(group, "Hoxha"),
                                ""));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body()).contains("Scrivi perché non è venuta, non è venuto.");
        assertThat(statuses(group)).containsExactly("El Amrani BOOKED", "Hoxha BOOKED");

        Client.Page told =
                social.post(
                        page,
                        page + "/outcome",
                        Map.of(
                                "minutes",
                                "40",
                                "topic",
                                "Documenti, di casa",
                                "others",
                                "CAME",
                                "said." + line(group, "Hoxha"),
                                "JUSTIFIED",
                                "why." + line(group, "Hoxha"),
                                "Malata, ha telefonato"));

        assertThat(told.status()).isEqualTo(200);
        assertThat(statuses(group)).containsExactly("El Amrani DELIVERED", "Hoxha ABSENT");
        assertThat(count("encounter where group_id = ? and minutes = 40 and counted = 40", group))
                .isOne();
        assertThat(
                        count(
                                "step where subject_id = ? and note = 'Malata, ha telefonato'",
                                line(group, "Hoxha")))
                .isOne();
        assertThat(social.get("/hours").body()).doesNotContain(page);
    }

    @Test
    void whoJoinsIsBookedWithTheOthersAndTheWholeGroupIsGivenAnotherDay() {
        Client social = as("sociale.prato");
        UUID group = booked(social, sunday(30).format(DAY), "6.00", "Corso di gruppo", "Hoxha");
        String page = "/hours/groups/" + group;

        Client.Page nobody = social.post(page + "/people", page + "/people", Map.of());
        assertThat(nobody.status()).isEqualTo(422);
        assertThat(nobody.body()).contains("El Amrani").doesNotContain("Hoxha");
        social.post(page + "/people", page + "/people", Map.of("people", support("El Amrani")));
        assertThat(statuses(group)).containsExactly("El Amrani BOOKED", "Hoxha BOOKED");

        Client.Page early =
                social.post(
                        page,
                        page + "/outcome",
                        Map.of("minutes", "45", "topic", "Corso", "others", "CAME"));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains("Quest&#39;ora deve ancora venire.");
        for (String notOfAll : List.of("DELIVER", "MISS", "VALIDATE", "REOPEN")) {
            assertThat(social.post(page, page + "/moves", Map.of("move", notOfAll)).status())
                    .as(notOfAll)
                    .isEqualTo(409);
        }
        assertThat(statuses(group)).containsExactly("El Amrani BOOKED", "Hoxha BOOKED");
        social.post(page, page + "/moves", Map.of("move", "UNBOOK"));
        assertThat(statuses(group)).containsExactly("El Amrani PLANNED", "Hoxha PLANNED");
        assertThat(social.post(page, page + "/moves", Map.of("move", "BOOK", "day", "x")).status())
                .isEqualTo(422);
        social.post(
                page,
                page + "/moves",
                Map.of("move", "BOOK", "day", sunday(31).format(DAY), "time", "6.00"));
        assertThat(count("encounter where group_id = ? and on_day = ?", group, sunday(31)))
                .isEqualTo(2);
        social.post(page, page + "/moves", Map.of("move", "UNBOOK"));
        social.post(page, page + "/moves", Map.of("move", "CANCEL"));
        assertThat(statuses(group)).containsExactly("El Amrani CANCELLED", "Hoxha CANCELLED");
    }

    @Test
    void aBookedHourHoldsWhoGivesItInTheAgendaUntilItsDayIsTakenAway() {
        Client cpi = as("cpi.prato");
        String day = sunday(32).format(DAY);
        UUID group = booked(cpi, day, "6.00", "In agenda", "Hoxha", "El Amrani");
        UUID line = line(group, "Hoxha");
        String held =
                "booking where held and encounter_id in (select id from encounter where group_id = ?)";
        assertThat(count(held, group)).isEqualTo(2);

        String week =
                "/agenda?day="
                        + sunday(32)
                        + "&body="
                        + TRUTH.queryForObject(
                                "select organisation_id::text from resource where code = 'op-cpi-prato'",
                                String.class);
        assertThat(cpi.get(week).body())
                .contains("/hours/" + line)
                .containsPattern("6\\.00 Hoxha [A-Za-z]+, ora di un piano");
        assertThat(as("sportello.pistoia").get(week).body())
                .as("one hour, and not how many have it")
                .containsOnlyOnce(">Occupato")
                .doesNotContain("ora di un piano");
        assertThatThrownBy(() ->
                        TRUTH.update(
                                """
                                insert into booking (appointment_id, turn, resource_id, during, held)
                                select (select id from appointment limit 1), 77, resource_id, during, true
                                from booking where encounter_id = ?\
                                """,
                                line))
                .hasStackTraceContaining("booking_once");

        cpi.post(
                "/hours/groups/" + group,
                "/hours/groups/" + group + "/moves",
                Map.of("move", "UNBOOK"));

        assertThat(count(held, group)).isZero();
        cpi.post(
                "/hours/groups/" + group,
                "/hours/groups/" + group + "/moves",
                Map.of("move", "CANCEL"));
    }

    @Test
    void anHourIsNotBookedWhereWhoGivesItIsExpectedOrAway() {
        Client cpi = as("cpi.prato");
        UUID resource =
                TRUTH.queryForObject(
                        "select id from resource where code = 'op-cpi-prato'", UUID.class);
        UUID hold = UUID.randomUUID();
        TRUTH.update(
                """
                insert into booking (id, resource_id, during, held, held_for, held_until)
                select ?, ?, tstzrange(t, t + interval '30 minutes'), true, (select id from operator limit 1),
                    now() + interval '1 hour'
                from (select cast(? as timestamp) at time zone 'Europe/Rome' t) x\
                """,
                hold,
                resource,
                sunday(33) + " 06:15");
        UUID absence = UUID.randomUUID();
        TRUTH.update(
                """
                insert into absence (id, resource_id, during, recorded_at, operator_id, organisation_id)
                select ?, r.id, tstzrange(cast(? as timestamptz), cast(? as timestamptz)), now(), r.operator_id,
                    r.organisation_id from resource r where r.id = ?\
                """,
                absence,
                sunday(34) + " 00:00+00",
                sunday(34) + " 23:00+00",
                resource);
        String plan = planOf("Hoxha");
        try {
            Client.Page taken = book(cpi, plan, sunday(33), "45");
            assertThat(taken.status()).isEqualTo(409);
            assertThat(taken.body())
                    .contains(
                            "Dalle 6.15 alle 6.45 l&#39;agenda di chi dà l&#39;ora è già occupata");
            Client.Page away = book(cpi, plan, sunday(34), "45");
            assertThat(away.status()).isEqualTo(409);
            assertThat(away.body())
                    .contains("In quei giorni l&#39;agenda di chi dà l&#39;ora è chiusa");
            assertThat(book(cpi, plan, sunday(35), "500").body())
                    .contains("L&#39;agenda tiene al massimo 8 ore di seguito");
            assertThatThrownBy(() -> hourAt(sunday(33)))
                    .hasStackTraceContaining("hour_meets_the_agenda");
            assertThatThrownBy(() -> hourAt(sunday(34)))
                    .hasStackTraceContaining("hour_meets_the_agenda");
        } finally {
            TRUTH.update("delete from booking where id = ?", hold);
            TRUTH.update("update absence set ended_at = now() where id = ?", absence);
        }
    }

    /**
     * Whoever books an appointment has the day first: an hour must not hold what they ask for next.
     */
    @Test
    void whoBooksAnHourWaitsForWhoHasTheDayAndKeepsNothingFromThem() throws Exception {
        UUID resource =
                TRUTH.queryForObject(
                        "select id from resource where code = 'op-cpi-prato'", UUID.class);
        DataSource source = Objects.requireNonNull(TRUTH.getDataSource());
        CompletableFuture<Void> hour;
        try (Connection appointment = source.getConnection()) {
            appointment.setAutoCommit(false);
            JdbcTemplate books =
                    new JdbcTemplate(new SingleConnectionDataSource(appointment, true));
            books.queryForList(
                    "select pg_advisory_xact_lock(resource_day(?, cast(? as timestamptz)))::text",
                    resource,
                    sunday(38) + " 12:00+00");
            hour = CompletableFuture.runAsync(() -> hourAt(sunday(38)));
            int holder =
                    Objects.requireNonNull(
                            books.queryForObject("select pg_backend_pid()", Integer.class));
            await().until(() ->
                    count("pg_stat_activity where ? = any (pg_blocking_pids(pid))", holder) > 0);
            assertThat(
                            books.queryForObject(
                                    "select pg_try_advisory_xact_lock_shared(hashtextextended(?::text, 22))",
                                    Boolean.class,
                                    resource))
                    .isTrue();
            appointment.rollback();
        }
        hour.get(20, TimeUnit.SECONDS);
        String held = "encounter where on_day = '%s' and starts = '06:00'".formatted(sunday(38));
        assertThat(count("booking b where b.encounter_id in (select id from " + held + ")"))
                .isOne();
        TRUTH.update("delete from booking where encounter_id in (select id from " + held + ")");
        TRUTH.update("delete from " + held);
    }

    private static Client.Page book(Client by, String plan, LocalDate day, String minutes) {
        return by.post(
                "/plans/" + plan,
                "/plans/" + plan + "/encounters",
                Map.of(
                        "support",
                        support("Hoxha"),
                        "day",
                        day.format(DAY),
                        "time",
                        "6.00",
                        "minutes",
                        minutes,
                        "topic",
                        "Non entra",
                        "how",
                        "BOOK"));
    }

    /** What the form would have written, past the form. */
    private static void hourAt(LocalDate day) {
        TRUTH.update(
                """
                insert into encounter select (jsonb_populate_record(e, jsonb_build_object(
                    'id', gen_random_uuid(), 'group_id', gen_random_uuid(), 'status', 'BOOKED', 'counted', 0,
                    'on_day', ?::date, 'starts', '06:00', 'minutes', 45, 'absence', null, 'sheet_id', null,
                    'validated_by', null, 'signatures', null, 'period_id', null, 'corrects_id', null,
                    'operator_id', (select operator_id from resource where code = 'op-cpi-prato')))).*
                from encounter e join plan l on l.id = e.plan_id and l.in_force join hour_budget b on b.id = l.budget_id
                order by b.minutes + b.passed_minutes - b.booked_minutes - b.delivered_minutes desc limit 1\
                """,
                day.toString());
    }

    @Test
    void whoGivesAnHourWithoutAnAccountIsNamedAndTakesNothingOfWhoWritesIt() {
        Client social = as("sociale.prato");
        String plan = planOf("Hoxha");
        Map<String, String> form =
                Map.of(
                        "support", support("Hoxha"),
                        "day", "14/03/2021",
                        "time", "6.00",
                        "minutes", "30",
                        "topic", "Lezione",
                        "giver", "Sara Betti, cooperativa Il Ponte",
                        "how", "DELIVER");
        assertThat(social.post("/plans/" + plan, "/plans/" + plan + "/encounters", form).body())
                .contains("Sara Betti, cooperativa Il Ponte");
        String other = planOf("El Amrani");
        Map<String, String> own = new LinkedHashMap<>(form);
        own.put("support", support("El Amrani"));
        own.remove("giver");
        assertThat(social.post("/plans/" + other, "/plans/" + other + "/encounters", own).status())
                .isEqualTo(200);

        assertThat(social.get("/hours?month=2021-03").body())
                .containsOnlyOnce("14/03/2021, 6.00")
                .contains("In tutto 0 h 30 min");
        assertThat(as("coordinamento").get("/programmes/TEAMS/hours?month=2021-03").body())
                .contains("Sara Betti, cooperativa Il Ponte");
        Map<String, String> outing = new LinkedHashMap<>(form);
        outing.putAll(Map.of("day", sunday(37).format(DAY), "minutes", "600", "how", "BOOK"));
        assertThat(social.post("/plans/" + plan, "/plans/" + plan + "/encounters", outing).status())
                .as("no agenda holds it, so it may be longer than one does")
                .isEqualTo(200);
        assertThat(
                        count(
                                "booking b join encounter e on e.id = b.encounter_id where e.giver is not null"))
                .isZero();
        TRUTH.update("delete from encounter where topic = 'Lezione' and status = 'BOOKED'");
    }

    private static String planOf(String familyName) {
        return TRUTH.queryForObject(
                "select plan_id::text from support where id = ?::uuid",
                String.class,
                support(familyName));
    }

    @Test
    void theCalendarOfWhoGivesAnHourHasItOnceAndWithoutAnybody() throws Exception {
        Client cpi = as("cpi.prato");
        UUID group =
                booked(cpi, sunday(36).format(DAY), "6.00", "In calendario", "Hoxha", "El Amrani");
        String made = cpi.post("/agenda/calendar", "/agenda/calendar", Map.of()).body();
        Matcher address = Pattern.compile("/feeds/[A-Za-z0-9_-]{32}\\.ics").matcher(made);
        assertThat(address.find()).isTrue();

        String text = cpi.get(address.group()).body();

        assertThat(text).containsOnlyOnce("UID:" + group + "@ore.percorsi").doesNotContain("Hoxha");
        assertThat(text.replaceAll("\\R ", "")).contains("/hours/groups/" + group);
        cpi.post(
                "/hours/groups/" + group,
                "/hours/groups/" + group + "/moves",
                Map.of("move", "UNBOOK"));
        assertThat(cpi.get(address.group()).body()).contains("STATUS:CANCELLED");
        cpi.post(
                "/hours/groups/" + group,
                "/hours/groups/" + group + "/moves",
                Map.of("move", "CANCEL"));
    }
}
