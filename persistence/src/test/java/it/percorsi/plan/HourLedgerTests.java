package it.percorsi.plan;

import static it.percorsi.plan.LedgerWorld.APPLICATION;
import static it.percorsi.plan.LedgerWorld.TRUTH;
import static it.percorsi.plan.LedgerWorld.as;
import static it.percorsi.plan.LedgerWorld.hour;
import static it.percorsi.plan.LedgerWorld.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.pathway.Ids;
import it.percorsi.plan.LedgerWorld.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What the ledger refuses by itself, whatever the application does. */
class HourLedgerTests {

    private final Actor ada = LedgerWorld.operator(Role.SOCIAL_WORKER);
    private final Actor ivo = LedgerWorld.operator(Role.SOCIAL_WORKER);
    private final Actor cpi = LedgerWorld.operator(Role.CPI_OPERATOR);
    private final Actor coordinator = LedgerWorld.operator(Role.COORDINATOR);
    private final Path path = LedgerWorld.path(ada);

    private UUID delivered(String at, int minutes) {
        return hour(ada, path, 0, "DELIVERED", at, minutes, Ids.next());
    }

    private static int left(Path path) {
        return TRUTH.queryForObject(
                "select minutes + passed_minutes - booked_minutes - delivered_minutes from hour_budget where id = ?",
                Integer.class,
                path.plan());
    }

    @Test
    void noMinuteOverTheBudgetIsGivenOrBooked() {
        for (int day = 1; day <= 6; day++) {
            delivered("2026-03-0%d 09:00".formatted(day), 360);
        }

        assertThat(left(path)).isZero();
        assertThatThrownBy(() -> delivered("2026-03-10 09:00", 5))
                .hasStackTraceContaining("within_the_hour_budget");
        assertThatThrownBy(() -> hour(ada, path, 0, "BOOKED", "2026-03-10 09:00", 5, Ids.next()))
                .hasStackTraceContaining("within_the_hour_budget");
    }

    @Test
    void aCoordinatorPassesMoreWithAReason() {
        for (int day = 1; day <= 6; day++) {
            delivered("2026-03-0%d 09:00".formatted(day), 360);
        }

        pass(coordinator, 60, "il corso finisce a marzo");
        delivered("2026-03-10 09:00", 60);

        assertThat(left(path)).isZero();
        assertThatThrownBy(() -> pass(coordinator, 60, "")).hasStackTraceContaining("reason");
        assertThatThrownBy(() -> pass(ada, 60, "perché no"))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void outsideProgrammesTheCaseManagerPassesMoreWhileThePlanRuns() {
        TRUTH.update("update hour_budget set enrolment_id = null where id = ?", path.plan());
        assertThatThrownBy(() -> pass(ada, 60, "perché no"))
                .hasStackTraceContaining("row-level security");
        TRUTH.update(
                "update case_file set status = 'IN_CARE', team_kind = 'WITHIN_BODY', case_manager_id = ? where person_id = ?",
                ada.operatorId(),
                path.person());

        pass(ada, 60, "il corso finisce a marzo");

        TRUTH.update("update plan set status = 'CONCLUDED' where id = ?", path.plan());
        assertThatThrownBy(() -> pass(ada, 60, "il corso finisce a marzo"))
                .hasStackTraceContaining("row-level security");
    }

    private void pass(Actor by, int minutes, String reason) {
        as(
                by,
                () ->
                        APPLICATION.update(
                                "insert into hour_extension values (?, ?, ?, ?, ?, now(), ?, ?)",
                                Ids.next(),
                                path.plan(),
                                path.person(),
                                minutes,
                                reason,
                                by.operatorId(),
                                by.organisationId()));
    }

    @Test
    void nobodyWritesTheCountersByHand() {
        assertThatThrownBy(() ->
                        as(
                                ada,
                                () ->
                                        APPLICATION.update(
                                                "update hour_budget set passed_minutes = 600")))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void twoFundsDoNotPayTheSameHour() {
        delivered("2026-04-01 09:00", 60);

        assertThatThrownBy(() -> hour(ivo, path, 1, "BOOKED", "2026-04-01 09:30", 60, Ids.next()))
                .hasStackTraceContaining("encounter_once");
    }

    @Test
    void anOperatorGivesOneEncounterAtATimeUnlessToAGroup() {
        Path other = LedgerWorld.path(ada);
        Path third = LedgerWorld.path(ada);
        UUID group = Ids.next();
        hour(ada, path, 0, "DELIVERED", "2026-04-02 09:00", 60, group);

        hour(ada, other, 0, "DELIVERED", "2026-04-02 09:00", 60, group);

        assertThatThrownBy(
                        () -> hour(ada, third, 0, "DELIVERED", "2026-04-02 09:30", 60, Ids.next()))
                .hasStackTraceContaining("operator_once");
    }

    @Test
    void nobodyConfirmsWhatTheyGaveOrMarked() {
        UUID given = delivered("2026-04-03 09:00", 60);
        String validate =
                "status = 'VALIDATED', signatures = 1, sheet_id = '"
                        + LedgerWorld.SHEET
                        + "', validated_by = ?";

        assertThatThrownBy(() -> move(ada, given, validate, ada.operatorId()))
                .hasStackTraceContaining("validated_by_another");
        assertThatThrownBy(() -> move(cpi, given, validate, cpi.operatorId()))
                .hasStackTraceContaining("signed by whoever moves them");
        assertThatThrownBy(() -> move(ada, given, validate, ivo.operatorId()))
                .hasStackTraceContaining("signed by whoever moves them");
        assertThat(move(ivo, given, validate, ivo.operatorId())).isOne();
    }

    @Test
    void whatIsConfirmedDoesNotChangeAndWhatIsGivenIsNotRewritten() {
        UUID given = delivered("2026-04-04 09:00", 60);

        assertThatThrownBy(() -> move(ada, given, "minutes = 30, counted = 30"))
                .hasStackTraceContaining("hours_move");
        move(
                ivo,
                given,
                "status = 'VALIDATED', signatures = 1, sheet_id = '"
                        + LedgerWorld.SHEET
                        + "', validated_by = ?",
                ivo.operatorId());

        for (String change :
                List.of("status = 'BOOKED', counted = 0", "topic = 'y'", "status = 'CANCELLED'")) {
            assertThatThrownBy(() -> move(ada, given, change))
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThatThrownBy(() -> move(ada, given, "status = 'REPORTED'"))
                .hasStackTraceContaining("signed by whoever moves them");
        assertThatThrownBy(() ->
                        as(
                                ada,
                                () ->
                                        APPLICATION.update(
                                                "delete from encounter where id = ?", given)))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void anAbsenceLeavesTheHourToOthers() {
        UUID missed = hour(ada, path, 0, "BOOKED", "2026-04-05 09:00", 60, Ids.next());
        move(
                ada,
                missed,
                "status = 'ABSENT', absence = 'UNJUSTIFIED', counted = 30, marked_by = ?",
                ada.operatorId());

        assertThat(left(path)).isEqualTo(2160 - 30);
        hour(ada, path, 1, "DELIVERED", "2026-04-05 09:00", 60, Ids.next());
    }

    @Test
    void whoeverIsEnrolledBringsAlongTheHoursOfTheirPlan() {
        TRUTH.update("update hour_budget set enrolment_id = null where id = ?", path.plan());
        TRUTH.update("update enrolment set status = 'DROPPED' where person_id = ?", path.person());
        assertThat(inLedger()).isZero();

        TRUTH.update("update enrolment set status = 'ACTIVE' where person_id = ?", path.person());
        delivered("2026-04-06 09:00", 60);

        assertThat(inLedger()).isOne();
    }

    private int inLedger() {
        return as(
                coordinator,
                () ->
                        APPLICATION.queryForObject(
                                "select count(*) from programme_hours(?) where person_id = ?",
                                Integer.class,
                                LedgerWorld.programme(),
                                path.person()));
    }

    @Test
    void aFrozenPeriodTakesNoMoreHoursAndReportsOnlyWhatIsConfirmed() {
        UUID given = delivered("2019-04-06 09:00", 60);
        assertThatThrownBy(() -> freeze(coordinator)).hasStackTraceContaining("not_confirmed");
        assertThatThrownBy(() -> freeze(ada)).hasStackTraceContaining("only who coordinates");
        move(
                ivo,
                given,
                "status = 'VALIDATED', signatures = 1, sheet_id = '"
                        + LedgerWorld.SHEET
                        + "', validated_by = ?",
                ivo.operatorId());

        assertThat(freeze(coordinator)).isOne();
        assertThatThrownBy(() -> delivered("2019-04-07 09:00", 60))
                .hasStackTraceContaining("hours_period_frozen");
        assertThatThrownBy(() -> move(ada, given, "topic = 'y'"))
                .hasStackTraceContaining("hours_move");
        assertThatThrownBy(() -> freeze(coordinator)).hasStackTraceContaining("period_once");
    }

    private static int freeze(Actor by) {
        return as(
                by,
                () ->
                        APPLICATION.queryForObject(
                                "select freeze_hours(?, '2019-04-01', '2019-04-30')",
                                Integer.class,
                                LedgerWorld.programme()));
    }

    /** Many at once never exceed the budget: its row makes them wait for each other. */
    @Test
    void manyAtOnceNeverExceedTheBudget() throws Exception {
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int n = 0; n < 64; n++) {
            Actor each = n % 2 == 0 ? ada : ivo;
            String at = "2026-05-%02d %02d:00".formatted(n % 28 + 1, 8 + n / 28);
            all.add(() -> {
                try {
                    hour(each, path, 0, "DELIVERED", at, 60, Ids.next());
                    return true;
                } catch (DataAccessException refused) {
                    assertThat(refused).hasStackTraceContaining("within_the_hour_budget");
                    return false;
                }
            });
        }
        int given = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<Boolean> one : threads.invokeAll(all)) {
                given += one.get() ? 1 : 0;
            }
        }

        assertThat(given).isEqualTo(36);
        assertThat(left(path)).isZero();
    }

    private static UUID sheetWith(UUID hour) {
        UUID sheet = Ids.next();
        TRUTH.update(
                "insert into attendance_sheet values (?, ?, (select operator_id from encounter where id = ?), 2025, (select coalesce(max(number), 0) + 1 from attendance_sheet where year = 2025), now())",
                sheet,
                LedgerWorld.BODY,
                hour);
        TRUTH.update("update encounter set sheet_id = ? where id = ?", sheet, hour);
        return sheet;
    }

    private static int bring(Actor by, UUID sheet) {
        return as(
                by,
                () ->
                        APPLICATION.update(
                                "insert into sheet_scan values (?, 'PDF', 14, '%PDF-1.7 %%EOF', now(), ?)",
                                sheet, by.operatorId()));
    }

    private static int close(Actor by, UUID sheet) {
        return as(
                by,
                () ->
                        APPLICATION.update(
                                "update attendance_sheet set closed_at = now(), closed_by = ?, archive = 'x' where id = ?",
                                by.operatorId(),
                                sheet));
    }

    private static List<UUID> scans(Actor by) {
        return as(
                by, () -> APPLICATION.queryForList("select sheet_id from sheet_scan", UUID.class));
    }

    @Test
    void aSheetIsClosedAgainstTheScanThatStaysWithIt() {
        UUID sheet = sheetWith(delivered("2026-05-01 09:00", 60));

        assertThatThrownBy(() -> close(ivo, sheet))
                .hasStackTraceContaining("closed_against_its_scan");
        bring(ada, sheet);
        assertThat(close(ivo, sheet)).isOne();
        assertThat(scans(ivo)).contains(sheet);
        assertThat(
                        as(
                                ivo,
                                () ->
                                        APPLICATION.update(
                                                "delete from sheet_scan where sheet_id = ?",
                                                sheet)))
                .isZero();
    }

    @Test
    void nobodyClosesOrReadsASheetWithARowTheyCannotSee() {
        Path other = LedgerWorld.path(ada);
        UUID sheet = sheetWith(delivered("2026-05-02 09:00", 60));
        UUID hidden = hour(ada, other, 0, "DELIVERED", "2026-05-02 11:00", 60, Ids.next());
        TRUTH.update("update encounter set sheet_id = ? where id = ?", sheet, hidden);
        bring(ada, sheet);
        TRUTH.update("delete from access_grant where person_id = ?", other.person());

        assertThatThrownBy(() -> close(ivo, sheet))
                .hasStackTraceContaining("closed_by_who_sees_it_all");
        assertThat(scans(ivo)).doesNotContain(sheet);
        TRUTH.update("update encounter set sheet_id = null where id = ?", hidden);
        assertThat(scans(ivo)).as("it names who came off it").doesNotContain(sheet);
    }

    @Test
    void theHoursOfWhoeverIsInAProgrammeAreOfIt() {
        String budget =
                "insert into hour_budget (id, person_id, enrolment_id, minutes) values (?, ?, ?, 60)";

        assertThatThrownBy(() ->
                        as(ada, () -> APPLICATION.update(budget, Ids.next(), path.person(), null)))
                .hasStackTraceContaining("budget_has_its_programme");
    }
}
