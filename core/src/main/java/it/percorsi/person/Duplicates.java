package it.percorsi.person;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pairs of people who may be one, among those the viewer sees both of; and their merging. */
public interface Duplicates {

    /**
     * Open pairs, the likeliest first, at most 50.
     *
     * @param after the last pair of the page before, or null
     */
    List<Pair> open(@Nullable UUID after, Actor viewer);

    Optional<Pair> pair(UUID id, Actor viewer);

    /** Remembers that the two are not the same person. */
    void different(UUID pair, Instant at, Actor viewer);

    /** The open case files of both. */
    List<OpenFile> openFiles(UUID one, UUID other, Actor viewer);

    /** The body that let the viewer's into this file, if one did. */
    Optional<UUID> connectedBody(UUID person, Actor viewer);

    /** What the body that holds one of the two has agreed to, if anything. */
    Optional<Agreement> agreement(Pair pair, Actor viewer);

    void agree(UUID id, Pair pair, UUID kept, @Nullable UUID lead, Instant at, Actor viewer);

    /** What the viewer's body has agreed to and the other has not answered. */
    List<Waiting> waiting(Actor viewer);

    /**
     * @return whether there was such an agreement to end
     */
    boolean endAgreement(UUID id, Instant at, Actor viewer);

    /**
     * Everything of the absorbed person becomes the kept one's.
     *
     * @param lead which of two open files leads, or null where there are not two
     */
    void merge(UUID merge, UUID kept, UUID absorbed, @Nullable UUID lead);

    /** Gives back to the absorbed person every row that was theirs. */
    void undo(UUID merge);

    Optional<UUID> keptBy(UUID merge, Actor viewer);

    /** Whose file a merged one became, if the viewer may see whose. */
    Optional<UUID> becameOf(UUID person, Actor viewer);

    /** The names somebody had in files that were merged into theirs. */
    List<Before> before(UUID person, Actor viewer);

    /**
     * @param likeness from 0.75 to 1
     * @param reasons what agrees, as {@code alike.} messages
     */
    record Pair(
            UUID id,
            UUID personId,
            String personName,
            String personBorn,
            UUID otherId,
            String otherName,
            String otherBorn,
            float likeness,
            List<String> reasons) {

        public int percent() {
            return Math.round(likeness * 100);
        }
    }

    /**
     * How one of two bodies would have the files made one.
     *
     * @param lead which of two open files leads, or null where there are not two
     */
    record Agreement(
            UUID id,
            UUID organisationId,
            String organisationName,
            UUID kept,
            @Nullable UUID lead,
            Instant agreedAt) {}

    /** An agreement that waits for the other body, and how the two are called. */
    record Waiting(
            UUID id,
            UUID oneId,
            String oneName,
            UUID otherId,
            String otherName,
            Instant agreedAt) {}

    record OpenFile(
            UUID id, UUID personId, String organisationName, Instant openedAt, String status) {}

    /**
     * @param leftBehind kinds of rows that could not be there twice and stayed with the shell
     */
    record Before(
            UUID mergeId,
            String familyName,
            String givenName,
            LocalDate bornOn,
            Birth.Precision bornPrecision,
            @Nullable String phone,
            Instant mergedAt,
            Instant undoUntil,
            List<String> leftBehind) {

        public Birth born() {
            return new Birth(bornOn, bornPrecision);
        }

        public boolean undoable(Instant at) {
            return at.isBefore(undoUntil);
        }
    }
}
