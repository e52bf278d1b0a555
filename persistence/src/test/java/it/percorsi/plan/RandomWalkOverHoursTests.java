package it.percorsi.plan;

import static it.percorsi.plan.LedgerWorld.APPLICATION;
import static it.percorsi.plan.LedgerWorld.TRUTH;
import static it.percorsi.plan.LedgerWorld.as;
import static it.percorsi.plan.LedgerWorld.hour;
import static it.percorsi.plan.LedgerWorld.move;
import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.pathway.Ids;
import it.percorsi.plan.LedgerWorld.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Thousands of moves, right and wrong, by several hands; then the ledger is added up again. */
class RandomWalkOverHoursTests {

    private static final int MOVES = 5000;
    private static final Random RANDOM = new Random(20_260_302);

    private final List<Actor> team =
            List.of(
                    LedgerWorld.operator(Role.SOCIAL_WORKER),
                    LedgerWorld.operator(Role.SOCIAL_WORKER),
                    LedgerWorld.operator(Role.SPECIALIST));
    private final Actor coordinator = LedgerWorld.operator(Role.COORDINATOR);
    private final List<Path> paths =
            IntStream.range(0, 5).mapToObj(n -> LedgerWorld.path(team.getFirst())).toList();
    private final List<UUID> hours = new ArrayList<>();
    private final Map<String, Integer> done = new HashMap<>();

    record Row(
            UUID id,
            UUID groupId,
            UUID planId,
            UUID personId,
            UUID operatorId,
            @Nullable UUID validatedBy,
            @Nullable LocalDate onDay,
            @Nullable LocalTime starts,
            int minutes,
            int counted,
            String status,
            @Nullable String absence) {

        boolean takesTime() {
            return List.of("BOOKED", "DELIVERED", "VALIDATED", "REPORTED").contains(status)
                    && absence == null;
        }

        boolean overlaps(Row other) {
            LocalDateTime from = Objects.requireNonNull(onDay).atTime(starts);
            LocalDateTime otherFrom = Objects.requireNonNull(other.onDay).atTime(other.starts);
            return from.isBefore(otherFrom.plusMinutes(other.minutes))
                    && otherFrom.isBefore(from.plusMinutes(minutes));
        }
    }

    @Test
    void theLedgerAddsUpAndNoHourIsCountedTwice() {
        for (int n = 0; n < MOVES; n++) {
            String what = "refused";
            try {
                what = step(team.get(RANDOM.nextInt(team.size())));
            } catch (DataAccessException refused) {
                assertThat(refused)
                        .rootCause()
                        .message()
                        .containsPattern(
                                "within_the_hour_budget|encounter_once|operator_once|hours_move|signed by|check constraint|validated_by_another");
            }
            done.merge(what, 1, Integer::sum);
        }

        List<Row> rows =
                paths.stream()
                        .flatMap(path ->
                                TRUTH
                                        .query(
                                                "select * from encounter where plan_id = ?",
                                                new org.springframework.jdbc.core
                                                        .DataClassRowMapper<>(Row.class),
                                                path.plan())
                                        .stream())
                        .toList();
        assertThat(done.get("refused")).isGreaterThan(500);
        assertThat(MOVES - done.get("refused")).isGreaterThan(500);
        assertThat(done)
                .containsKeys("plan", "give", "reserve", "book", "deliver", "miss", "undo", "pass")
                .containsKeys("validate");
        for (Path path : paths) {
            addsUp(path, rows.stream().filter(row -> row.planId().equals(path.plan())).toList());
        }
        nothingTwice(rows.stream().filter(Row::takesTime).toList());
    }

    private static void addsUp(Path path, List<Row> rows) {
        Map<String, Object> budget =
                TRUTH.queryForMap("select * from hour_budget where id = ?", path.plan());
        int booked =
                rows.stream()
                        .filter(row -> row.status().equals("BOOKED"))
                        .mapToInt(Row::minutes)
                        .sum();
        int given = rows.stream().mapToInt(Row::counted).sum();
        int passed =
                TRUTH.queryForObject(
                        "select coalesce(sum(minutes), 0) from hour_extension where budget_id = ?",
                        Integer.class,
                        path.plan());

        assertThat(budget)
                .containsEntry("booked_minutes", booked)
                .containsEntry("delivered_minutes", given)
                .containsEntry("passed_minutes", passed);
        assertThat(booked + given).isLessThanOrEqualTo(2160 + passed);
        assertThat(rows).allMatch(row -> !row.operatorId().equals(row.validatedBy()));
    }

    private static void nothingTwice(List<Row> rows) {
        for (Row one : rows) {
            for (Row other : rows) {
                if (one.id().compareTo(other.id()) < 0 && one.overlaps(other)) {
                    assertThat(one.personId()).isNotEqualTo(other.personId());
                    if (!one.groupId().equals(other.groupId())) {
                        assertThat(one.operatorId()).isNotEqualTo(other.operatorId());
                    }
                }
            }
        }
    }

    private String step(Actor by) {
        int minutes = List.of(30, 60, 90, 120).get(RANDOM.nextInt(4));
        if (hours.isEmpty() || RANDOM.nextInt(3) == 0) {
            return write(by, minutes);
        }
        UUID hour = hours.get(RANDOM.nextInt(hours.size()));
        int touched;
        String what =
                List.of("book", "deliver", "miss", "undo", "validate", "pass")
                        .get(RANDOM.nextInt(6));
        switch (what) {
            case "book" ->
                    touched =
                            move(
                                    by,
                                    hour,
                                    "status = 'BOOKED', on_day = ?::timestamp::date, starts = ?::timestamp::time",
                                    day(RANDOM.nextInt(6)),
                                    day(RANDOM.nextInt(6)));
            case "deliver" ->
                    touched =
                            move(
                                    by,
                                    hour,
                                    "status = 'DELIVERED', minutes = ?, counted = ?, marked_by = ?",
                                    minutes,
                                    minutes,
                                    by.operatorId());
            case "miss" ->
                    touched =
                            move(
                                    by,
                                    hour,
                                    "status = 'ABSENT', absence = 'UNJUSTIFIED', counted = minutes / 2, marked_by = ?",
                                    by.operatorId());
            case "undo" ->
                    touched =
                            move(
                                    by,
                                    hour,
                                    RANDOM.nextBoolean()
                                            ? "status = 'BOOKED', counted = 0, absence = null, marked_by = null"
                                            : "status = 'PLANNED', on_day = null, starts = null");
            case "validate" ->
                    touched =
                            move(
                                    by,
                                    hour,
                                    "status = 'VALIDATED', signatures = 1, sheet_id = '"
                                            + LedgerWorld.SHEET
                                            + "', validated_by = ?",
                                    by.operatorId());
            default -> touched = RANDOM.nextInt(20) == 0 ? pass() : 1;
        }
        assertThat(touched).isOne();
        return what;
    }

    private String write(Actor by, int minutes) {
        String status = List.of("PLANNED", "BOOKED", "DELIVERED").get(RANDOM.nextInt(3));
        UUID group = Ids.next();
        String at = day(RANDOM.nextInt(6));
        int many = RANDOM.nextInt(6) == 0 ? 3 : 1;
        for (int n = 0; n < many; n++) {
            hours.add(
                    hour(
                            by,
                            paths.get((RANDOM.nextInt(5) + n) % 5),
                            RANDOM.nextInt(2),
                            status,
                            at,
                            minutes,
                            group));
        }
        return switch (status) {
            case "PLANNED" -> "plan";
            case "BOOKED" -> "reserve";
            default -> "give";
        };
    }

    private int pass() {
        Path path = paths.get(RANDOM.nextInt(5));
        return as(
                coordinator,
                () ->
                        APPLICATION.update(
                                "insert into hour_extension values (?, ?, ?, 60, 'serve', now(), ?, ?)",
                                Ids.next(),
                                path.plan(),
                                path.person(),
                                coordinator.operatorId(),
                                coordinator.organisationId()));
    }

    private static String day(int slot) {
        return "2026-06-%02d %02d:%02d"
                .formatted(1 + RANDOM.nextInt(20), 8 + slot, RANDOM.nextBoolean() ? 0 : 30);
    }
}
