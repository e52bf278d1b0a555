package it.percorsi.walk;

import static it.percorsi.walk.Act.act;

import it.percorsi.access.Role;
import it.percorsi.attachment.Scan;
import it.percorsi.plan.Absence;
import it.percorsi.plan.AttendanceService;
import it.percorsi.plan.GroupService;
import it.percorsi.plan.HourService;
import it.percorsi.plan.HoursMove;
import it.percorsi.plan.LedgerService;
import it.percorsi.plan.TogetherService;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is done in the hour ledger. */
final class HourActs {

    private static final Set<Role> TEAM = Set.of(Role.SOCIAL_WORKER, Role.CPI_OPERATOR);
    private static final Set<Role> COORDINATION = Set.of(Role.COORDINATOR);
    private static final String AGREED =
            "plan_id in (select id from plan where in_force) and until_edition is null and "
                    + Hand.OURS;

    private final WalkWorld world;
    private final HourService hours;
    private final GroupService groups;
    private final TogetherService together;
    private final AttendanceService sheets;
    private final LedgerService ledger;

    private static final Scan SIGNED =
            Scan.of("%PDF-1.7 firme %%EOF".getBytes(StandardCharsets.UTF_8));

    HourActs(WalkWorld world) {
        this.world = world;
        hours = world.bean(HourService.class);
        groups = world.bean(GroupService.class);
        together = world.bean(TogetherService.class);
        sheets = world.bean(AttendanceService.class);
        ledger = world.bean(LedgerService.class);
    }

    List<Act> all() {
        return List.of(
                act(
                        "foresee hours",
                        TEAM,
                        h -> {
                            UUID support = h.any("support", AGREED);
                            hours.plan(
                                    h.who,
                                    h.at,
                                    planOf(h, support),
                                    support,
                                    minutes(h),
                                    1 + h.upTo(3),
                                    giver(h));
                        }),
                act(
                        "book an hour",
                        TEAM,
                        h -> {
                            HourService.Given given = given(h, 1, 12);
                            hours.book(h.who, h.at, planOf(h, given.support()), given);
                        }),
                act(
                        "give an hour",
                        TEAM,
                        h -> {
                            HourService.Given given = given(h, 60, 0);
                            hours.deliver(h.who, h.at, planOf(h, given.support()), given);
                        }),
                act(
                        "give an hour to a group",
                        TEAM,
                        h ->
                                refuse(
                                        groups.record(
                                                HoursMove.DELIVER,
                                                h.who,
                                                h.at,
                                                some(h),
                                                given(h, 60, 0)))),
                act(
                        "book a group",
                        TEAM,
                        h ->
                                refuse(
                                        groups.record(
                                                HoursMove.BOOK,
                                                h.who,
                                                h.at,
                                                some(h),
                                                given(h, 5, 12)))),
                act(
                        "add to a group",
                        TEAM,
                        h ->
                                refuse(
                                        groups.add(
                                                h.who,
                                                h.at,
                                                group(h, "status in ('BOOKED', 'DELIVERED')"),
                                                some(h)))),
                act("say who of a group came", TEAM, this::tell),
                act(
                        "move a group",
                        TEAM,
                        h -> {
                            HoursMove move =
                                    h.one(HoursMove.BOOK, HoursMove.UNBOOK, HoursMove.CANCEL);
                            UUID group = group(h, "status in ('PLANNED', 'BOOKED')");
                            refuse(
                                    together.moveAll(
                                            h.who,
                                            h.at,
                                            group,
                                            move,
                                            move == HoursMove.BOOK
                                                    ? h.dayWithin(10, 10).atTime(8 + h.upTo(9), 0)
                                                    : null));
                        }),
                act(
                        "book what was foreseen",
                        TEAM,
                        h ->
                                hours.book(
                                        h.who,
                                        h.at,
                                        h.on("hours", "BOOK"),
                                        h.dayWithin(10, 10).atTime(8 + h.upTo(9), 0))),
                act(
                        "give what was booked",
                        TEAM,
                        h ->
                                hours.deliver(
                                        h.who,
                                        h.at,
                                        h.on("hours", "DELIVER"),
                                        minutes(h),
                                        "Curriculum")),
                act(
                        "miss an hour",
                        TEAM,
                        h ->
                                hours.miss(
                                        h.who,
                                        h.at,
                                        h.on("hours", "MISS"),
                                        h.one(Absence.values()),
                                        h.why())),
                act("take an hour back", TEAM, h -> undo(h, HoursMove.REOPEN)),
                act("unbook an hour", TEAM, h -> undo(h, HoursMove.UNBOOK)),
                act("cancel an hour", TEAM, h -> undo(h, HoursMove.CANCEL)),
                act(
                        "print a sheet",
                        TEAM,
                        h ->
                                sheets.print(
                                        h.who,
                                        h.at,
                                        h.any(
                                                "encounter",
                                                "status in ('DELIVERED', 'ABSENT') and sheet_id is null and "
                                                        + Hand.OURS),
                                        h.seldom())),
                act(
                        "bring a signed sheet",
                        TEAM,
                        h ->
                                sheets.bring(
                                        h.who,
                                        h.at,
                                        h.any("attendance_sheet", "closed_at is null"),
                                        SIGNED)),
                act("close a sheet", TEAM, this::close),
                act("close another sheet", TEAM, this::close),
                act(
                        "correct a reported hour",
                        TEAM,
                        h ->
                                hours.correct(
                                        h.who,
                                        h.at,
                                        h.any(
                                                "encounter",
                                                "status = 'REPORTED' and corrects_id is null and "
                                                        + Hand.OURS),
                                        h.one(-30, -15, 15),
                                        h.words())),
                act(
                        "pass the budget",
                        COORDINATION,
                        h ->
                                ledger.pass(
                                        h.who,
                                        h.at,
                                        "TEAMS",
                                        h.any("hour_budget", "enrolment_id is not null"),
                                        60,
                                        "Corso prolungato")),
                act("report a period", COORDINATION, this::freeze));
    }

    private void refuse(Map<UUID, List<String>> refused) {
        world.refuse(refused.values().stream().flatMap(List::stream).toList());
    }

    private static Set<UUID> some(Hand h) {
        return Set.copyOf(List.of(h.any("support", AGREED), h.any("support", AGREED)));
    }

    private static UUID group(Hand h, String which) {
        return h.of(
                "group_id",
                "encounter",
                which
                        + " and group_id in (select group_id from encounter group by group_id"
                        + " having count(*) > 1) and "
                        + Hand.OURS);
    }

    private void tell(Hand h) {
        UUID group = group(h, "status = 'BOOKED'");
        Map<UUID, TogetherService.Told> told =
                h.some("encounter", "group_id = '%s'".formatted(group), "id").stream()
                        .filter(each -> !h.seldom())
                        .collect(
                                Collectors.toMap(
                                        each -> each,
                                        each ->
                                                new TogetherService.Told(
                                                        h.seldom() ? h.one(Absence.values()) : null,
                                                        h.why())));
        refuse(together.tell(h.who, h.at, group, minutes(h), "Curriculum", told));
    }

    private void undo(Hand h, HoursMove move) {
        hours.undo(h.who, h.at, h.on("hours", move.name()), move);
    }

    private static int minutes(Hand h) {
        return h.one(30, 45, 60, 90, 120);
    }

    private static HourService.Given given(Hand h, int before, int after) {
        return new HourService.Given(
                h.any("support", AGREED),
                h.dayWithin(before, after).atTime(8 + h.upTo(9), h.one(0, 30)),
                minutes(h),
                "Curriculum",
                giver(h));
    }

    private static @Nullable String giver(Hand h) {
        return h.seldom() ? "Cooperativa Il Ponte" : null;
    }

    private static UUID planOf(Hand h, UUID support) {
        return h.of("plan_id", "support", "id = '%s'".formatted(support));
    }

    private void close(Hand h) {
        UUID sheet =
                h.any(
                        "attendance_sheet",
                        "closed_at is null and id in (select sheet_id from encounter where operator_id <> :me)");
        Map<UUID, Integer> signatures =
                h.some("encounter", "sheet_id = '%s'".formatted(sheet), "id").stream()
                        .collect(Collectors.toMap(each -> each, each -> h.upTo(2)));
        sheets.close(h.who, h.at, sheet, signatures, "Faldone 3");
    }

    /**
     * A day of the past months: what is reported stays so, and too much of it would end the walk.
     */
    private void freeze(Hand h) {
        LocalDate day = h.dayWithin(60, 2);
        ledger.freeze(h.who, h.at, "TEAMS", day, day.plusDays(h.upTo(1)));
    }
}
