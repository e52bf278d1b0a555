package it.percorsi.plan;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.pathway.MoveRefused;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of hours several people have together: who came, who did not, and another day for
 * all of them. What cannot be done for one is done for nobody, and said of each.
 */
@Service
@Transactional
public class TogetherService {

    /** Whether somebody came is said of each, and confirmed on a sheet that was signed. */
    private static final Set<HoursMove> AT_ONCE =
            EnumSet.of(HoursMove.BOOK, HoursMove.UNBOOK, HoursMove.CANCEL);

    private final Groups groups;
    private final HourService hours;
    private final HourRules rules;
    private final Plans plans;
    private final AccessTrail trail;

    TogetherService(
            Groups groups, HourService hours, HourRules rules, Plans plans, AccessTrail trail) {
        this.groups = groups;
        this.hours = hours;
        this.rules = rules;
        this.plans = plans;
        this.trail = trail;
    }

    public Together look(Actor by, Instant at, UUID group) {
        Set<HoursMove> open = EnumSet.noneOf(HoursMove.class);
        groups.members(group, by).forEach(each -> open.addAll(each.movesOpenTo(by)));
        List<Hours.Line> lines = groups.lines(group, by);
        trail.listed(by, "group-encounter", lines.stream().map(Hours.Line::personId).toList(), at);
        return new Together(group, lines, open);
    }

    /**
     * Says what became of those who were expected.
     *
     * @param told of each line; whoever is not among them waits
     * @return what stands in the way of each, by line; empty when it was done
     */
    public Map<UUID, List<String>> tell(
            Actor by, Instant at, UUID group, int minutes, String topic, Map<UUID, Told> told) {
        Map<UUID, List<String>> refused =
                each(
                        group,
                        by,
                        told.keySet(),
                        line ->
                                told(told, line).absence() == null
                                        ? rules.came(line, plan(line, by), minutes, by, at).keys()
                                        : HourRules.obstacles(line, HoursMove.MISS, by));
        if (refused.isEmpty()) {
            told.forEach((line, said) -> {
                if (said.absence() == null) {
                    hours.deliver(by, at, line, minutes, topic);
                } else {
                    hours.miss(by, at, line, said.absence(), said.why());
                }
            });
        }
        return refused;
    }

    /**
     * Gives the whole group another day, or takes it away, or the hours themselves.
     *
     * @param move one of those said of all at once
     * @param when for {@code BOOK}
     */
    public Map<UUID, List<String>> moveAll(
            Actor by, Instant at, UUID group, HoursMove move, @Nullable LocalDateTime when) {
        Set<UUID> moving = new LinkedHashSet<>();
        for (Encounter line : groups.members(group, by)) {
            if (AT_ONCE.contains(move) && line.movesOpenTo(by).contains(move)) {
                moving.add(line.id());
            }
        }
        if (moving.isEmpty()) {
            throw new MoveRefused(List.of("hours.group-closed"));
        }
        Map<UUID, List<String>> refused =
                when == null
                        ? Map.of()
                        : each(
                                group,
                                by,
                                moving,
                                line ->
                                        rules.obstacles(
                                                        move,
                                                        line,
                                                        plan(line, by),
                                                        when,
                                                        line.minutes(),
                                                        by)
                                                .keys());
        if (refused.isEmpty()) {
            for (UUID line : moving) {
                if (when == null) {
                    hours.undo(by, at, line, move);
                } else {
                    hours.book(by, at, line, when);
                }
            }
        }
        return refused;
    }

    private Map<UUID, List<String>> each(
            UUID group, Actor by, Set<UUID> chosen, Function<Encounter, List<String>> obstacles) {
        Map<UUID, List<String>> refused = new LinkedHashMap<>();
        int found = 0;
        for (Encounter line : groups.members(group, by)) {
            if (chosen.contains(line.id())) {
                GroupService.note(refused, line.id(), obstacles.apply(line));
                found++;
            }
        }
        if (found < chosen.size()) {
            throw new NotVisible();
        }
        return refused;
    }

    private static Told told(Map<UUID, Told> told, Encounter line) {
        return Objects.requireNonNull(told.get(line.id()));
    }

    private Plan plan(Encounter line, Actor by) {
        return plans.visible(line.planId(), by).orElseThrow(NotVisible::new);
    }

    /**
     * @param absence null of whoever came
     * @param why of an absence
     */
    public record Told(@Nullable Absence absence, String why) {}

    /**
     * @param open what can be done with one of them at least
     */
    public record Together(UUID id, List<Hours.Line> lines, Set<HoursMove> open) {

        public boolean offers(String move) {
            return open.contains(HoursMove.valueOf(move));
        }

        /** Those of whom it is still to be said whether they came. */
        public List<Hours.Line> expected() {
            return lines.stream()
                    .filter(line -> line.status().equals(HoursStatus.BOOKED.name()))
                    .toList();
        }
    }
}
