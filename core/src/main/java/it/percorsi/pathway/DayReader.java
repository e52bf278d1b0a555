package it.percorsi.pathway;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads days as people type them: 12/3/1990, 12.3.90, 12031990, 12 marzo 1990, 1990-03-12. */
public final class DayReader {

    private static final List<String> MONTHS =
            List.of(
                    "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov",
                    "dic");
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})[/.\\- ](\\d{4}|\\d{2})");
    private static final Pattern RUN = Pattern.compile("(\\d{2})(\\d{2})(\\d{4}|\\d{2})");
    private static final Pattern WORDS =
            Pattern.compile("(\\d{1,2})°?\\s+([a-z]{3,9})\\s+(\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private DayReader() {}

    /** A day in the past century and more: two-digit years never lie after {@code today}. */
    public static Optional<LocalDate> birth(String typed, LocalDate today) {
        return read(typed, today.getYear() % 100, today.getYear() / 100 * 100)
                .filter(day -> day.getYear() > 1880);
    }

    /** Any day; two-digit years are of this century. */
    public static Optional<LocalDate> day(String typed, LocalDate today) {
        return read(typed, 99, today.getYear() / 100 * 100).filter(day -> day.getYear() > 1880);
    }

    private static Optional<LocalDate> read(String typed, int lastShortYear, int century) {
        String text = typed.strip().toLowerCase(Locale.ITALIAN);
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3), 0, 0);
        }
        for (Pattern form : List.of(NUMBERS, RUN)) {
            Matcher found = form.matcher(text);
            if (found.matches()) {
                return date(found.group(3), found.group(2), found.group(1), lastShortYear, century);
            }
        }
        Matcher words = WORDS.matcher(text);
        if (words.matches()) {
            int month = MONTHS.indexOf(words.group(2).substring(0, 3)) + 1;
            return date(words.group(3), String.valueOf(month), words.group(1), 0, 0);
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(
            String year, String month, String day, int lastShortYear, int century) {
        int y = Integer.parseInt(year);
        if (year.length() == 2) {
            y += y <= lastShortYear ? century : century - 100;
        }
        try {
            return Optional.of(LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
