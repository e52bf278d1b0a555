package it.percorsi.programme;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The enrolments an actor may see. */
public interface Enrolments {

    void save(Enrolment enrolment);

    Optional<Enrolment> visible(UUID id, Actor viewer);

    List<Row> ofPerson(UUID person, Actor viewer);

    /** Every time the rules were answered again for this person, the first time first. */
    List<Again> reassessments(UUID person, Actor viewer);

    /** The enrolment with which this person waits for a place of the programme. */
    Optional<Enrolment> waiting(UUID programme, UUID person, Actor viewer);

    /**
     * @param waitsSince the day they were put on the list by who enrols, or null
     * @param place in the whole list of the area, with whom the viewer does not see, of {@code
     *     waiting}; null where they do not wait
     */
    record Row(
            UUID id,
            String programmeCode,
            String programmeName,
            String organisationName,
            String status,
            LocalDate enrolledOn,
            String snapshot,
            @Nullable String reason,
            @Nullable String outOfTurn,
            UUID organisationId,
            @Nullable LocalDate waitsSince,
            @Nullable String waitsWhy,
            @Nullable Integer place,
            @Nullable Integer waiting) {

        public List<Finding> findings() {
            return Eligibility.findings(snapshot);
        }

        LocalDate firstJudgedOn() {
            return waitsSince == null ? enrolledOn : waitsSince;
        }

        public boolean active() {
            return status.equals(EnrolmentStatus.ACTIVE.name());
        }

        /** Whether the person waits for a place. */
        public boolean waits() {
            return status.equals(EnrolmentStatus.WAITLISTED.name());
        }

        /** Whether it goes on, and this body is the one that says how. */
        public boolean openAt(UUID organisation) {
            return (active() || waits()) && organisationId.equals(organisation);
        }
    }

    /** The rules answered again. */
    record Again(
            UUID enrolmentId,
            String move,
            Instant at,
            String operatorName,
            String organisationName,
            String snapshot,
            @Nullable String reason) {}
}
