package it.percorsi.agenda.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which part of the agenda is asked for.
 *
 * @param view "day" for one day by operator, else a week by day
 * @param operator one operator's week
 * @param move an appointment that looks for another time
 * @param person somebody for whom a time of {@code service} is looked for
 */
record AgendaQuestion(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
        @Nullable String view,
        @Nullable UUID body,
        @Nullable UUID operator,
        @Nullable UUID move,
        @Nullable UUID person,
        @Nullable String service) {

    boolean byOperator() {
        return "day".equals(view);
    }

    /** The first day of what is shown when it holds this one. */
    LocalDate first(LocalDate day) {
        return byOperator() ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
