package it.percorsi.agenda;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * When a time would suit somebody.
 *
 * @param notAfter the last day that suits
 * @param weekdays digits, 1 is Monday
 * @param mediation how they will understand each other; {@code IN_PERSON} where nothing else will
 *     do
 */
public record Wishes(
        LocalDate notBefore, LocalDate notAfter, String weekdays, Half half, Mediation mediation) {

    /** How long somebody waits who names no last day. */
    public static final int MONTHS = 6;

    private static final LocalTime NOON = LocalTime.of(13, 0);

    /** A time at which a mediator is there if one is needed. */
    boolean suitedBy(LocalDateTime starts) {
        LocalDate day = starts.toLocalDate();
        return !day.isBefore(notBefore)
                && !day.isAfter(notAfter)
                && weekdays.indexOf('0' + day.getDayOfWeek().getValue()) >= 0
                && half.holds(starts.toLocalTime());
    }

    /** Which part of a day. */
    public enum Half {
        ANY,
        MORNING,
        AFTERNOON;

        boolean holds(LocalTime time) {
            return this == ANY || (this == MORNING) == time.isBefore(NOON);
        }
    }
}
