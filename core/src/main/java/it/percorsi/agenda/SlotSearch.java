package it.percorsi.agenda;

import it.percorsi.network.Week;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can do this service, a room where it asks for one, a mediator of the language: the
 * times all are free.
 *
 * @param service how long an appointment is, what comes after it, for how many at once
 * @param place hours and closures of the desk; only its closed days are looked at
 * @param operators weekly windows of those who do the service
 * @param rooms weekly windows of the rooms of the service; empty when it asks for none
 * @param mediators weekly windows of those who speak the language; empty when none is needed
 * @param busy what is taken
 */
public record SlotSearch(
        Timetable.Bookable service,
        Week place,
        List<Window> operators,
        List<Window> rooms,
        List<Window> mediators,
        List<Busy> busy) {

    /** How far ahead anybody is booked, today included. */
    public static final int DAYS_AHEAD = 60;

    /**
     * A stretch of time that is taken, the end not included.
     *
     * @param session who is there together shares it; null of an absence
     * @param seat the place in the session, from 1
     */
    public record Busy(
            UUID resourceId, Instant from, Instant to, @Nullable UUID session, int seat) {

        boolean meets(Instant start, Instant end) {
            return from.isBefore(end) && start.isBefore(to);
        }
    }

    /**
     * The same with these alone: another room or mediator who became free meanwhile does not take
     * the place of the one a time was chosen with.
     */
    SlotSearch among(Set<UUID> named) {
        List<Window> in = named(rooms, named);
        return new SlotSearch(
                service,
                place,
                in.isEmpty() && !rooms.isEmpty() ? List.of() : named(operators, named),
                in,
                named(mediators, named),
                busy);
    }

    private static List<Window> named(List<Window> windows, Set<UUID> named) {
        return windows.stream().filter(window -> named.contains(window.resourceId())).toList();
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
        List<Window> roomsOfDay = Window.on(day, rooms);
        List<Window> mediatorsOfDay = Window.on(day, mediators);
        for (Window window : Window.on(day, operators)) {
            fill(found, new Day(day, earliest, taken, roomsOfDay, mediatorsOfDay), window);
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

    private void fill(List<Slot> found, Day day, Window window) {
        LocalDateTime close = day.day().atTime(window.closes());
        for (LocalDateTime from = day.day().atTime(window.opens());
                !from.plusMinutes(service.minutes()).isAfter(close);
                from = from.plusMinutes(service.minutes() + service.buffer())) {
            Instant start = Rome.instant(from);
            // The hour skipped in spring is nobody's.
            if (start.isBefore(day.earliest()) || !Rome.time(start).equals(from)) {
                continue;
            }
            Instant end = start.plusSeconds(service.minutes() * 60L);
            Instant rested = end.plusSeconds(service.buffer() * 60L);
            UUID session =
                    service.capacity() == 1
                            ? null
                            : Slot.session(service.id(), window.resourceId(), from);
            List<Busy> met = day.meeting(window, start, rested);
            int seat = seat(met, session);
            Window room = first(day, day.rooms(), from, start, rested, session);
            if (seat > 0 && (room != null || rooms.isEmpty())) {
                Window mediator = first(day, day.mediators(), from, start, end, session);
                found.add(
                        new Slot(
                                from,
                                service.minutes(),
                                window.resourceId(),
                                window.resourceName(),
                                mediator == null ? null : mediator.resourceId(),
                                mediator == null ? null : mediator.resourceName(),
                                room == null ? null : room.resourceId(),
                                room == null ? null : room.resourceName(),
                                new Slot.Place(
                                        service.id(),
                                        service.buffer(),
                                        seat,
                                        service.capacity() - met.size(),
                                        service.capacity())));
            }
        }
    }

    /**
     * The first place nobody has; 0 where there is none, or somebody else is there.
     *
     * @param session null where people are received alone
     */
    private int seat(List<Busy> met, @Nullable UUID session) {
        if (met.isEmpty()) {
            return 1;
        }
        if (session == null || met.stream().anyMatch(each -> !session.equals(each.session()))) {
            return 0;
        }
        Set<Integer> had = met.stream().map(Busy::seat).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, service.capacity())
                .filter(seat -> !had.contains(seat))
                .findFirst()
                .orElse(0);
    }

    /** The one the session has already, or else the first that is free. */
    private @Nullable Window first(
            Day day,
            List<Window> windows,
            LocalDateTime from,
            Instant start,
            Instant end,
            @Nullable UUID session) {
        Window free = null;
        for (Window window : windows) {
            if (window.holds(
                    from.toLocalTime(), from.toLocalTime().plusMinutes(service.minutes()))) {
                List<Busy> met = day.meeting(window, start, end);
                if (!met.isEmpty() && seat(met, session) > 0) {
                    return window;
                }
                if (met.isEmpty() && free == null) {
                    free = window;
                }
            }
        }
        return free;
    }

    /** What there is on one day. */
    private record Day(
            LocalDate day,
            Instant earliest,
            Map<UUID, List<Busy>> taken,
            List<Window> rooms,
            List<Window> mediators) {

        List<Busy> meeting(Window window, Instant start, Instant end) {
            List<Busy> met = List.of();
            for (Busy each : taken.getOrDefault(window.resourceId(), List.of())) {
                if (each.meets(start, end)) {
                    met = met.isEmpty() ? new ArrayList<>() : met;
                    met.add(each);
                }
            }
            return met;
        }
    }
}
