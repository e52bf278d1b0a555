package it.percorsi.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.pathway.Rome;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The agenda as it is looked at, marked and printed. */
class SheetTests extends RunningApplication {

    private static UUID body(String code) {
        return TRUTH.queryForObject("select id from organisation where code = ?", UUID.class, code);
    }

    /** Somebody of Prato expected at its CPI, at a time that nobody else can have. */
    private UUID expected(String familyName, String phone, Instant starts) {
        UUID person = open(as("sportello.prato"), familyName, Map.of("phone", phone));
        UUID appointment = it.percorsi.pathway.Ids.next();
        TRUTH.update(
                """
                insert into appointment (id, person_id, person_name, language, service_id, organisation_id, reason,
                    mediation, starts_at, ends_at, status, booked_by_id, version)
                select ?, ?, ? || ' Prova', 'sq', s.id, s.organisation_id, 'WORK', 'BY_PHONE', ?, ?, 'BOOKED', b.id, 0
                from service s, organisation b where s.code = 'cpi-prato-orientamento' and b.code = 'comune-prato'\
                """,
                appointment,
                person,
                familyName,
                java.sql.Timestamp.from(starts),
                java.sql.Timestamp.from(starts.plusSeconds(1800)));
        TRUTH.update(
                """
                insert into booking (appointment_id, resource_id, during, held)
                select a.id, r.id, tstzrange(a.starts_at, a.ends_at), true
                from appointment a, resource r where a.id = ? and r.code = 'op2-cpi-prato'\
                """,
                appointment);
        TRUTH.update(
                """
                insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id,
                    valid_from, given_by, given_by_organisation_id)
                select gen_random_uuid(), a.person_id, a.organisation_id, s.basis, s.roles, s.sections, 'x', a.id, now(),
                    (select operator_id from resource where code = 'op2-cpi-prato'), a.booked_by_id
                from appointment a, basis_scope s where a.id = ? and s.basis = 'APPOINTMENT'\
                """,
                appointment);
        return appointment;
    }

    private static Instant today(int hour) {
        return Rome.instant(Rome.day(Instant.now()).atTime(hour, 0));
    }

    private static String status(UUID appointment) {
        return TRUTH.queryForObject(
                "select status from appointment where id = ?", String.class, appointment);
    }

    @Test
    void aWholeDayIsMarkedAtOnceAndWhatHasNotBegunIsLeft() {
        UUID came = expected("Venuta", "333 000 8301", today(0).minusSeconds(0));
        UUID missed = expected("Nonvenuta", "333 000 8302", today(0).minusSeconds(3600 * 3));
        LocalDate yesterday = Rome.day(Instant.now()).minusDays(1);
        Client cpi = as("cpi.prato");
        UUID body = body("cpi-prato");
        String list = "/agenda/day?body=" + body + "&day=";

        Client.Page before = cpi.get(list + yesterday);
        assertThat(before.body()).contains("Nonvenuta Prova").doesNotContain("333 000 8302");
        assertThat(as("sportello.prato").get(list + yesterday).body()).contains("333 000 8302");
        cpi.post(
                list + yesterday,
                "/agenda/day",
                Map.of(
                        "day",
                        yesterday.toString(),
                        "body",
                        body.toString(),
                        "mark." + missed,
                        "MISS"));
        Client.Page marked =
                cpi.post(
                        list + yesterday.plusDays(1),
                        "/agenda/day",
                        Map.of(
                                "day",
                                yesterday.plusDays(1).toString(),
                                "body",
                                body.toString(),
                                "others",
                                "ARRIVE"));

        assertThat(status(missed)).isEqualTo("NO_SHOW");
        assertThat(status(came)).isEqualTo("ARRIVED");
        assertThat(marked.body()).contains("Segni registrati: 1");
    }

    @Test
    void aWeekShowsWhoIsFreeWhoIsAwayAndWhyAPlaceIsClosed() {
        LocalDate christmas =
                LocalDate.of(Rome.day(Instant.now()).getYear() + 1, 12, 25)
                        .datesUntil(LocalDate.MAX, Period.ofYears(1))
                        .filter(day -> day.getDayOfWeek().getValue() < 6)
                        .findFirst()
                        .orElseThrow();
        Client cpi = as("cpi.prato");

        String week = cpi.get("/agenda?day=" + christmas).body();

        assertThat(week).contains("chiuso: Natale").contains("2 liberi");
        LocalDate monday =
                christmas.plusDays(21).with(TemporalAdjusters.previous(DayOfWeek.MONDAY));
        String resource =
                TRUTH.queryForObject(
                        "select id::text from resource where code = 'op2-cpi-prato'", String.class);
        String absence =
                cpi.post(
                                "/agenda/absences",
                                "/agenda/absences",
                                Map.of(
                                        "resource",
                                        resource,
                                        "from",
                                        monday.getDayOfMonth()
                                                + "/"
                                                + monday.getMonthValue()
                                                + "/"
                                                + monday.getYear(),
                                        "until",
                                        ""))
                        .path();
        assertThat(cpi.get("/agenda?view=day&day=" + monday).body())
                .contains("<span class=\"away\">Chiuso</span>");
        cpi.post(absence, absence + "/end", Map.of());
        assertThat(cpi.get("/agenda?view=day&day=" + monday).body())
                .doesNotContain("class=\"away\"");
    }

    @Test
    void afterAMarkOneIsBackInTheAgendaAndNowhereElse() {
        UUID appointment = expected("Ritorno", "333 000 8303", today(0).minusSeconds(3600 * 5));
        Client cpi = as("cpi.prato");
        String path = "/appointments/" + appointment;

        assertThat(
                        cpi.post(
                                        path,
                                        path + "/arrival",
                                        Map.of("agenda", "//altrove.example/agenda?"))
                                .path())
                .isEqualTo(path);
        cpi.post(path, path + "/undoing", Map.of());
        assertThat(cpi.post(path, path + "/arrival", Map.of("agenda", "/agenda?view=day")).path())
                .isEqualTo("/agenda");
    }

    @Test
    void anEmergencySheetHasEveryHalfHourAndNobodysName() {
        UUID body = body("cpi-prato");

        String sheet = as("cpi.prato").get("/agenda/blank?day=2026-11-30&body=" + body).body();

        assertThat(sheet)
                .contains("lunedì 30 novembre 2026")
                .contains(">8.00<")
                .contains(">17.30<");
        assertThat(
                        as("cpi.prato")
                                .get("/agenda/blank?day=2026-11-30&body=" + UUID.randomUUID())
                                .status())
                .isEqualTo(404);
    }

    @Test
    void theSlipIsInItalianAndInThePersonsLanguage() {
        UUID appointment = expected("Foglietto", "333 000 8304", today(23).plusSeconds(86400 * 9));
        String slip = "/appointments/" + appointment + "/slip";

        assertThat(as("cpi.prato").get(slip).body())
                .contains("Porta questo foglietto")
                .contains("lang=\"sq\"")
                .contains("Takim")
                .contains("Sillni këtë letër")
                .doesNotContain("Foglietto Prova");
        TRUTH.update("update appointment set language = 'ar' where id = ?", appointment);
        assertThat(as("cpi.prato").get(slip).body())
                .contains("lang=\"ar\" dir=\"rtl\"")
                .contains("أحضر هذه الورقة");
        TRUTH.update("update appointment set language = 'bn' where id = ?", appointment);
        assertThat(as("cpi.prato").get(slip).body()).contains("Bring this slip");
    }
}
