package it.percorsi.plan;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hours for several people together: booked or recorded at once, each with their own share. What
 * cannot be done for one is done for nobody, and said of each.
 */
@Service
@Transactional
public class GroupService {

    private final Groups groups;
    private final HourService hours;
    private final HourRules rules;
    private final Plans plans;
    private final AccessTrail trail;

    GroupService(
            Groups groups, HourService hours, HourRules rules, Plans plans, AccessTrail trail) {
        this.groups = groups;
        this.hours = hours;
        this.rules = rules;
        this.plans = plans;
        this.trail = trail;
    }

    /** Whom an encounter may be booked or recorded for. */
    public List<Groups.Candidate> candidates(
            Actor by, Instant at, String instrument, @Nullable String programme) {
        List<Groups.Candidate> candidates = groups.candidates(instrument, programme, by);
        trail.listed(
                by,
                "group-encounter",
                candidates.stream().map(Groups.Candidate::personId).toList(),
                at);
        return candidates;
    }

    /** What the actor booked and did not say yet what became of it: times, without anybody. */
    public List<Groups.Expected> expected(Actor by) {
        return groups.expected(by);
    }

    /**
     * Books an encounter with everybody chosen, or records it.
     *
     * @return what stands in the way of each, by support; empty when it was done
     */
    public Map<UUID, List<String>> record(
            HoursMove move, Actor by, Instant at, Set<UUID> supports, HourService.Given given) {
        return record(move, by, at, Ids.next(), supports, given);
    }

    private Map<UUID, List<String>> record(
            HoursMove move,
            Actor by,
            Instant at,
            UUID group,
            Set<UUID> supports,
            HourService.Given given) {
        List<Groups.Share> shares = groups.shares(supports, by);
        if (shares.size() < supports.size()) {
            throw new NotVisible();
        }
        Map<UUID, List<String>> refused = new LinkedHashMap<>();
        for (Groups.Share share : shares) {
            Plan plan = plans.visible(share.plan(), by).orElseThrow(NotVisible::new);
            Encounter encounter =
                    new Encounter(
                            group,
                            plan,
                            share.support(),
                            given.minutes(),
                            given.topic(),
                            given.giver(),
                            by,
                            at);
            note(
                    refused,
                    share.support(),
                    rules.obstacles(move, encounter, plan, given.when(), given.minutes(), by)
                            .keys());
        }
        if (refused.isEmpty()) {
            shares.forEach(share ->
                    hours.record(
                            move,
                            by,
                            at,
                            share.plan(),
                            group,
                            new HourService.Given(
                                    share.support(),
                                    given.when(),
                                    given.minutes(),
                                    given.topic(),
                                    given.giver())));
        }
        return refused;
    }

    /**
     * More people for an encounter that has its time: booked as long as the others are, or else
     * recorded.
     *
     * @throws MoveRefused if it is not the actor's, or none of it is booked or given any more
     */
    public Map<UUID, List<String>> add(Actor by, Instant at, UUID group, Set<UUID> supports) {
        Encounter like =
                groups.members(group, by).stream()
                        .filter(each -> each.operatorId().equals(by.operatorId()))
                        .filter(each ->
                                each.status() == HoursStatus.BOOKED
                                        || each.status() == HoursStatus.DELIVERED)
                        .min(Comparator.comparing(Encounter::status))
                        .orElseThrow(() -> new MoveRefused(List.of("hours.group-closed")));
        HoursMove move = like.status() == HoursStatus.BOOKED ? HoursMove.BOOK : HoursMove.DELIVER;
        return record(move, by, at, group, supports, like.given());
    }

    static void note(Map<UUID, List<String>> refused, UUID whose, List<String> obstacles) {
        if (!obstacles.isEmpty()) {
            refused.put(whose, obstacles);
        }
    }
}
