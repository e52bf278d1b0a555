package it.percorsi.casefile;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.pathway.Mark;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who answers for how much, in the viewer's body. */
public interface Caseloads {

    /** The roles that follow cases. */
    Set<Role> FOLLOWING = EnumSet.of(Role.SOCIAL_WORKER, Role.CPI_OPERATOR, Role.SPECIALIST);

    /** The whole body first, then each operator who follows cases, or may. */
    List<Load> loads(LocalDate today, Actor viewer);

    /**
     * The open cases an operator answers for.
     *
     * @param after the last case of the page before, or null
     */
    List<Row> of(UUID operator, @Nullable UUID after, Actor viewer, int most);

    /**
     * Cases entrusted to the body that nobody answers for, those that wait longest first.
     *
     * @param after where the page before ended, or null
     */
    List<Waiting> waiting(@Nullable Mark after, Actor viewer, int most);

    /** Whether somebody works, or worked, in the viewer's body. */
    boolean knows(UUID operator, Actor viewer);

    /**
     * @param operatorId null for the whole body
     * @param toResume suspended until a day that has come
     * @param teams cases they follow in a team and do not answer for
     * @param tasks about people, still open
     */
    record Load(
            @Nullable UUID operatorId,
            @Nullable String name,
            int inCare,
            int suspended,
            int toResume,
            int teams,
            int tasks,
            int late) {}

    /**
     * @param tasks what the operator still has to do about the person
     */
    record Row(UUID id, UUID personId, String personName, CaseFileStatus status, int tasks) {}

    /** Why nobody answers for a case. */
    enum How {
        PANEL,
        TRANSFER,
        DIRECT,
        REOPENED,
        GONE
    }

    /**
     * A case that waits for somebody.
     *
     * @param goneId who answered for it and is gone, or null
     * @param dueOn by when somebody should, where a rule says so
     */
    record Waiting(
            UUID id,
            UUID personId,
            String personName,
            How how,
            @Nullable UUID goneId,
            LocalDate since,
            @Nullable LocalDate dueOn) {

        public Mark mark() {
            return new Mark(since, id);
        }

        public boolean isLate(LocalDate today) {
            return dueOn != null && dueOn.isBefore(today);
        }
    }
}
