package it.percorsi.reminder;

import static it.percorsi.access.Role.CPI_OPERATOR;
import static it.percorsi.access.Role.DESK;
import static it.percorsi.access.Role.PANEL_SECRETARY;
import static it.percorsi.access.Role.PLACEMENT;
import static it.percorsi.access.Role.SOCIAL_WORKER;
import static it.percorsi.access.Role.SPECIALIST;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.pathway.Mark;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps that are waited for. A step that is made is no longer among them. */
public interface OpenSteps {

    /**
     * Those for the viewer's role and body that are the viewer's, nobody's in particular, or a
     * colleague's who is long late; the nearest day first.
     *
     * @param until the last day that is shown
     * @param late the steps of colleagues from before this day are everybody's
     * @param after where the page before ended, or null
     */
    List<Row> waiting(
            LocalDate until, LocalDate late, @Nullable Mark after, Actor viewer, int most);

    /** How many of them, and how many whose day is past. */
    Count count(LocalDate until, LocalDate late, LocalDate today, Actor viewer);

    /** The same numbers kind by kind, the nearest day first. */
    List<Tally> tally(
            LocalDate until, LocalDate late, LocalDate today, LocalDate soon, Actor viewer);

    /**
     * Of the people in the programmes the viewer coordinates, whoever has to make them. A programme
     * where nothing waits is one row without a kind.
     */
    List<Sum> ofProgrammes(LocalDate today, Actor viewer);

    /** What is waited for, and from those of which roles. */
    enum Kind {
        /** A panel's answer to a referral. */
        ANSWER(PANEL_SECRETARY),
        /** The sitting a case is brought before, and which decides it. */
        SITTING(PANEL_SECRETARY),
        /** Whoever waits for a place is looked at again. */
        WAITLISTED(PANEL_SECRETARY),
        /** The answer to what a panel asked. */
        QUESTION(SOCIAL_WORKER),
        /** What a panel decided, which whoever sent the case has not read. */
        READ(SOCIAL_WORKER),
        /** The answer to what a service asked of whoever sent it somebody. */
        ASKED(DESK, SOCIAL_WORKER),
        /** How a direct referral ended. */
        OUTCOME(DESK, SOCIAL_WORKER),
        /** The answer to whoever sent somebody here. */
        RECEIVED(DESK, SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST),
        /** What became of somebody who was sent here and taken, or waits for a place. */
        UNDERWAY(DESK, SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST),
        TASK(DESK, SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, PLACEMENT),
        /** The answer of whoever is invited to a team; theirs alone. */
        INVITATION(SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, PLACEMENT),
        /** An invitation long without an answer: whoever leads the case may ask somebody else. */
        UNANSWERED(SOCIAL_WORKER),
        /** The answer of a body asked to lead a case. */
        TRANSFER(SOCIAL_WORKER),
        /** The day on which a suspended case is looked at again. */
        RESUME(SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST),
        /** Somebody entrusted to the body, and nobody answers for them. */
        UNFOLLOWED(SOCIAL_WORKER),
        /** Hearing how a person is, after their case was closed. */
        FOLLOW_UP(DESK, SOCIAL_WORKER),
        /** The review of a plan. */
        REVIEW(SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST),
        /** How an hour went that was booked. */
        HOUR(SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST),
        /** A team meeting to begin on its day; of who leads it alone. */
        MEETING(SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST, PLACEMENT),
        /** A sheet of signatures that was printed and is not closed. */
        SHEET(SOCIAL_WORKER, CPI_OPERATOR, SPECIALIST),
        PROCEDURE(DESK, SOCIAL_WORKER, SPECIALIST);

        private final Set<Role> roles;

        Kind(Role... roles) {
            this.roles = Set.of(roles);
        }

        public static List<Kind> of(Role role) {
            return Arrays.stream(values()).filter(kind -> kind.roles.contains(role)).toList();
        }
    }

    /**
     * @param id of what the step belongs to
     * @param personId null where nobody is named: a sheet is of many, and of an invitation one
     *     learns the person by accepting
     * @param ownerName null where it is the whole body's
     * @param about which task or sheet; null for the other kinds
     */
    record Row(
            Kind kind,
            UUID id,
            @Nullable UUID personId,
            @Nullable String personName,
            @Nullable UUID ownerId,
            @Nullable String ownerName,
            LocalDate dueOn,
            @Nullable String about) {

        public Mark mark() {
            return new Mark(dueOn, id);
        }

        public boolean isLate(LocalDate today) {
            return dueOn.isBefore(today);
        }

        /** Whether it came to the viewer because a colleague did not do it. */
        public boolean passedOnTo(UUID viewer) {
            return ownerId != null && !ownerId.equals(viewer);
        }
    }

    record Count(int open, int late) {}

    /**
     * @param soon how many of them are late or near enough to be told of
     */
    record Tally(Kind kind, int open, int late, int soon) {}

    /**
     * @param oldest the day of the step that waits longest
     */
    record Sum(
            String programmeCode,
            String programmeName,
            @Nullable Kind kind,
            int open,
            int late,
            @Nullable LocalDate oldest) {}
}
