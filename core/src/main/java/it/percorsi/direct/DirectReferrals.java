package it.percorsi.direct;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The direct referrals an actor may see. There is no way to ask for the others. */
public interface DirectReferrals {

    void save(DirectReferral referral);

    Optional<DirectReferral> visible(UUID id, Actor viewer);

    Optional<Row> row(UUID id, Actor viewer);

    List<Made> made(UUID id, Actor viewer);

    /** Those the viewer's body sent or was sent and whose end is not known, first due first. */
    List<Row> open(@Nullable Mark after, Actor viewer, int most);

    /** Those the clock ended of late and nobody sent again, the latest first. */
    List<Row> expired(Actor viewer);

    /** The latest first, at most a hundred. */
    List<Row> ofPerson(UUID person, Actor viewer);

    /** The bodies whose operators answer here, but the viewer's own. */
    List<Receiver> receivers(Actor viewer);

    /**
     * @param needs with reason and legal basis, null where it was sent before they were asked for
     * @param dueOn when the sender asks again; null once its end is known
     * @param answerBy the last day the service has to answer
     * @param pausedAt since when that stands still, while the sender is asked something
     */
    record Row(
            UUID id,
            UUID personId,
            String personName,
            @Nullable String phone,
            String languageName,
            UUID organisationId,
            String organisationName,
            String operatorName,
            @Nullable UUID receiverId,
            String receiverName,
            DirectReferral.Service service,
            String asked,
            @Nullable List<String> needs,
            @Nullable String reason,
            @Nullable String legalBasis,
            DirectStatus status,
            Instant sentAt,
            @Nullable LocalDate dueOn,
            LocalDate answerBy,
            @Nullable Instant pausedAt,
            @Nullable UUID followsId,
            @Nullable UUID followedById) {

        /** Whether a day is running by which the service answers here. */
        public boolean running() {
            return receiverId != null && status.unanswered();
        }

        /** Days left to answer: 0 on the last one, negative once late. */
        public int daysLeft(LocalDate today) {
            return (int) (answerBy.toEpochDay() - today.toEpochDay());
        }

        /** Whether a body may send it again, from what it said. */
        public boolean mayBeSentAgain(UUID organisation) {
            return status.ended() && followedById == null && organisationId.equals(organisation);
        }

        public boolean late(LocalDate today) {
            return dueOn != null && dueOn.isBefore(today);
        }

        /** Whether it is brought to somebody who cannot read it here. */
        public boolean onPaper() {
            return receiverId == null && status.open();
        }

        /** Whether the service has said if it takes the person. */
        public boolean answered() {
            return status.answered();
        }

        public boolean sentTo(Actor actor) {
            return actor.organisationId().equals(receiverId);
        }
    }

    record Made(
            Instant at,
            String move,
            String operatorName,
            String organisationName,
            @Nullable String note) {}

    record Receiver(UUID id, String name) {

        public UUID code() {
            return id;
        }
    }
}
