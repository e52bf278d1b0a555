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

    /** The latest first. */
    List<Row> latest(Actor viewer);

    Optional<Row> row(UUID id, Actor viewer);

    /** Cases with a team the viewer belongs to or leads, first those longest not discussed. */
    List<Candidate> candidates(LocalDate today, Actor viewer);

    /** The cases of a meeting the viewer sees, in order. */
    List<Item> items(UUID meeting, Actor viewer);

    record Row(UUID id, Instant heldAt, String operatorName, @Nullable Instant closedAt) {}

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
