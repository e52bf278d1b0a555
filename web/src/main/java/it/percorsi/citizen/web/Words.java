package it.percorsi.citizen.web;

import it.percorsi.site.Spoken;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** The public pages in one language. */
public record Words(MessageSource messages, Locale locale) {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    static Words in(String language, MessageSource messages) {
        return new Words(messages, Locale.of(language));
    }

    public String of(String key, Object... values) {
        return messages.getMessage("citizen." + key, values, locale);
    }

    /** Whether somebody qualified has read them again. */
    public boolean verified() {
        return of("verified").equals("yes");
    }

    public String language() {
        return locale.getLanguage();
    }

    /** The language in its own words. */
    public String endonym() {
        return locale.getDisplayLanguage(locale);
    }

    public String nameOf(String language) {
        return Locale.of(language).getDisplayLanguage(locale);
    }

    public String direction() {
        return Spoken.of(language()).direction();
    }

    public boolean italian() {
        return language().equals("it");
    }

    /** A day in words, which cannot be mistaken for another. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(day);
    }

    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    public String hour(LocalTime time) {
        return HOUR.format(time);
    }

    public String hour(LocalDateTime time) {
        return HOUR.format(time);
    }
}
