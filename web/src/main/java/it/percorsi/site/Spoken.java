package it.percorsi.site;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The language that stands beside Italian for somebody: their own where there is a translation,
 * else English.
 *
 * @param code of the language shown
 * @param theirs whether it is the one they speak
 */
public record Spoken(String code, boolean theirs) {

    /** Those we have words in, as they are offered. */
    public static final List<String> LANGUAGES =
            List.of("it", "en", "fr", "es", "sq", "ro", "ar", "zh", "ur");

    private static final Set<String> FROM_THE_RIGHT = Set.of("ar", "ur");

    public static Spoken of(String language) {
        boolean known = LANGUAGES.contains(language);
        return new Spoken(known ? language : "en", known);
    }

    public boolean italian() {
        return code.equals("it");
    }

    public Locale locale() {
        return Locale.of(code);
    }

    public String direction() {
        return FROM_THE_RIGHT.contains(code) ? "rtl" : "ltr";
    }

    /** A day in words, which cannot be mistaken for another. */
    public String day(LocalDateTime at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale()).format(at);
    }
}
