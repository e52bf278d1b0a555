package it.percorsi.plan;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.network.Network;
import it.percorsi.network.Network.ReferenceRule;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Obstacles;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The hour ledger: hours foreseen, booked, given, missed and taken back. */
@Service
@Transactional
public class HourService {

    private final Hours hours;
    private final HourRules rules;
    private final Plans plans;
    private final Network network;
    private final AccessTrail trail;

    HourService(Hours hours, HourRules rules, Plans plans, Network network, AccessTrail trail) {
        this.hours = hours;
        this.rules = rules;
        this.plans = plans;
        this.network = network;
        this.trail = trail;
    }

    /** One line and who moved it. */
    public Sheet look(Actor by, Instant at, UUID id) {
        Encounter encounter = find(id, by);
        trail.looked(by, "encounter", encounter.personId(), Set.of(Section.LABOUR), at);
        return new Sheet(
                hours.line(id, by).orElseThrow(NotVisible::new),
                hours.together(encounter.groupId(), by),
                hours.signed(id, by),
                encounter.movesOpenTo(by),
                encounter.status() == HoursStatus.REPORTED
                        && encounter.original()
                        && PlanParty.worksOnPlans(by));
    }

    /** Hours of a support that have no time yet: they cost nothing until they are booked. */
    public void plan(
            Actor by,
            Instant at,
            UUID planId,
            UUID support,
            int minutes,
            int times,
            @Nullable String giver) {
        Plan plan = plan(planId, by);
        int free = hours.unplanned(support, planId, by);
        HourRules.obstacles(plan, by)
                .when(minutes * times > free, "hours.support-exceeded|" + HourRules.said(free))
                .refuse();
        for (int i = 0; i < times; i++) {
            hours.save(new Encounter(Ids.next(), plan, support, minutes, "", giver, by, at));
        }
        trail.changed(by, "FORESEE", "encounter", planId, List.of(plan.personId()), at);
    }

    /** An hour taken for a time to come. */
    public void book(Actor by, Instant at, UUID planId, Given given) {
        record(HoursMove.BOOK, by, at, planId, Ids.next(), given);
    }

    /** An hour that was given. */
    public void deliver(Actor by, Instant at, UUID planId, Given given) {
        record(HoursMove.DELIVER, by, at, planId, Ids.next(), given);
    }

    /**
     * @param move to book it, or to record that it was given
     * @param group the same for all who are there together
     */
    public void record(HoursMove move, Actor by, Instant at, UUID planId, UUID group, Given given) {
        Plan plan = plan(planId, by);
        Encounter encounter =
                new Encounter(
                        group,
                        plan,
                        given.support(),
                        given.minutes(),
                        given.topic(),
                        given.giver(),
                        by,
                        at);
        rules.obstacles(move, encounter, plan, given.when(), given.minutes(), by).refuse();
        if (move == HoursMove.BOOK) {
            encounter.book(given.when(), by, at);
        } else {
            encounter.deliver(given.when(), by, at);
        }
        hours.save(encounter);
        trail.changed(by, move.name(), "encounter", encounter.id(), List.of(plan.personId()), at);
    }

    /** Gives a time to an hour that was foreseen. */
    public UUID book(Actor by, Instant at, UUID id, LocalDateTime when) {
        Encounter encounter = find(id, by);
        Plan plan = plan(encounter.planId(), by);
        rules.obstacles(HoursMove.BOOK, encounter, plan, when, encounter.minutes(), by)
                .and(HourRules.obstacles(encounter, HoursMove.BOOK, by))
                .refuse();
        encounter.book(when, by, at);
        return changed(encounter, HoursMove.BOOK, by, at);
    }

    /** The person came: for how long, and what about. */
    public UUID deliver(Actor by, Instant at, UUID id, int minutes, String topic) {
        Encounter encounter = find(id, by);
        Plan plan = plan(encounter.planId(), by);
        rules.came(encounter, plan, minutes, by, at).refuse();
        encounter.deliver(minutes, topic, by, at);
        return changed(encounter, HoursMove.DELIVER, by, at);
    }

    /** The person did not come: what it costs is the rule's to say. */
    public UUID miss(Actor by, Instant at, UUID id, Absence kind, String why) {
        Encounter encounter = find(id, by);
        encounter.miss(kind, absenceRule(kind, at).number(), by, at, why);
        return changed(encounter, HoursMove.MISS, by, at);
    }

    public ReferenceRule absenceRule(Absence kind, Instant at) {
        return network.rule(
                kind == Absence.JUSTIFIED ? "hours.absence-justified" : "hours.absence-unjustified",
                Rome.day(at));
    }

    /**
     * @param move one of those that take a step back
     */
    public UUID undo(Actor by, Instant at, UUID id, HoursMove move) {
        Encounter encounter = find(id, by);
        if (move == HoursMove.REOPEN) {
            LocalDateTime when = encounter.when();
            new Obstacles()
                    .and(HourRules.obstacles(encounter, move, by))
                    .and(
                            when != null && encounter.counted() == 0
                                    ? rules.clashes(encounter, when, encounter.minutes())
                                    : List.of())
                    .and(
                            rules.overrun(
                                    plan(encounter.planId(), by),
                                    encounter.minutes() - encounter.counted(),
                                    by))
                    .refuse();
        }
        encounter.undo(move, by, at);
        return changed(encounter, move, by, at);
    }

    /** A reported hour stays as it is: what was wrong of it is a line of its own. */
    public UUID correct(Actor by, Instant at, UUID id, int difference, String why) {
        Encounter wrong = find(id, by);
        Plan plan = plan(wrong.planId(), by);
        new Obstacles()
                .when(
                        wrong.status() != HoursStatus.REPORTED || !wrong.original(),
                        "hours.not-reported")
                .when(!PlanParty.worksOnPlans(by), "move.not-yours.team")
                .when(hours.worth(id, by) + difference < 0, "hours.corrected-below")
                .and(rules.overrun(plan, difference, by))
                .and(rules.frozen(plan, Rome.time(at), by))
                .refuse();
        Encounter correction = wrong.correction(plan, difference, why, Rome.time(at), by, at);
        hours.save(correction);
        return changed(correction, HoursMove.DELIVER, by, at);
    }

    private UUID changed(Encounter encounter, HoursMove move, Actor by, Instant at) {
        hours.flush();
        trail.changed(
                by, move.name(), "encounter", encounter.id(), List.of(encounter.personId()), at);
        return encounter.planId();
    }

    private Plan plan(UUID id, Actor by) {
        return plans.visible(id, by).orElseThrow(NotVisible::new);
    }

    private Encounter find(UUID id, Actor by) {
        return hours.visible(id, by).orElseThrow(NotVisible::new);
    }

    /**
     * An hour as it is recorded.
     *
     * @param giver who gives it, where they have no account; null of who records it
     */
    public record Given(
            UUID support, LocalDateTime when, int minutes, String topic, @Nullable String giver) {}

    /**
     * @param together how many the viewer sees of those who have it together
     */
    public record Sheet(
            Hours.Line line,
            int together,
            List<Hours.Signed> signed,
            List<HoursMove> moves,
            boolean correctable) {

        public boolean offers(String move) {
            return moves.stream().anyMatch(m -> m.name().equals(move));
        }

        /** Whether it waits for a sheet to be signed. */
        public boolean signable() {
            return line.sheetId() == null
                    && (offers("REOPEN")
                            || offers("UNBOOK")
                            || line.correctsId() != null && line.status().equals("DELIVERED"));
        }

        /** The one that takes a step back, if any is open. */
        public @Nullable String undo() {
            return moves.stream()
                    .filter(m ->
                            m == HoursMove.REOPEN || m == HoursMove.UNBOOK || m == HoursMove.CANCEL)
                    .map(Enum::name)
                    .findFirst()
                    .orElse(null);
        }
    }
}
