package it.percorsi.person;

import it.percorsi.pathway.DayReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of the one search box, told apart: names, a birth day or year, a telephone, a code.
 *
 * @param words plain words of the name, in the order typed
 * @param names the same words as typed, to open a file with
 * @param born a full birth date, or null
 * @param year a birth year alone, or null
 * @param phone digits of a telephone number, at least six, or null
 * @param code a fiscal or provisional code, upper case, or null
 */
public record Search(
        List<String> words,
        List<String> names,
        @Nullable LocalDate born,
        @Nullable Integer year,
        @Nullable String phone,
        @Nullable String code) {

    private static final Pattern CODE =
            Pattern.compile("(?i)\\b[a-z]{6}[0-9a-z]{10}\\b|\\b\\d{11}\\b");
    private static final Pattern DAY =
            Pattern.compile("\\b\\d{1,2}[/.\\-]\\d{1,2}[/.\\-]\\d{2,4}\\b|\\b\\d{8}\\b");
    private static final Pattern PHONE = Pattern.compile("(?<!\\S)\\+?\\d[\\d ./-]{4,}\\d(?!\\S)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\S)(19|20)\\d{2}(?!\\S)");

    /**
     * @param today lets two-digit years mean a birth in the past
     */
    public static Search of(String typed, LocalDate today) {
        StringBuilder rest = new StringBuilder(typed);
        String code = take(rest, CODE);
        String day = take(rest, DAY);
        LocalDate born = day == null ? null : DayReader.birth(day, today).orElse(null);
        String year = take(rest, YEAR);
        String phone = take(rest, PHONE);
        List<String> names = new ArrayList<>();
        for (String word : rest.toString().strip().split("\\s+")) {
            if (!word.isEmpty()) {
                names.add(word);
            }
        }
        return new Search(
                names.stream().map(Names::plain).filter(w -> !w.isEmpty()).limit(6).toList(),
                List.copyOf(names),
                born,
                year == null ? null : Integer.valueOf(year),
                phone == null ? null : phone.replaceAll("\\D", ""),
                code == null ? null : code.toUpperCase(Locale.ROOT));
    }

    public boolean isEmpty() {
        return words.isEmpty() && born == null && year == null && phone == null && code == null;
    }

    private static @Nullable String take(StringBuilder from, Pattern pattern) {
        Matcher found = pattern.matcher(from);
        if (!found.find()) {
            return null;
        }
        String text = found.group();
        from.replace(found.start(), found.end(), " ");
        return text;
    }
}
