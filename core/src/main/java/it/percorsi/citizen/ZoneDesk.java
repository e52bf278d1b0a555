package it.percorsi.citizen;

import it.percorsi.network.DeskDay;
import it.percorsi.network.DeskDay.Band;
import it.percorsi.network.Network.DeskRow;
import it.percorsi.network.Week;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A desk on a day, as everybody may know it.
 *
 * @param address the street, or null where only the town is known
 * @param languages when each is spoken that day; none on a closed day
 */
public record ZoneDesk(
        DeskRow desk,
        @Nullable String address,
        LocalDate day,
        Week week,
        Map<String, List<Band>> languages) {

    /** How far ahead a closed day is told. */
    private static final int CLOSURES_AHEAD = 60;

    static ZoneDesk of(
            DeskRow desk,
            @Nullable String address,
            LocalDate day,
            Week week,
            List<Zone.Heard> heard) {
        DeskDay today = week.on(day);
        Map<String, List<Band>> languages =
                heard.stream()
                        .filter(h ->
                                h.deskId().equals(desk.id())
                                        && today.access() != DeskDay.Access.CLOSED)
                        .collect(
                                Collectors.groupingBy(
                                        Zone.Heard::language,
                                        TreeMap::new,
                                        Collectors.mapping(Zone.Heard::band, Collectors.toList())));
        languages.replaceAll((language, bands) -> whileOpen(bands, today.bands()));
        languages.values().removeIf(List::isEmpty);
        return new ZoneDesk(desk, address, day, week, languages);
    }

    public DeskDay today() {
        return week.on(day);
    }

    public boolean open(LocalTime at) {
        return today().access() != DeskDay.Access.CLOSED && today().open(at);
    }

    /** The closed days to come, that would be open or say nothing else. */
    public Map<LocalDate, String> closures() {
        Map<LocalDate, String> closed = new TreeMap<>();
        day.plusDays(1)
                .datesUntil(day.plusDays(CLOSURES_AHEAD))
                .filter(on -> usuallyOpen(week.usually(on.getDayOfWeek(), on)))
                .forEach(on -> {
                    String why = week.on(on).closedFor();
                    if (why != null) {
                        closed.put(on, why);
                    }
                });
        return closed;
    }

    private static boolean usuallyOpen(DeskDay usually) {
        return usually.access() != DeskDay.Access.CLOSED
                && usually.access() != DeskDay.Access.NOT_STATED;
    }

    /** Only while the desk is open, where it says when; hours that touch are one. */
    private static List<Band> whileOpen(List<Band> spoken, List<Band> openings) {
        List<Band> joined = new ArrayList<>();
        spoken.stream()
                .flatMap(band ->
                        openings.isEmpty()
                                ? java.util.stream.Stream.of(band)
                                : openings.stream()
                                        .map(open ->
                                                new Band(
                                                        latest(band.opens(), open.opens()),
                                                        earlier(band.closes(), open.closes()))))
                .filter(band -> band.opens().isBefore(band.closes()))
                .sorted(Comparator.comparing(Band::opens))
                .forEach(band -> {
                    Band last = joined.isEmpty() ? null : joined.getLast();
                    if (last != null && !band.opens().isAfter(last.closes())) {
                        joined.set(
                                joined.size() - 1,
                                new Band(last.opens(), latest(last.closes(), band.closes())));
                    } else {
                        joined.add(band);
                    }
                });
        return joined;
    }

    private static LocalTime latest(LocalTime one, LocalTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalTime earlier(LocalTime one, LocalTime other) {
        return one.isBefore(other) ? one : other;
    }
}
