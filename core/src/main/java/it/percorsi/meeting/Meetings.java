package it.percorsi.meeting;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The meetings an actor leads or whose cases the actor sees. */
public interface Meetings {

    void save(TeamMeeting meeting, List<MeetingItem> items);

    Optional<TeamMeeting> visible(UUID id, Actor viewer);

    Optional<MeetingItem> visibleItem(UUID id, Actor viewer);

    /** A planned one begins, and who leads it is there. */
    void begin(TeamMeeting meeting);

    /** Those that are planned, the nearest day first. */
    List<Row> planned(Actor viewer);

    /** The latest first. */
    List<Row> latest(Actor viewer);

    Optional<Row> row(UUID id, Actor viewer);

    /** Cases with a team the viewer belongs to or leads, first those longest not discussed. */
    List<Candidate> candidates(LocalDate today, Actor viewer);

    /** The cases of a meeting the viewer sees, in order. */
    List<Item> items(UUID meeting, Actor viewer);

    /** Those of the teams of its cases, and who leads it; whoever was there is marked. */
    List<Attendant> attendants(UUID meeting, Actor viewer);

    /** Writes down who was there, among the {@link #attendants}. */
    void attend(UUID meeting, List<UUID> operators, Actor by);

    /** What was decided of the cases the viewer sees, as it was when the minutes were closed. */
    List<Decision> decisions(UUID meeting, Actor viewer);

    record Attendant(UUID operatorId, String name, String organisationName, boolean there) {

        public String called() {
            return name + ", " + organisationName;
        }
    }

    record Decision(UUID personId, String what, String ownerName, LocalDate dueOn) {}

    record Row(
            UUID id,
            @Nullable LocalDate plannedFor,
            @Nullable Instant heldAt,
            String operatorName,
            @Nullable Instant closedAt,
            @Nullable String calledOff,
            String others) {}

    /**
     * @param mine whether the viewer answers for it
     * @param late tasks about the person that are late
     */
    record Candidate(
            UUID caseFileId,
            UUID personId,
            String personName,
            @Nullable String managerName,
            boolean mine,
            int late,
            @Nullable Instant lastDiscussed) {}

    /** A case of a meeting. */
    record Item(
            UUID id,
            int place,
            UUID caseFileId,
            UUID personId,
            String personName,
            String status,
            @Nullable String managerName,
            @Nullable String teamKind,
            String words,
            @Nullable Instant discussedAt) {}
}
