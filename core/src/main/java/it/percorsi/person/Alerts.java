package it.percorsi.person;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What asks for an act, for those who may see what it is about. */
public interface Alerts {

    /**
     * The most urgent of a person, without those silenced.
     *
     * @param permitDays how long before its end a permit alerts
     */
    List<Alert> on(UUID person, Actor viewer, LocalDate today, int permitDays, int most);

    /** For the viewer's body: others are alerted as before. */
    void silence(
            UUID person, Alert.Kind kind, LocalDate until, String reason, Instant at, Actor viewer);

    /**
     * Permits without a receipt that ended lately or end soon, of the people whose file the
     * viewer's body holds; nearest first.
     *
     * @param back how many days ago at the most
     * @param ahead in how many days at the most
     * @param after where the page before ended, or null
     */
    List<Expiring> expiring(
            LocalDate today, int back, int ahead, @Nullable Mark after, Actor viewer, int most);

    /** A permit that ends soon or has ended. */
    record Expiring(
            UUID permitId,
            UUID personId,
            String personName,
            String languageName,
            @Nullable String phone,
            String kindName,
            LocalDate expiresOn) {

        public Mark mark() {
            return new Mark(expiresOn, permitId);
        }

        /** Negative once expired. */
        public long daysLeft(LocalDate on) {
            return ChronoUnit.DAYS.between(on, expiresOn);
        }
    }
}
