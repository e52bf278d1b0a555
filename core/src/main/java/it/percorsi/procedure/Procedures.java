package it.percorsi.procedure;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The procedures an actor may see. There is no way to ask for the others. */
public interface Procedures {

    void save(Procedure procedure);

    Optional<Procedure> visible(UUID id, Actor viewer);

    Optional<Row> row(UUID id, Actor viewer);

    /** In the order they were made. */
    List<StepRow> steps(UUID id, Actor viewer);

    /** Those to look after first, then the closed ones, the latest first; at most fifty. */
    List<Row> ofPerson(UUID person, Actor viewer);

    /** What the viewer's body follows, the nearest day first. */
    List<Row> followed(
            Filter filter, LocalDate today, @Nullable Mark after, Actor viewer, int most);

    /** How many the viewer, or nobody in particular, should have looked after before today. */
    int late(LocalDate today, Actor viewer);

    /** Those of the viewer's body who can look after one. */
    List<Follower> followers(Actor viewer);

    /**
     * @param kind code of the kind, or null for all
     * @param status or null for all the open ones
     * @param late only those whose next day has gone by
     */
    record Filter(
            @Nullable String kind, @Nullable ProcedureStatus status, boolean late, Whose whose) {}

    /** Whose work it is. */
    enum Whose {
        ALL,
        MINE,
        /** Nobody's in particular. */
        NOBODYS,
        /** The viewer's, and nobody's. */
        FOR_ME
    }

    record Follower(UUID operatorId, String name) {}

    record StepRow(
            Instant at,
            String move,
            String operatorName,
            String organisationName,
            @Nullable String note) {}

    /**
     * @param personName null where the viewer may not know
     * @param ownerName the colleague who follows it, or null for the whole body
     * @param listedOn the next day while it is open, then that of the answer
     */
    record Row(
            UUID id,
            UUID personId,
            @Nullable String personName,
            String kind,
            String kindName,
            String about,
            String missing,
            ProcedureStatus status,
            LocalDate preparedOn,
            @Nullable LocalDate submittedOn,
            @Nullable String submittedTo,
            @Nullable String receipt,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate appealBy,
            UUID organisationId,
            String organisationName,
            @Nullable UUID ownerId,
            @Nullable String ownerName,
            @Nullable LocalDate nextOn,
            LocalDate listedOn,
            int version) {

        /** How it is called where no name may stand: it says nothing of anybody. */
        public String code() {
            return "P-" + id.toString().substring(28).toUpperCase(Locale.ROOT);
        }

        public boolean late(LocalDate today) {
            return nextOn != null && nextOn.isBefore(today);
        }

        public List<String> missingDocuments() {
            return missing.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }

        /** Days the office has had it, or had it before it answered; null if it never had. */
        public @Nullable Long days(LocalDate today) {
            return submittedOn == null
                    ? null
                    : ChronoUnit.DAYS.between(submittedOn, decidedOn == null ? today : decidedOn);
        }

        public Mark mark() {
            return new Mark(listedOn, id);
        }
    }
}
