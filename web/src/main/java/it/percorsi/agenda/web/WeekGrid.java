package it.percorsi.agenda.web;

import it.percorsi.agenda.Agenda.AppointmentRow;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/** A week as a table: a row for each time at which something begins, a column for each day. */
record WeekGrid(LocalDate monday, List<LocalDate> days, List<Line> lines) {

    static WeekGrid of(LocalDate monday, List<AppointmentRow> rows) {
        List<LocalDate> days = IntStream.range(0, 5).mapToObj(monday::plusDays).toList();
        List<Line> lines =
                rows.stream()
                        .map(row -> row.starts().toLocalTime())
                        .distinct()
                        .sorted()
                        .map(time ->
                                new Line(
                                        time,
                                        days.stream()
                                                .map(day -> new Cell(day, at(rows, day, time)))
                                                .toList()))
                        .toList();
        return new WeekGrid(monday, days, lines);
    }

    private static List<AppointmentRow> at(
            List<AppointmentRow> rows, LocalDate day, LocalTime time) {
        return rows.stream().filter(row -> row.starts().equals(day.atTime(time))).toList();
    }

    public LocalDate previous() {
        return monday.minusDays(7);
    }

    public LocalDate next() {
        return monday.plusDays(7);
    }

    record Line(LocalTime time, List<Cell> cells) {}

    record Cell(LocalDate day, List<AppointmentRow> appointments) {}
}
