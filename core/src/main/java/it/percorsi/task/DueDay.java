package it.percorsi.task;

import it.percorsi.pathway.DayReader;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads by when something must be done: venerdì, domani, 12/3, tra due settimane, 12 marzo. */
final class DueDay {

    private static final List<String> WEEKDAYS =
            List.of("lun", "mar", "mer", "gio", "ven", "sab", "dom");
    private static final Pattern WEEKDAY =
            Pattern.compile(
                    "(lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|lun|mar|mer|gio|ven|sab|dom)");
    private static final Pattern SPAN =
            Pattern.compile(
                    "(?:tra |fra )?(\\d{1,3}|un|una|due|tre|quattro) (giorn|settiman|mes)[oaei]");
    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})[/.\\- ](\\d{1,2})");
    private static final Map<String, Integer> WORDS =
            Map.of("un", 1, "una", 1, "due", 2, "tre", 3, "quattro", 4);

    private DueDay() {}

    static Optional<LocalDate> read(String typed, LocalDate today) {
        String text =
                typed.strip()
                        .toLowerCase(Locale.ITALIAN)
                        .replace('ì', 'i')
                        .replaceFirst("\\.$", "")
                        .replaceFirst("^(il |lo |la |l['’])", "");
        switch (text) {
            case "oggi":
                return Optional.of(today);
            case "domani":
                return Optional.of(today.plusDays(1));
            case "dopodomani":
                return Optional.of(today.plusDays(2));
            case "fine mese":
                return Optional.of(today.with(TemporalAdjusters.lastDayOfMonth()));
            default:
                break;
        }
        if (WEEKDAY.matcher(text).matches()) {
            DayOfWeek day = DayOfWeek.of(WEEKDAYS.indexOf(text.substring(0, 3)) + 1);
            return Optional.of(today.with(TemporalAdjusters.next(day)));
        }
        Matcher span = SPAN.matcher(text);
        if (span.matches()) {
            String number = span.group(1);
            int many = WORDS.containsKey(number) ? WORDS.get(number) : Integer.parseInt(number);
            return Optional.of(
                    switch (span.group(2)) {
                        case "giorn" -> today.plusDays(many);
                        case "settiman" -> today.plusWeeks(many);
                        default -> today.plusMonths(many);
                    });
        }
        Matcher day = SHORT.matcher(text);
        return day.matches()
                ? ofTheYear(day.group(1), day.group(2), today)
                : DayReader.day(text, today);
    }

    /** A day without its year is the next one that comes. */
    private static Optional<LocalDate> ofTheYear(String day, String month, LocalDate today) {
        try {
            LocalDate read =
                    LocalDate.of(today.getYear(), Integer.parseInt(month), Integer.parseInt(day));
            return Optional.of(read.isBefore(today) ? read.plusYears(1) : read);
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
