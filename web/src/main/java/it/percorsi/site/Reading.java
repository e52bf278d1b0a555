package it.percorsi.site;

import it.percorsi.pathway.DayReader;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Reads what was typed in a field. What cannot be read leaves a message at the field and comes back
 * in it as it was typed.
 */
public final class Reading {

    public static final int LINE = 200;
    public static final int TEXT = 20_000;

    private final Errors errors;
    private final LocalDate today;

    public Reading(Errors errors, LocalDate today) {
        this.errors = errors;
        this.today = today;
    }

    /** A line or a text that must be there. */
    public String required(String field, String typed, int longest) {
        if (typed.isBlank()) {
            errors.rejectValue(field, "field.required");
        }
        return limited(field, typed, longest);
    }

    public String limited(String field, String typed, int longest) {
        if (typed.length() > longest) {
            errors.rejectValue(field, "field.too-long", new Object[] {longest}, null);
        }
        return typed.strip();
    }

    public @Nullable String optional(String field, String typed, int longest) {
        String text = limited(field, typed, longest);
        return text.isEmpty() ? null : text;
    }

    public @Nullable LocalDate day(String field, String typed) {
        return present(field, typed, DayReader.day(typed, today), "field.day.unreadable");
    }

    /** A day that is not still to come. */
    public @Nullable LocalDate pastDay(String field, String typed) {
        LocalDate day = day(field, typed);
        if (day != null && day.isAfter(today)) {
            errors.rejectValue(field, "field.day.future");
        }
        return day;
    }

    /** A day that may be left out. */
    public @Nullable LocalDate optionalDay(String field, String typed) {
        return typed.isBlank() ? null : day(field, typed);
    }

    /**
     * A day that is still to come, and may be left out.
     *
     * @param message what to say of one that is past
     */
    public @Nullable LocalDate optionalDayAhead(String field, String typed, String message) {
        LocalDate day = optionalDay(field, typed);
        if (day != null && !day.isAfter(today)) {
            errors.rejectValue(field, message);
        }
        return day;
    }

    public @Nullable LocalTime time(String field, String typed) {
        Optional<LocalTime> time;
        try {
            time =
                    Optional.of(
                            LocalTime.parse(
                                    typed.strip().replace('.', ':'),
                                    DateTimeFormatter.ofPattern("H:mm")));
        } catch (DateTimeParseException unreadable) {
            time = Optional.empty();
        }
        return present(field, typed, time, "field.time.unreadable");
    }

    public @Nullable Integer whole(String field, String typed, int least, int most) {
        Optional<Integer> number =
                typed.strip().matches("\\d{1,6}")
                        ? Optional.of(Integer.valueOf(typed.strip()))
                        : Optional.empty();
        Integer value = present(field, typed, number, "field.number.unreadable");
        if (value != null && (value < least || value > most)) {
            errors.rejectValue(field, "field.number.out", new Object[] {least, most}, null);
        }
        return value;
    }

    /** A number that may be left out. */
    public @Nullable Integer optionalWhole(String field, String typed, int least, int most) {
        return typed.isBlank() ? null : whole(field, typed, least, most);
    }

    /** One of the values the page offered. */
    public String choice(String field, String typed, Collection<String> offered) {
        if (!offered.contains(typed)) {
            errors.rejectValue(field, typed.isBlank() ? "field.choose" : "field.choice.unknown");
        }
        return typed;
    }

    public @Nullable UUID id(String field, String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException unknown) {
            errors.rejectValue(field, "field.choose");
            return null;
        }
    }

    /** One at least. */
    public Set<UUID> ids(String field, List<String> typed) {
        Set<UUID> chosen = new LinkedHashSet<>();
        for (String each : typed) {
            UUID id = id(field, each);
            if (id != null) {
                chosen.add(id);
            }
        }
        if (typed.isEmpty()) {
            errors.rejectValue(field, "field.choose");
        }
        return chosen;
    }

    private <T> @Nullable T present(String field, String typed, Optional<T> read, String message) {
        if (read.isEmpty()) {
            errors.rejectValue(field, typed.isBlank() ? "field.required" : message);
        }
        return read.orElse(null);
    }

    public boolean failed() {
        return errors.hasErrors();
    }
}
