package it.percorsi.casefile;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The case files an actor may see. There is no way to ask for the others. */
public interface CaseFiles {

    void save(CaseFile file);

    /** Many at once, written and let go. */
    void saveAll(List<CaseFile> files);

    void save(Note note);

    Optional<CaseFile> visible(UUID id, Actor viewer);

    Optional<CaseRow> row(UUID id, Actor viewer);

    /** The open file of a person, or the latest closed one. */
    Optional<CaseRow> ofPerson(UUID person, Actor viewer);

    /** Files the viewer works on: their team's, or those their organisation leads. */
    List<CaseRow> worklist(Actor viewer);

    /** The panel's reason of the accepted referral a case can start from. */
    Optional<String> acceptedReferral(UUID person, Actor viewer);

    LooseEnds looseEnds(UUID person, Instant at);

    record CaseRow(
            UUID id,
            UUID personId,
            String personName,
            LocalDate bornOn,
            String status,
            String organisationName,
            Instant openedAt,
            @Nullable String caseManagerName,
            @Nullable String teamKind,
            @Nullable LocalDate suspendedUntil,
            @Nullable CaseOutcome outcome,
            @Nullable Boolean exitsAssistance) {

        public boolean ended() {
            return outcome != null;
        }

        public boolean toResume(LocalDate today) {
            return suspendedUntil != null && !suspendedUntil.isAfter(today);
        }
    }
}
