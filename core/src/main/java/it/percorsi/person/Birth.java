package it.percorsi.person;

import it.percorsi.pathway.DayReader;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When somebody was born, as far as it is known: a document may state a month or a year alone.
 *
 * @param on the day; the first of the month or of the year where no more is known
 */
public record Birth(LocalDate on, Precision precision) {

    private static final Pattern MONTH = Pattern.compile("(?:0?0[/.-])?(\\d{1,2})[/.-](\\d{4})");
    private static final Pattern YEAR = Pattern.compile("(?:0?0[/.-])?(?:0?0)?[/.-]?(\\d{4})");

    /** How much of a birth is known. */
    public enum Precision {
        DAY("dd/MM/yyyy"),
        MONTH("MM/yyyy"),
        YEAR("yyyy");

        private final DateTimeFormatter form;

        Precision(String form) {
            this.form = DateTimeFormatter.ofPattern(form);
        }
    }

    /**
     * @throws IllegalArgumentException if the day says more than the precision does
     */
    public Birth {
        if (precision != Precision.DAY && on.getDayOfMonth() != 1
                || precision == Precision.YEAR && on.getMonthValue() != 1) {
            throw new IllegalArgumentException("A birth says no more than it knows");
        }
    }

    public static Birth on(LocalDate day) {
        return new Birth(day, Precision.DAY);
    }

    /**
     * Reads 12/3/1990 and whatever else {@link DayReader} can; 3/1990 for a month; 1990 for a year.
     * Zeros stand for what is not known, as on some documents: 00/00/1990.
     */
    public static Optional<Birth> read(String typed, LocalDate today) {
        String text = typed.strip();
        Matcher month = MONTH.matcher(text);
        Matcher year = YEAR.matcher(text);
        Optional<Birth> birth;
        if (year.matches()) {
            birth = firstOf(year.group(1), 1, Precision.YEAR);
        } else if (month.matches()) {
            birth = firstOf(month.group(2), Integer.parseInt(month.group(1)), Precision.MONTH);
        } else {
            birth = DayReader.birth(text, today).map(Birth::on);
        }
        return birth.filter(born -> !born.on().isAfter(today));
    }

    private static Optional<Birth> firstOf(String year, int month, Precision precision) {
        int y = Integer.parseInt(year);
        return y > 1880 && month >= 1 && month <= 12
                ? Optional.of(new Birth(LocalDate.of(y, month, 1), precision))
                : Optional.empty();
    }

    /** Whole years on a day; the most that is possible where the day is not known. */
    public int age(LocalDate day) {
        return Period.between(on, day).getYears();
    }

    /** Whether, on a day, the age may be one less than {@link #age}. */
    public boolean ageUncertain(LocalDate day) {
        LocalDate latest =
                switch (precision) {
                    case DAY -> on;
                    case MONTH -> on.plusMonths(1).minusDays(1);
                    case YEAR -> on.plusYears(1).minusDays(1);
                };
        return Period.between(latest, day).getYears() != age(day);
    }

    public boolean exact() {
        return precision == Precision.DAY;
    }

    /** As it is written: 12/03/1990, 03/1990 or 1990. */
    @Override
    public String toString() {
        return precision.form.format(on);
    }
}
