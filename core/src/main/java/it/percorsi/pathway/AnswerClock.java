package it.percorsi.pathway;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The days whoever is asked has to answer.
 *
 * @param by the last of them
 * @param pausedAt since when it stands still, or null while it runs
 */
@Embeddable
public record AnswerClock(
        @Column(name = "answer_by") LocalDate by,
        @Column(name = "paused_at") @Nullable Instant pausedAt) {

    public static AnswerClock started(Instant at, int days) {
        return new AnswerClock(Rome.day(at).plusDays(days), null);
    }

    public AnswerClock paused(Instant at) {
        return new AnswerClock(by, at);
    }

    /** As many days more as it stood still. */
    public AnswerClock resumed(Instant at) {
        return pausedAt == null
                ? this
                : new AnswerClock(
                        by.plusDays(ChronoUnit.DAYS.between(Rome.day(pausedAt), Rome.day(at))),
                        null);
    }

    /** Whoever is asked names the day they answer. */
    public AnswerClock until(LocalDate day) {
        return new AnswerClock(day, null);
    }

    /** 0 on the last day, negative once late. */
    public int daysLeft(LocalDate today) {
        return (int) (by.toEpochDay() - today.toEpochDay());
    }
}
