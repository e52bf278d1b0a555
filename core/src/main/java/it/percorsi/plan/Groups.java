package it.percorsi.plan;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has an hour together, and who could. */
public interface Groups {

    /** Those of a group the viewer may see. */
    List<Hours.Line> lines(UUID group, Actor viewer);

    List<Encounter> encounters(UUID group, Actor viewer);

    /** The same, of a group that is there for the viewer. */
    default List<Encounter> members(UUID group, Actor viewer) {
        List<Encounter> members = encounters(group, viewer);
        if (members.isEmpty()) {
            throw new NotVisible();
        }
        return members;
    }

    /** What the viewer booked and did not say yet what became of it, the earliest first. */
    List<Expected> expected(Actor viewer);

    /** The people who have a plan that runs with that instrument, by name. */
    List<Candidate> candidates(String instrument, @Nullable String programme, Actor viewer);

    /** Of those supports, the plans: an outsider's is not among them. */
    List<Share> shares(Set<UUID> supports, Actor viewer);

    /**
     * @param lineId of one of them
     */
    record Expected(
            UUID groupId,
            UUID lineId,
            LocalDate onDay,
            LocalTime starts,
            int minutes,
            int people,
            String instruments) {}

    record Candidate(
            UUID supportId, UUID personId, String personName, String fundingName, int left) {}

    /** One of a group: whose plan, and what of it pays. */
    record Share(UUID plan, UUID support) {}
}
