package it.percorsi.casefile;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import java.time.Instant;
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

    /** The open cases an operator answers for. */
    List<Row> of(UUID operator, Actor viewer);

    /** Cases of accepted referrals nobody answers for yet, the oldest decision first. */
    List<Waiting> waiting(Actor viewer);

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

    /** A case that waits for somebody. */
    record Waiting(UUID id, UUID personId, String personName, Instant decidedAt) {}
}
