package it.percorsi.agenda;

import it.percorsi.network.Week;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can do this service, a room where it asks for one, a mediator of the language: the
 * times all are free.
 *
 * @param minutes length of an appointment
 * @param place hours and closures of the desk; only its closed days are looked at
 * @param operators weekly windows of those who do the service
 * @param rooms weekly windows of the rooms of the service; empty when it asks for none
 * @param mediators weekly windows of those who speak the language; empty when none is needed
 * @param busy what is taken
 */
public record SlotSearch(
        int minutes,
        Week place,
        List<Window> operators,
        List<Window> rooms,
        List<Window> mediators,
        List<Busy> busy) {

    /** How far ahead anybody is booked, today included. */
    public static final int DAYS_AHEAD = 60;

    /** A weekly window of a resource; weekday 1 is Monday. */
    public record Window(
            UUID resourceId, String resourceName, int weekday, LocalTime opens, LocalTime closes) {

        boolean holds(LocalDateTime from, LocalDateTime to) {
            return weekday == from.getDayOfWeek().getValue()
                    && !from.toLocalTime().isBefore(opens)
                    && from.toLocalDate().equals(to.toLocalDate())
                    && !to.toLocalTime().isAfter(closes);
        }
    }

    /** A stretch of time that is taken, the end not included. */
    public record Busy(UUID resourceId, Instant from, Instant to) {

        boolean meets(Instant start, Instant end) {
            return from.isBefore(end) && start.isBefore(to);
        }
    }

    /**
     * @param earliest no slot begins before
     * @param days how many days to look at, the day of {@code earliest} included
     * @return in order of time, then of operator; one slot for each free operator
     */
    public List<Slot> free(Instant earliest, int days) {
        return days(earliest, days).flatMap(List::stream).toList();
    }

    /** The first of them; the days after it are not looked at. */
    public Optional<Slot> first(Instant earliest, int days) {
        return days(earliest, days).flatMap(List::stream).findFirst();
    }

    private Stream<List<Slot>> days(Instant earliest, int days) {
        Map<LocalDate, Map<UUID, List<Busy>>> taken = byDay();
        LocalDate first = Rome.day(earliest);
        return first.datesUntil(first.plusDays(days))
                .filter(day -> place.on(day).closedFor() == null)
                .map(day -> on(day, earliest, taken.getOrDefault(day, Map.of())));
    }

    private List<Slot> on(LocalDate day, Instant earliest, Map<UUID, List<Busy>> taken) {
        List<Slot> found = new ArrayList<>();
        for (Window window : operators) {
            if (window.weekday() == day.getDayOfWeek().getValue()) {
                fill(found, window, day, earliest, taken);
            }
        }
        found.sort(Comparator.comparing(Slot::starts).thenComparing(Slot::operatorName));
        return found;
    }

    private Map<LocalDate, Map<UUID, List<Busy>>> byDay() {
        Map<LocalDate, Map<UUID, List<Busy>>> days = new HashMap<>();
        for (Busy each : busy) {
            LocalDate last = Rome.day(each.to().minusNanos(1));
            for (LocalDate day = Rome.day(each.from()); !day.isAfter(last); day = day.plusDays(1)) {
                days.computeIfAbsent(day, key -> new HashMap<>())
                        .computeIfAbsent(each.resourceId(), key -> new ArrayList<>())
                        .add(each);
            }
        }
        return days;
    }

    private void fill(
            List<Slot> found,
            Window window,
            LocalDate day,
            Instant earliest,
            Map<UUID, List<Busy>> taken) {
        LocalDateTime close = day.atTime(window.closes());
        for (LocalDateTime from = day.atTime(window.opens());
                !from.plusMinutes(minutes).isAfter(close);
                from = from.plusMinutes(minutes)) {
            Instant start = Rome.instant(from);
            Instant end = start.plusSeconds(minutes * 60L);
            // The hour skipped in spring is nobody's.
            if (start.isBefore(earliest)
                    || !Rome.time(start).equals(from)
                    || !idle(taken, window, start, end)) {
                continue;
            }
            Window room = first(rooms, from, start, end, taken);
            if (room != null || rooms.isEmpty()) {
                Window mediator = first(mediators, from, start, end, taken);
                found.add(
                        new Slot(
                                from,
                                minutes,
                                window.resourceId(),
                                window.resourceName(),
                                mediator == null ? null : mediator.resourceId(),
                                mediator == null ? null : mediator.resourceName(),
                                room == null ? null : room.resourceId(),
                                room == null ? null : room.resourceName()));
            }
        }
    }

    private @Nullable Window first(
            List<Window> windows,
            LocalDateTime from,
            Instant start,
            Instant end,
            Map<UUID, List<Busy>> taken) {
        return windows.stream()
                .filter(w -> w.holds(from, from.plusMinutes(minutes)))
                .filter(w -> idle(taken, w, start, end))
                .findFirst()
                .orElse(null);
    }

    private static boolean idle(
            Map<UUID, List<Busy>> taken, Window window, Instant start, Instant end) {
        return taken.getOrDefault(window.resourceId(), List.of()).stream()
                .noneMatch(each -> each.meets(start, end));
    }
}
