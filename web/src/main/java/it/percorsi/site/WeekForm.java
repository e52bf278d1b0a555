package it.percorsi.site;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.validation.Errors;

/** The hours of a week as they are typed, a field for each day, and the day they begin. */
public record WeekForm(
        String from,
        String monday,
        String tuesday,
        String wednesday,
        String thursday,
        String friday,
        String saturday,
        String sunday) {

    /** The names of its fields, in order. */
    public static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    public WeekForm {
        from = Objects.requireNonNullElse(from, "");
        monday = Objects.requireNonNullElse(monday, "");
        tuesday = Objects.requireNonNullElse(tuesday, "");
        wednesday = Objects.requireNonNullElse(wednesday, "");
        thursday = Objects.requireNonNullElse(thursday, "");
        friday = Objects.requireNonNullElse(friday, "");
        saturday = Objects.requireNonNullElse(saturday, "");
        sunday = Objects.requireNonNullElse(sunday, "");
    }

    /**
     * @param hours what stands in the field of a day
     */
    public static WeekForm of(Function<DayOfWeek, String> hours) {
        return new WeekForm(
                "",
                hours.apply(DayOfWeek.MONDAY),
                hours.apply(DayOfWeek.TUESDAY),
                hours.apply(DayOfWeek.WEDNESDAY),
                hours.apply(DayOfWeek.THURSDAY),
                hours.apply(DayOfWeek.FRIDAY),
                hours.apply(DayOfWeek.SATURDAY),
                hours.apply(DayOfWeek.SUNDAY));
    }

    /**
     * @param hours reads the field of a day; empty where it cannot
     */
    public <T> Optional<Week<T>> check(
            Errors errors, LocalDate today, Function<String, Optional<T>> hours) {
        Reading read = new Reading(errors, today);
        LocalDate first = read.day("from", from);
        if (first != null && first.isBefore(today)) {
            errors.rejectValue("from", "hours.past");
        }
        Map<DayOfWeek, T> days = new EnumMap<>(DayOfWeek.class);
        List<String> typed =
                List.of(monday, tuesday, wednesday, thursday, friday, saturday, sunday);
        for (DayOfWeek day : DayOfWeek.values()) {
            Optional<T> of = hours.apply(typed.get(day.ordinal()));
            of.ifPresentOrElse(
                    known -> days.put(day, known),
                    () ->
                            errors.rejectValue(
                                    day.name().toLowerCase(Locale.ROOT), "hours.unreadable"));
        }
        return read.failed() || first == null
                ? Optional.empty()
                : Optional.of(new Week<>(first, days));
    }

    public record Week<T>(LocalDate from, Map<DayOfWeek, T> days) {}
}
