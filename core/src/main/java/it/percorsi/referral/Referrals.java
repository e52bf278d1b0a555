package it.percorsi.referral;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.task.Ask;
import it.percorsi.task.TaskLine;
import it.percorsi.task.Tasks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The referrals and sittings an actor may see. There is no way to ask for the others. */
public interface Referrals {

    void save(Referral referral);

    void save(Sitting sitting);

    Optional<Referral> visible(UUID id, Actor viewer);

    Optional<ReferralRow> row(UUID id, Actor viewer);

    /**
     * Sends papers of the person with a referral.
     *
     * @return how many: fewer where one was withdrawn, or is not the actor's to send
     */
    int enclose(Referral referral, Set<UUID> papers, Actor by);

    /** What its panel reads before one that waits for a sitting. */
    Optional<Before> beforeIt(UUID referral, Actor viewer);

    List<ReferralRow> ofPerson(UUID person, Actor viewer);

    List<StepRow> steps(UUID subject, Actor viewer);

    /** Every panel a referral can be sent to. */
    List<PanelRow> panels();

    Optional<Panel> panel(UUID id);

    Optional<Sitting> visibleSitting(UUID id, Actor viewer);

    List<SittingRow> sittings(Actor viewer);

    Optional<SittingRow> sittingRow(UUID id, Actor viewer);

    /** Who is a member the day it is held. */
    List<MemberRow> members(UUID sitting, Actor viewer);

    /** The most urgent first. */
    List<ReferralRow> agendaOf(UUID sitting, Actor viewer);

    /** The number the panel's next minutes will carry. */
    int nextMinutesNumber(UUID panel);

    /** Copies what was decided into the minutes, in the order of the agenda. */
    void writeMinutes(UUID sitting, Actor by);

    List<MinuteRow> minutes(UUID sitting, Actor viewer);

    /** What the decisions of a sitting ask, and whom: nobody where nobody can see the person. */
    List<Asked> asked(UUID sitting, Actor secretary);

    /**
     * @param operatorId null for the body as a whole
     * @param words what the panel wrote about it, or null
     */
    record Asked(
            UUID referralId,
            UUID personId,
            Ask ask,
            UUID organisationId,
            @Nullable UUID operatorId,
            @Nullable String words) {

        private static final int LONGEST = 500;

        Tasks.Decided decided(LocalDate due) {
            String what =
                    switch (ask) {
                        case CARE ->
                                "Prendere in carico: la commissione ha accolto la segnalazione";
                        case RETURN -> "Portare alla commissione quello che manca: " + words;
                        case CONDITIONS -> "Rispettare le condizioni della decisione: " + words;
                    };
            return new Tasks.Decided(
                    referralId,
                    personId,
                    ask,
                    new TaskLine(
                            new Tasks.Assignee(operatorId, null, organisationId, ""),
                            what.substring(0, Math.min(what.length(), LONGEST)),
                            due));
        }
    }

    record MinuteRow(
            int ordinal,
            UUID personId,
            String person,
            String decision,
            String reason,
            @Nullable String conditions,
            @Nullable Integer hours,
            @Nullable String referent,
            @Nullable String fund,
            @Nullable Integer inFavour,
            @Nullable Integer against,
            @Nullable Integer abstained,
            List<String> apart) {}

    record ReferralRow(
            UUID id,
            UUID personId,
            @Nullable String personName,
            @Nullable LocalDate bornOn,
            String panelName,
            String organisationName,
            String referrerName,
            List<String> needs,
            String reason,
            String legalBasis,
            String status,
            @Nullable Instant submittedAt,
            @Nullable LocalDate answerBy,
            @Nullable UUID sittingId,
            @Nullable Instant sittingAt,
            @Nullable Instant decidedAt,
            @Nullable String decisionReason,
            @Nullable String conditions,
            UUID organisationId,
            @Nullable Instant pausedAt,
            @Nullable UUID followedById,
            @Nullable Integer decidedHours,
            @Nullable String referent,
            @Nullable String fundName,
            @Nullable Instant toldAt,
            @Nullable Instant acknowledgedAt,
            @Nullable String urgentWhy,
            @Nullable Integer agendaPlace) {

        /** Whether the panel has still to decide it in the sitting it is before. */
        public boolean onTheAgenda() {
            return status.equals(ReferralStatus.SCHEDULED.name());
        }

        public boolean expired() {
            return status.equals(ReferralStatus.EXPIRED.name());
        }

        /** Whether the body that sent it has still to read what was decided. */
        public boolean unreadBy(UUID organisation) {
            return toldAt != null && acknowledgedAt == null && organisationId.equals(organisation);
        }

        /** Whether the viewer may print for the person what was decided. */
        public boolean printableBy(Actor viewer) {
            return toldAt != null
                    && decidedAt != null
                    && ReferralStatus.valueOf(status).decided()
                    && viewer.actsAs(Role.SOCIAL_WORKER)
                    && viewer.organisationId().equals(organisationId);
        }

        /** Who must act next; null where nobody must. */
        public @Nullable String owner() {
            return ReferralStatus.valueOf(status).owner();
        }

        /** Whether it was decided, and nothing became of it since. */
        public boolean decidedHere() {
            return ReferralStatus.valueOf(status).decided();
        }

        /** Whether a clock runs. */
        public boolean running() {
            return decidedAt == null && owner() != null && pausedAt == null;
        }

        /** Whole days left to answer on a day; negative once late. */
        public @Nullable Long daysLeft(LocalDate today) {
            return answerBy == null ? null : answerBy.toEpochDay() - today.toEpochDay();
        }
    }

    record StepRow(
            String move,
            String status,
            Instant at,
            String operatorName,
            String organisationName,
            @Nullable String note) {

        /** Whether the decision before it was a mistake. */
        public boolean takesBack() {
            return move.equals(ReferralMove.TAKE_BACK.name());
        }

        /** Whether a panel decided with it. */
        public boolean decides() {
            return ReferralMove.valueOf(move).decides();
        }
    }

    record PanelRow(UUID id, String name) {}

    /**
     * @param ahead how many
     * @param meets the next sitting, if one is planned
     */
    record Before(int ahead, @Nullable Instant meets) {}

    record SittingRow(
            UUID id,
            String panelName,
            Instant plannedFor,
            String place,
            String status,
            @Nullable Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable Integer minutesNumber,
            @Nullable String calledOff,
            int quorum,
            int referrals,
            UUID panelId,
            boolean votes) {

        public boolean planned() {
            return status.equals(SittingStatus.PLANNED.name());
        }

        public boolean open() {
            return status.equals(SittingStatus.OPEN.name());
        }
    }

    /**
     * @param mine whether it is the viewer
     * @param present whether they were there, from the beginning if no hour is written
     * @param arrivedAt when they came late
     * @param leftAt when they left before the end
     * @param away from when to when they had left for a while, in words; null if never
     */
    record MemberRow(
            UUID id,
            String name,
            String body,
            String seat,
            boolean present,
            boolean mine,
            @Nullable Instant arrivedAt,
            @Nullable Instant leftAt,
            @Nullable String away) {

        public boolean there() {
            return present && leftAt == null;
        }
    }
}
