package it.percorsi.agenda;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When a resource is there: each week between two days, or on one day only, in the place of what
 * its week says for the same service.
 *
 * @param serviceId null of mediators, who are there for any
 * @param weekday 1 is Monday; null of one day only
 * @param from the first day it counts, and the only one where there is no weekday
 * @param until the last day it counts, or null if none is known
 */
public record Window(
        UUID resourceId,
        String resourceName,
        @Nullable UUID serviceId,
        @Nullable Integer weekday,
        LocalDate from,
        @Nullable LocalDate until,
        LocalTime opens,
        LocalTime closes) {

    /** Those that count on a day. */
    public static List<Window> on(LocalDate day, List<Window> windows) {
        Set<List<@Nullable UUID>> rewritten =
                windows.stream()
                        .filter(window -> window.weekday == null && window.falls(day))
                        .map(Window::whose)
                        .collect(Collectors.toSet());
        return windows.stream()
                .filter(window ->
                        window.falls(day)
                                && (window.weekday == null || !rewritten.contains(window.whose())))
                .toList();
    }

    private List<@Nullable UUID> whose() {
        return Arrays.asList(resourceId, serviceId);
    }

    private boolean falls(LocalDate day) {
        return weekday == null
                ? from.equals(day)
                : weekday == day.getDayOfWeek().getValue() && inForce(day);
    }

    boolean inForce(LocalDate on) {
        return !on.isBefore(from) && (until == null || !on.isAfter(until));
    }

    boolean isFor(@Nullable UUID service) {
        return Objects.equals(serviceId, service);
    }

    /** Whether something that begins then is over before it closes. */
    boolean holds(LocalTime start, LocalTime end) {
        return !start.isBefore(opens) && !end.isAfter(closes) && end.isAfter(start);
    }
}
