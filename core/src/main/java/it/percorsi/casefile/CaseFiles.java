package it.percorsi.casefile;

import it.percorsi.access.Actor;
import it.percorsi.access.Operators;
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

    void save(FollowUp heard);

    Optional<CaseFile> visible(UUID id, Actor viewer);

    Optional<CaseRow> row(UUID id, Actor viewer);

    /** The open file of a person, or the latest closed one. */
    Optional<CaseRow> ofPerson(UUID person, Actor viewer);

    /** The accepted referral a case can start from. */
    Optional<Accepted> acceptedReferral(UUID person, Actor viewer);

    /** When a closed file was closed, and when to hear how the person is. */
    Optional<After> after(UUID id, Actor viewer);

    /**
     * What was heard since it was closed, the latest first: read by the body that keeps the file.
     */
    List<Heard> heard(UUID id, Actor viewer);

    LooseEnds looseEnds(UUID person, Instant at);

    /**
     * What a panel decided.
     *
     * @param referent who is to follow the case, as it was written, or null
     */
    record Accepted(String reason, @Nullable String conditions, @Nullable String referent) {

        /** Whether they are who was named, as far as a written name says. */
        public boolean names(Operators.Colleague colleague) {
            return referent != null && colleague.name().equalsIgnoreCase(referent.strip());
        }
    }

    record After(LocalDate closedOn, @Nullable LocalDate followUpOn) {

        public boolean isLate(LocalDate today) {
            return followUpOn != null && followUpOn.isBefore(today);
        }
    }

    /**
     * @param assisted null where nobody knows
     */
    record Heard(
            LocalDate heardOn,
            FollowUp.Situation situation,
            @Nullable Boolean assisted,
            String operatorName,
            String organisationName) {}

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
