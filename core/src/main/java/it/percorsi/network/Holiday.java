package it.percorsi.network;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * A day offices are closed: national, or of a municipality (its patron).
 *
 * @param day the fixed day, or null when it moves with Easter
 * @param easterOffset days after Easter Sunday, or null when fixed
 * @param municipality Belfiore code, or null when national
 */
public record Holiday(
        String name,
        @Nullable MonthDay day,
        @Nullable Integer easterOffset,
        @Nullable Integer fromYear,
        @Nullable Integer untilYear,
        @Nullable String municipality) {

    public boolean falls(LocalDate on, String inMunicipality) {
        if (fromYear != null && on.getYear() < fromYear
                || untilYear != null && on.getYear() > untilYear
                || municipality != null && !municipality.equals(inMunicipality)) {
            return false;
        }
        return day != null
                ? day.equals(MonthDay.from(on))
                : easterOffset != null && easter(on.getYear()).plusDays(easterOffset).equals(on);
    }

    /**
     * Easter Sunday of the Gregorian calendar.
     *
     * <p>Source: the anonymous Gregorian algorithm (Meeus, Jones, Butcher)
     */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
