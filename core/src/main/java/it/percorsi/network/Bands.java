package it.percorsi.network;

import it.percorsi.network.DeskDay.Access;
import it.percorsi.network.DeskDay.Band;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Hours of a day as people type them: 9-13 15-17, 8.30-12.30, 9:00-13:00, 15:00-17:00. */
public final class Bands {

    private static final Pattern BAND =
            Pattern.compile(
                    "(\\d{1,2})(?:[.:](\\d{2}))?\\s*[-\u2013]\\s*(\\d{1,2})(?:[.:](\\d{2}))?");
    private static final Pattern BETWEEN = Pattern.compile("(?:\\s*[,;]\\s*|\\s+(?:e\\s+)?)");

    private static final Map<String, Access> WORDS =
            Map.of(
                    "libero",
                    Access.FREE,
                    "appuntamento",
                    Access.APPOINTMENT,
                    "aperto",
                    Access.OPEN,
                    "chiuso",
                    Access.CLOSED);

    private Bands() {}

    /**
     * @return in order; empty where something cannot be read, a band ends before it begins, or two
     *     of them meet
     */
    public static Optional<List<Band>> read(String typed) {
        List<Band> bands = new ArrayList<>();
        String left = typed.strip();
        while (!left.isEmpty()) {
            Matcher band = BAND.matcher(left);
            if (!band.lookingAt()) {
                return Optional.empty();
            }
            try {
                bands.add(new Band(time(band, 1), time(band, 3)));
            } catch (DateTimeException noSuchTime) {
                return Optional.empty();
            }
            left = left.substring(band.end());
            Matcher between = BETWEEN.matcher(left);
            if (between.lookingAt()) {
                left = left.substring(between.end());
            } else if (!left.isEmpty()) {
                return Optional.empty();
            }
        }
        bands.sort(Comparator.comparing(Band::opens));
        for (int i = 0; i < bands.size(); i++) {
            if (!bands.get(i).opens().isBefore(bands.get(i).closes())
                    || i > 0 && bands.get(i).opens().isBefore(bands.get(i - 1).closes())) {
                return Optional.empty();
            }
        }
        return Optional.of(bands);
    }

    /**
     * The same with how the desk is reached before it: {@code libero 9-13}, {@code appuntamento},
     * {@code aperto 8.30-12.30}, {@code chiuso}; nothing where nobody said.
     */
    public static Optional<DeskDay> ofDesk(String typed) {
        String text = typed.strip().toLowerCase(Locale.ITALIAN);
        if (text.isEmpty()) {
            return Optional.of(new DeskDay(Access.NOT_STATED, List.of(), null));
        }
        String[] parts = text.split("\\s+", 2);
        Access access = WORDS.get(parts[0]);
        List<Band> bands = parts.length == 1 ? List.of() : read(parts[1]).orElse(List.of());
        if (access == null
                || parts.length > 1 && bands.isEmpty()
                || access != Access.APPOINTMENT && bands.isEmpty() != (access == Access.CLOSED)) {
            return Optional.empty();
        }
        return Optional.of(new DeskDay(access, bands, null));
    }

    public static String typed(DeskDay day) {
        return WORDS.entrySet().stream()
                .filter(word -> word.getValue() == day.access())
                .map(word -> (word.getKey() + " " + typed(day.bands())).strip())
                .findFirst()
                .orElse("");
    }

    private static LocalTime time(Matcher band, int group) {
        String minutes = band.group(group + 1);
        return LocalTime.of(
                Integer.parseInt(band.group(group)),
                minutes == null ? 0 : Integer.parseInt(minutes));
    }

    /** As they would be typed. */
    public static String typed(List<Band> bands) {
        return bands.stream()
                .map(band -> typed(band.opens()) + "-" + typed(band.closes()))
                .collect(Collectors.joining(" "));
    }

    private static String typed(LocalTime time) {
        return time.getMinute() == 0
                ? String.valueOf(time.getHour())
                : "%d.%02d".formatted(time.getHour(), time.getMinute());
    }
}
