package it.percorsi.agenda.web;

import it.percorsi.agenda.Agenda.AppointmentRow;
import it.percorsi.agenda.SheetService.Sheet;
import it.percorsi.agenda.Slot;
import it.percorsi.agenda.Window;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The agenda as a table: a row for each half hour, a column for each day, or for each operator of
 * one day.
 */
record WeekGrid(List<Column> columns, List<Line> lines) {

    private static final int HALF = 30;

    /**
     * @param operator null for all the operators of the day
     * @param closed why the place is closed, if it is
     */
    record Column(
            LocalDate day,
            @Nullable UUID operator,
            @Nullable String name,
            @Nullable String closed) {

        boolean holds(UUID who) {
            return operator == null || operator.equals(who);
        }
    }

    record Line(LocalTime time, List<Cell> cells) {}

    /**
     * @param entries without what is merely free
     * @param free how many operators are free
     */
    record Cell(Column column, List<Entry> entries, long free) {}

    /** One thing in a cell; {@code row} of what is booked, {@code slot} of what can be chosen. */
    record Entry(Kind kind, String operator, @Nullable AppointmentRow row, @Nullable Slot slot) {

        enum Kind {
            BOOKED,
            HOUR,
            TAKEN,
            AWAY,
            TARGET
        }
    }

    /**
     * @param targets the times to choose from, shown in the place of what is merely free; null when
     *     nothing is being chosen
     * @param now what is over is not free
     */
    static WeekGrid of(
            List<Column> columns, Sheet sheet, @Nullable List<Slot> targets, LocalDateTime now) {
        Map<LocalDate, List<Window>> open =
                columns.stream()
                        .map(Column::day)
                        .distinct()
                        .collect(Collectors.toMap(day -> day, sheet::open));
        Facts facts = Facts.of(sheet, open, targets, now);
        List<Line> lines = new ArrayList<>();
        for (LocalTime time : halves(sheet, open, targets)) {
            lines.add(
                    new Line(
                            time,
                            columns.stream().map(column -> facts.cell(column, time)).toList()));
        }
        while (!lines.isEmpty() && empty(lines.getLast())) {
            lines.removeLast();
        }
        return new WeekGrid(columns, lines);
    }

    /** The earliest time to choose, on which the keyboard begins. */
    @Nullable Slot firstTarget() {
        return lines.stream()
                .flatMap(line -> line.cells().stream())
                .flatMap(cell -> cell.entries().stream())
                .flatMap(entry -> Stream.ofNullable(entry.slot()))
                .min(Comparator.comparing(Slot::starts))
                .orElse(null);
    }

    private static boolean empty(Line line) {
        return line.cells().stream().allMatch(cell -> cell.entries().isEmpty() && cell.free() == 0);
    }

    /** From the first half hour anybody is there to the last. */
    private static List<LocalTime> halves(
            Sheet sheet, Map<LocalDate, List<Window>> open, @Nullable List<Slot> targets) {
        List<LocalTime> from =
                Stream.of(
                                open.values().stream().flatMap(List::stream).map(Window::opens),
                                sheet.rows().stream().map(row -> row.starts().toLocalTime()),
                                targets == null
                                        ? Stream.<LocalTime>empty()
                                        : targets.stream().map(slot -> slot.starts().toLocalTime()))
                        .flatMap(times -> times)
                        .map(WeekGrid::half)
                        .sorted()
                        .toList();
        List<LocalTime> halves = new ArrayList<>();
        if (!from.isEmpty()) {
            LocalTime last =
                    Stream.concat(
                                    Stream.of(from.getLast()),
                                    open.values().stream()
                                            .flatMap(List::stream)
                                            .map(o -> half(o.closes().minusMinutes(1))))
                            .max(LocalTime::compareTo)
                            .orElseThrow();
            int halfHours = (last.toSecondOfDay() - from.getFirst().toSecondOfDay()) / (HALF * 60);
            for (int i = 0; i <= halfHours; i++) {
                halves.add(from.getFirst().plusMinutes((long) i * HALF));
            }
        }
        return halves;
    }

    private static LocalTime half(LocalTime time) {
        return time.withMinute(time.getMinute() / HALF * HALF).withSecond(0).withNano(0);
    }

    private static LocalDateTime half(LocalDateTime time) {
        return time.toLocalDate().atTime(half(time.toLocalTime()));
    }

    /** What there is, by the half hour in which it begins. */
    private record Facts(
            Sheet sheet,
            Map<LocalDate, List<Window>> open,
            Map<LocalDateTime, List<AppointmentRow>> rows,
            @Nullable Map<LocalDateTime, List<Slot>> targets,
            Set<Taken> taken,
            LocalDateTime now) {

        static Facts of(
                Sheet sheet,
                Map<LocalDate, List<Window>> open,
                @Nullable List<Slot> targets,
                LocalDateTime now) {
            Set<Taken> taken = new HashSet<>();
            for (AppointmentRow row : sheet.rows()) {
                for (LocalDateTime at = half(row.starts());
                        at.isBefore(row.ends());
                        at = at.plusMinutes(HALF)) {
                    taken.add(new Taken(row.operatorId(), at));
                }
            }
            return new Facts(
                    sheet,
                    open,
                    sheet.rows().stream().collect(Collectors.groupingBy(row -> half(row.starts()))),
                    targets == null
                            ? null
                            : targets.stream()
                                    .collect(Collectors.groupingBy(slot -> half(slot.starts()))),
                    taken,
                    now);
        }

        Cell cell(Column column, LocalTime time) {
            LocalDateTime half = column.day().atTime(time);
            List<Entry> entries = new ArrayList<>();
            for (AppointmentRow row : rows.getOrDefault(half, List.of())) {
                if (column.holds(row.operatorId())) {
                    entries.add(new Entry(kind(row), row.operatorName(), row, null));
                }
            }
            long free = 0;
            for (Window window : open.getOrDefault(column.day(), List.of())) {
                UUID operator = window.resourceId();
                if (column.holds(operator)
                        && !time.isBefore(window.opens())
                        && time.isBefore(window.closes())
                        && !taken.contains(new Taken(operator, half))) {
                    if (sheet.away(operator, half)) {
                        entries.add(new Entry(Entry.Kind.AWAY, window.resourceName(), null, null));
                    } else if (targets == null && half.isAfter(now)) {
                        free++;
                    }
                }
            }
            if (targets != null) {
                targets.getOrDefault(half, List.of()).stream()
                        .filter(slot -> column.holds(slot.operatorId()))
                        .map(slot -> new Entry(Entry.Kind.TARGET, slot.operatorName(), null, slot))
                        .forEach(entries::add);
            }
            return new Cell(column, entries, free);
        }
    }

    private static Entry.Kind kind(AppointmentRow row) {
        if (row.id() != null) {
            return Entry.Kind.BOOKED;
        }
        return row.hourId() == null ? Entry.Kind.TAKEN : Entry.Kind.HOUR;
    }

    private record Taken(UUID operator, LocalDateTime half) {}
}
