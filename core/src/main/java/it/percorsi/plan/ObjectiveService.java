package it.percorsi.plan;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.casefile.Teams;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import it.percorsi.pathway.StaleVersion;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One objective of a plan: several people write each their own at the same time. What it says, who
 * promised what and what is given change only while the plan is being written.
 */
@Service
@Transactional
public class ObjectiveService {

    private final Plans plans;
    private final PlanSigningService signing;
    private final AccessTrail trail;

    ObjectiveService(Plans plans, PlanSigningService signing, AccessTrail trail) {
        this.plans = plans;
        this.signing = signing;
        this.trail = trail;
    }

    public Sheet look(Actor by, Instant at, UUID id) {
        Objective objective = find(id, by);
        trail.looked(by, "objective", objective.personId(), Set.of(Section.LABOUR), at);
        Plan plan = plan(objective, by);
        return new Sheet(
                objective.row(),
                plans.commitments(plan.id(), by).stream()
                        .filter(commitment -> commitment.objectiveId().equals(id))
                        .toList(),
                plans.supports(plan.id(), by).stream()
                        .filter(support -> support.objectiveId().equals(id))
                        .toList(),
                signing.team(by, plan.id()),
                plan.amendableBy(by) && objective.current());
    }

    /** Those who can promise something towards it. */
    public List<Teams.Row> team(Actor by, UUID id) {
        return signing.team(by, find(id, by).planId());
    }

    /**
     * @return the plan it belongs to
     * @throws StaleVersion with what stands now, if somebody else came first
     */
    public UUID reword(
            Actor by,
            Instant at,
            UUID id,
            int version,
            String text,
            String expectedResult,
            Levels levels) {
        return change(
                by,
                at,
                id,
                "REWORD",
                (plan, objective) -> objective.reword(text, expectedResult, levels, version));
    }

    public void commit(Actor by, Instant at, UUID id, Commitment.Terms terms) {
        change(
                by,
                at,
                id,
                "COMMIT",
                (plan, objective) -> {
                    signing.mayPromise(by, plan, terms.who());
                    objective.commit(terms);
                });
    }

    public void support(Actor by, Instant at, UUID id, Support.Terms terms) {
        change(by, at, id, "SUPPORT", (plan, objective) -> plan.support(objective, terms));
    }

    /** Takes the whole objective out, with what was promised and given for it. */
    public UUID leaveOut(Actor by, Instant at, UUID id) {
        return change(by, at, id, "TAKE_OUT", Plan::leaveOut);
    }

    public void leaveOutCommitment(Actor by, Instant at, UUID id, UUID commitment) {
        change(
                by,
                at,
                id,
                "TAKE_OUT",
                (plan, objective) -> objective.commitment(commitment).leaveOut(plan.edition()));
    }

    public void leaveOutSupport(Actor by, Instant at, UUID id, UUID support) {
        change(
                by,
                at,
                id,
                "TAKE_OUT",
                (plan, objective) -> plan.support(objective, support).leaveOut(plan.edition()));
    }

    /** A promise was kept: said while what was signed holds. */
    public UUID keep(Actor by, Instant at, UUID id, UUID commitment) {
        Objective objective = find(id, by);
        if (!plan(objective, by).acceptsHoursFrom(by)) {
            throw new MoveRefused(List.of("plan.not-active"));
        }
        objective.commitment(commitment).done(Rome.day(at));
        trail.changed(by, "FULFIL", "objective", id, List.of(objective.personId()), at);
        return objective.planId();
    }

    private UUID change(
            Actor by, Instant at, UUID id, String word, BiConsumer<Plan, Objective> change) {
        Objective objective = find(id, by);
        Plan plan = plan(objective, by);
        if (!plan.amendableBy(by) || !objective.current()) {
            throw new MoveRefused(List.of("plan.not-amendable"));
        }
        change.accept(plan, objective);
        trail.changed(by, word, "objective", id, List.of(objective.personId()), at);
        return plan.id();
    }

    private Objective find(UUID id, Actor by) {
        return plans.visibleObjective(id, by).orElseThrow(NotVisible::new);
    }

    private Plan plan(Objective objective, Actor by) {
        return plans.visible(objective.planId(), by).orElseThrow(NotVisible::new);
    }

    /** An objective as its page shows it. */
    public record Sheet(
            Plans.ObjectiveRow objective,
            List<Plans.CommitmentRow> commitments,
            List<Plans.SupportRow> supports,
            List<Teams.Row> team,
            boolean amendable) {}
}
