package it.percorsi.plan;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What plans said when they were signed, and how they were seen to go. */
public interface PlanEditions {

    /** What a plan says now. */
    Optional<PlanContent> content(UUID plan, Actor viewer);

    /** Keeps what a plan says now as the edition of this number. */
    void keep(Plan plan, int number, Signature signature, Actor by, Instant at);

    /** The latest first. */
    List<Edition> of(UUID plan, Actor viewer);

    Optional<PlanContent> signed(UUID plan, int number, Actor viewer);

    void save(Plan plan, Review review, Actor by, Instant at);

    /** The latest first. */
    List<ReviewRow> reviews(UUID plan, Actor viewer);

    /**
     * @param signatories one a line, the person first
     */
    record Signature(LocalDate on, Manner manner, String signatories) {}

    enum Manner {
        PAPER,
        PAD
    }

    /**
     * @param manner of {@link Manner}, or not known for what was signed before it was asked
     * @param scannedAt when the scan of the signed paper was brought
     * @param takesScan whether it is on paper, and nothing rests on its scan yet
     */
    record Edition(
            int number,
            LocalDate signedOn,
            String manner,
            String signatories,
            Instant at,
            String operatorName,
            @Nullable Instant scannedAt,
            boolean takesScan) {

        boolean onPaper() {
            return !manner.equals(Manner.PAD.name());
        }

        public List<String> names() {
            return signatories.lines().toList();
        }
    }

    enum ReviewOutcome {
        GOES_ON,
        TO_REVISE,
        TO_END
    }

    /**
     * @param next the day of the next look; null if the plan is to end
     * @param reached the level of each objective something was said of
     */
    record Review(
            LocalDate on,
            String seen,
            String personWords,
            ReviewOutcome outcome,
            @Nullable LocalDate next,
            Map<UUID, Integer> reached) {}

    record ReviewRow(
            UUID id,
            LocalDate heldOn,
            String seen,
            String personWords,
            String outcome,
            @Nullable LocalDate nextOn,
            String operatorName,
            String organisationName) {}

    /** The levels seen at reviews, the latest first. */
    List<LevelRow> levels(UUID plan, Actor viewer);

    record LevelRow(
            UUID reviewId, UUID objectiveId, LocalDate heldOn, String objectiveText, int level) {}
}
