package it.percorsi.walk;

import static it.percorsi.walk.Act.act;

import it.percorsi.access.Role;
import it.percorsi.meeting.PlannedMeetingService;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is done with a meeting until its day. */
final class PlannedMeetingActs {

    private static final Set<Role> TEAM =
            Set.of(Role.SOCIAL_WORKER, Role.CPI_OPERATOR, Role.SPECIALIST, Role.PLACEMENT);
    private static final String WAITS =
            "held_at is null and closed_at is null and operator_id = :me";

    private final PlannedMeetingService meetings;

    PlannedMeetingActs(WalkWorld world) {
        meetings = world.bean(PlannedMeetingService.class);
    }

    List<Act> all() {
        return List.of(
                act("plan a meeting", TEAM, this::plan),
                act(
                        "look at a planned meeting",
                        TEAM,
                        h -> meetings.look(h.who, h.at, h.any("team_meeting", WAITS))),
                act(
                        "begin a planned meeting",
                        TEAM,
                        h -> meetings.begin(h.who, h.at, h.any("team_meeting", WAITS))),
                act(
                        "move a planned meeting",
                        TEAM,
                        h ->
                                meetings.move(
                                        h.who,
                                        h.at,
                                        h.any("team_meeting", WAITS),
                                        h.dayWithin(-1, 9))),
                act(
                        "call a planned meeting off",
                        TEAM,
                        h -> meetings.callOff(h.who, h.at, h.any("team_meeting", WAITS), h.why())));
    }

    private void plan(Hand h) {
        Set<UUID> cases =
                h.some("case_file", "status in ('IN_CARE', 'SUSPENDED') and " + Hand.OURS, "id");
        meetings.plan(
                h.who,
                h.at,
                h.dayWithin(-1, 9),
                cases.stream().sorted().limit(1 + h.upTo(3)).toList());
    }
}
