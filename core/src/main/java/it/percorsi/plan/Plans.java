package it.percorsi.plan;

import it.percorsi.access.Actor;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plans an actor may see. There is no way to ask for the others. */
public interface Plans {

    void save(Plan plan);

    /**
     * @throws it.percorsi.pathway.MoveRefused if the person was elsewhere at that time, or the
     *     budget was spent in the meantime
     */
    void save(Encounter encounter);

    Optional<Plan> visible(UUID id, Actor viewer);

    Optional<Objective> visibleObjective(UUID id, Actor viewer);

    Optional<PlanRow> row(UUID id, Actor viewer);

    /** The running plan of a case, or the latest. */
    Optional<UUID> ofCase(UUID caseFile, Actor viewer);

    /** The running plan of a person, or the latest. */
    Optional<UUID> ofPerson(UUID person, Actor viewer);

    List<ObjectiveRow> objectives(UUID plan, Actor viewer);

    List<CommitmentRow> commitments(UUID plan, Actor viewer);

    List<SupportRow> supports(UUID plan, Actor viewer);

    List<EncounterRow> encounters(UUID plan, Actor viewer);

    record PlanRow(
            UUID id,
            UUID personId,
            UUID caseFileId,
            String personName,
            String status,
            LocalDate drawnOn,
            int budgetMinutes,
            int deliveredMinutes,
            String personWords,
            @Nullable LocalDate reviewOn,
            int version) {

        public int remainingMinutes() {
            return budgetMinutes - deliveredMinutes;
        }

        /** Whole percent of the budget already given. */
        public int percent() {
            return deliveredMinutes * 100 / budgetMinutes;
        }
    }

    record ObjectiveRow(UUID id, String area, String text, String expectedResult, int version) {}

    record CommitmentRow(UUID objectiveId, String who, String text, @Nullable LocalDate dueOn) {}

    record SupportRow(
            UUID id,
            UUID objectiveId,
            String instrumentName,
            int minutes,
            int deliveredMinutes,
            String organisationName,
            String fundingName) {}

    record EncounterRow(
            LocalDate onDay,
            LocalTime starts,
            int minutes,
            String instrumentName,
            String operatorName,
            String topic) {}
}
