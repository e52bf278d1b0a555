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
 * @param code a fiscal, provisional or health code, upper case, perhaps mistyped, or null
 * @param permit number of a permit to stay, upper case, or null
 */
public record Search(
        List<String> words,
        List<String> names,
        @Nullable LocalDate born,
        @Nullable Integer year,
        @Nullable String phone,
        @Nullable String code,
        @Nullable String permit) {

    private static final Pattern CODE =
            Pattern.compile(
                    "(?i)(?<!\\S)(?:(?:stp|eni)\\d{13}|(?=(?:[0-9]*[a-z]){6})(?=(?:[a-z]*[0-9]){4})[0-9a-z]{15,17}"
                            + "|[a-z]{6}[0-9l-v&&[^o]]{2}[a-z][0-9l-v&&[^o]]{2}[a-z][0-9l-v&&[^o]]{3}[a-z]|\\d{11})(?!\\S)");
    private static final Pattern PERMIT = Pattern.compile("(?i)(?<!\\S)[a-z]{1,2}\\d{6,9}(?!\\S)");
    private static final Pattern DAY_IN_WORDS =
            Pattern.compile(
                    "(?i)\\b\\d{1,2}°?\\s+(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)[a-z]{0,6}\\s+\\d{4}\\b");
    private static final Pattern DAY =
            Pattern.compile("\\b\\d{1,2}[/.\\-]\\d{1,2}[/.\\-]\\d{2,4}\\b|\\b\\d{8}\\b");
    private static final Pattern PHONE = Pattern.compile("(?<!\\S)\\+?\\d[\\d ./-]{4,}\\d(?!\\S)");
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\S)(?:(?:\\+|00)39[ ./-]?)?3\\d{2}(?:[ ./-]?\\d){6,7}(?!\\S)");
    private static final Pattern YEAR = Pattern.compile("(?<!\\S)(19|20)\\d{2}(?!\\S)");

    /**
     * @param today lets two-digit years mean a birth in the past
     */
    public static Search of(String typed, LocalDate today) {
        StringBuilder rest = new StringBuilder(typed);
        String code = take(rest, CODE);
        String permit = take(rest, PERMIT);
        String words = take(rest, DAY_IN_WORDS);
        String day = words == null ? take(rest, DAY) : words;
        LocalDate born = day == null ? null : DayReader.birth(day, today).orElse(null);
        // 375 000 2026 is a telephone, 347 1234567 1990 a telephone and a year.
        String phone = take(rest, MOBILE);
        String year = take(rest, YEAR);
        if (phone == null) {
            phone = take(rest, PHONE);
        }
        List<String> names = new ArrayList<>();
        for (String word : rest.toString().strip().split("\\s+")) {
            if (!word.isEmpty()) {
                names.add(word);
            }
        }
        return new Search(
                Names.words(String.join(" ", names)).stream().limit(6).toList(),
                List.copyOf(names),
                born,
                year == null ? null : Integer.valueOf(year),
                phone == null ? null : phone.replaceAll("\\D", ""),
                upper(code),
                upper(permit));
    }

    public boolean isEmpty() {
        return words.isEmpty()
                && born == null
                && year == null
                && phone == null
                && code == null
                && permit == null;
    }

    /** The words that were not typed in Latin letters. */
    public List<String> inOriginalScript() {
        return names.stream().filter(Names::inOriginalScript).toList();
    }

    /** The words of the name in alphabetical order, as {@link Names#key}. */
    public String nameKey() {
        return Names.key(words.toArray(String[]::new));
    }

    private static @Nullable String upper(@Nullable String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
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
