package it.percorsi.network;

import it.percorsi.network.DeskDay.Access;
import it.percorsi.network.DeskDay.Band;
import it.percorsi.pathway.Rome;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The hours a desk keeps, with the closures and holidays that override them.
 *
 * @param hours what is stated; a weekday without any row is not stated
 * @param closures reason by day
 */
public record Week(
        String municipality,
        List<Hours> hours,
        Map<LocalDate, String> closures,
        List<Holiday> holidays) {

    /**
     * A row of the hours: no band means closed, or by appointment at no fixed hour.
     *
     * @param until the last day it counts, or null if none is known
     */
    public record Hours(
            DayOfWeek weekday,
            Access access,
            @Nullable Band band,
            LocalDate from,
            @Nullable LocalDate until) {

        boolean inForce(LocalDate on) {
            return !on.isBefore(from) && (until == null || !on.isAfter(until));
        }
    }

    public DeskDay on(LocalDate day) {
        String closure = closures.get(day);
        if (closure != null) {
            return DeskDay.closed(closure);
        }
        return holidays.stream()
                .filter(holiday -> holiday.falls(day, municipality))
                .findFirst()
                .map(holiday -> DeskDay.closed(holiday.name()))
                .orElseGet(() -> usually(day.getDayOfWeek(), day));
    }

    /**
     * When the working day after this day ends: in a week at the latest.
     *
     * @return its midnight
     */
    public Instant endOfNextWorkingDay(LocalDate today) {
        LocalDate tomorrow = today.plusDays(1);
        LocalDate last = tomorrow.plusDays(5);
        return tomorrow.datesUntil(last)
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .filter(day -> on(day).closedFor() == null)
                .findFirst()
                .orElse(last)
                .plusDays(1)
                .atStartOfDay(Rome.ZONE)
                .toInstant();
    }

    /** The days after this one from which other hours count. */
    public List<LocalDate> changes(LocalDate after) {
        return hours.stream()
                .map(Hours::from)
                .filter(from -> from.isAfter(after))
                .distinct()
                .sorted()
                .toList();
    }

    /** The closures from a day on, in order. */
    public Map<LocalDate, String> closuresFrom(LocalDate day) {
        return new TreeMap<>(closures).tailMap(day);
    }

    /** What a weekday is like, by the hours in force on a day. */
    public DeskDay usually(DayOfWeek weekday, LocalDate on) {
        List<Hours> rows =
                hours.stream().filter(h -> h.weekday() == weekday && h.inForce(on)).toList();
        if (rows.isEmpty()) {
            return new DeskDay(Access.NOT_STATED, List.of(), null);
        }
        List<Band> bands =
                rows.stream()
                        .flatMap(row -> java.util.stream.Stream.ofNullable(row.band()))
                        .sorted(Comparator.comparing(Band::opens))
                        .toList();
        return new DeskDay(rows.getFirst().access(), bands, null);
    }
}
