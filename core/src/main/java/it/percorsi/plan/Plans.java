package it.percorsi.plan;

import it.percorsi.access.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plans an actor may see. There is no way to ask for the others. */
public interface Plans {

    void save(Plan plan);

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

    /**
     * @param explainedIn the name of the language
     * @param besideItalian the code of the language it was explained in, else of the person's own
     */
    record PlanRow(
            UUID id,
            UUID personId,
            UUID caseFileId,
            String personName,
            String status,
            LocalDate drawnOn,
            String personWords,
            @Nullable LocalDate reviewOn,
            int edition,
            @Nullable LocalDate explainedOn,
            @Nullable String explainedIn,
            @Nullable String explainedWith,
            String personLanguage,
            String besideItalian,
            int version) {}

    record ObjectiveRow(
            UUID id,
            UUID planId,
            String area,
            String text,
            String expectedResult,
            @Nullable Integer levelToday,
            @Nullable Integer levelWanted,
            int version) {}

    record CommitmentRow(
            UUID id,
            UUID objectiveId,
            String who,
            String text,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn) {}

    /**
     * @param agreed whether it was signed: hours are given on nothing else
     */
    record SupportRow(
            UUID id,
            UUID objectiveId,
            String instrumentName,
            int minutes,
            int deliveredMinutes,
            String organisationName,
            String fundingName,
            boolean agreed) {}
}
