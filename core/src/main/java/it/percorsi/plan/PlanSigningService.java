package it.percorsi.plan;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.casefile.MemberStatus;
import it.percorsi.casefile.Teams;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.plan.PlanEditions.Edition;
import it.percorsi.plan.PlanEditions.LevelRow;
import it.percorsi.plan.PlanEditions.Review;
import it.percorsi.plan.PlanEditions.ReviewOutcome;
import it.percorsi.plan.PlanEditions.ReviewRow;
import it.percorsi.plan.PlanEditions.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Explaining a plan, signing it, looking at it again and writing it anew. */
@Service
@Transactional
public class PlanSigningService {

    private final Plans plans;
    private final PlanEditions editions;
    private final Teams teams;
    private final AccessTrail trail;

    PlanSigningService(Plans plans, PlanEditions editions, Teams teams, AccessTrail trail) {
        this.plans = plans;
        this.editions = editions;
        this.teams = teams;
        this.trail = trail;
    }

    public void propose(
            Actor by,
            Instant at,
            UUID id,
            LocalDate on,
            String language,
            @Nullable String mediator) {
        Plan plan = find(id, by);
        plan.propose(on, language, mediator, by, at);
        trail.changed(by, "PROPOSE", "plan", id, List.of(plan.personId()), at);
    }

    /** What was explained becomes the edition that holds. */
    public void sign(Actor by, Instant at, UUID id, Signature signature) {
        Plan plan = find(id, by);
        editions.keep(plan, plan.sign(by, at), signature, by, at);
        trail.changed(by, "SIGN", "plan", id, List.of(plan.personId()), at);
    }

    public void revise(Actor by, Instant at, UUID id) {
        Plan plan = find(id, by);
        plan.revise(by, at);
        trail.changed(by, "REVISE", "plan", id, List.of(plan.personId()), at);
    }

    /**
     * A look at how the plan goes. Where it has to change it is opened for writing at once.
     *
     * @throws MoveRefused if nothing of it was signed yet
     */
    public void review(Actor by, Instant at, UUID id, Review review) {
        Plan plan = find(id, by);
        if (!plan.acceptsHoursFrom(by)) {
            throw new MoveRefused(List.of("plan.not-reviewable"));
        }
        if (!aims(by, id).containsAll(review.reached().keySet())) {
            throw new NotVisible();
        }
        editions.save(plan, review, by, at);
        plan.reviewBy(review.next());
        if (review.outcome() == ReviewOutcome.TO_REVISE && plan.status() == PlanStatus.ACTIVE) {
            plan.revise(by, at);
        }
        trail.changed(by, "VERIFY", "plan", id, List.of(plan.personId()), at);
    }

    /** The objectives a review may say something of. */
    public List<UUID> aims(Actor by, UUID id) {
        return plans.objectives(id, by).stream().map(Plans.ObjectiveRow::id).toList();
    }

    /** Those of the team of a plan's case who can promise something. */
    public List<Teams.Row> team(Actor by, UUID id) {
        return joined(by, find(id, by).caseFileId());
    }

    /**
     * @throws MoveRefused if they are not of the team
     */
    void mayPromise(Actor by, Plan plan, Promiser who) {
        UUID member = who.member();
        if (member != null
                && joined(by, plan.caseFileId()).stream()
                        .noneMatch(row -> row.id().equals(member))) {
            throw new MoveRefused(List.of("commitment.not-in-team"));
        }
    }

    private List<Teams.Row> joined(Actor by, UUID caseFile) {
        return teams.of(caseFile, by).stream()
                .filter(row -> row.status() == MemberStatus.JOINED)
                .toList();
    }

    /** What was signed and how it was seen to go, and who would sign next. */
    public Past past(Actor by, Plans.PlanRow plan) {
        List<Teams.Row> team = joined(by, plan.caseFileId());
        return new Past(
                editions.of(plan.id(), by),
                editions.reviews(plan.id(), by),
                editions.levels(plan.id(), by),
                team,
                signers(plan, team));
    }

    /** The person first, then the team. */
    private static List<String> signers(Plans.PlanRow plan, List<Teams.Row> team) {
        return Stream.concat(
                        Stream.of(plan.personName()),
                        team.stream().map(row -> row.name() + ", " + row.organisationName()))
                .toList();
    }

    /** The sheet of a plan as it stands, to be signed. */
    public Paper paper(Actor by, Instant at, UUID id) {
        Plans.PlanRow plan = printed(by, at, id);
        PlanContent content = editions.content(id, by).orElseThrow(NotVisible::new);
        return new Paper(plan, content, null, signers(plan, joined(by, plan.caseFileId())), false);
    }

    /** An edition, as it was signed. */
    public Paper edition(Actor by, Instant at, UUID id, int number) {
        Plans.PlanRow plan = printed(by, at, id);
        Edition signed =
                editions.of(id, by).stream()
                        .filter(edition -> edition.number() == number)
                        .findFirst()
                        .orElseThrow(NotVisible::new);
        PlanContent content = editions.signed(id, number, by).orElseThrow(NotVisible::new);
        return new Paper(
                plan,
                content,
                signed,
                signed.names(),
                signed.takesScan() && PlanParty.worksOnPlans(by));
    }

    /** An edition as a file: each time leaves its row. */
    public Paper download(Actor by, Instant at, UUID id, int number) {
        Paper paper = edition(by, at, id, number);
        trail.changed(by, "DOWNLOAD", "plan-paper", id, List.of(paper.plan().personId()), at);
        return paper;
    }

    /**
     * What changed between an edition and a later one.
     *
     * @param to null for what the plan says now
     */
    public Comparison compare(Actor by, Instant at, UUID id, int from, @Nullable Integer to) {
        Plans.PlanRow plan = plans.row(id, by).orElseThrow(NotVisible::new);
        trail.looked(by, "plan-comparison", plan.personId(), Set.of(Section.LABOUR), at);
        return new Comparison(
                plan,
                editions.signed(id, from, by).orElseThrow(NotVisible::new),
                (to == null ? editions.content(id, by) : editions.signed(id, to, by))
                        .orElseThrow(NotVisible::new));
    }

    private Plans.PlanRow printed(Actor by, Instant at, UUID id) {
        Plans.PlanRow plan = plans.row(id, by).orElseThrow(NotVisible::new);
        trail.looked(
                by, "plan-paper", plan.personId(), Set.of(Section.IDENTITY, Section.LABOUR), at);
        return plan;
    }

    private Plan find(UUID id, Actor by) {
        return plans.visible(id, by).orElseThrow(NotVisible::new);
    }

    public record Past(
            List<Edition> editions,
            List<ReviewRow> reviews,
            List<LevelRow> levels,
            List<Teams.Row> team,
            List<String> signers) {

        public List<LevelRow> seenAt(UUID review) {
            return levels.stream().filter(level -> level.reviewId().equals(review)).toList();
        }

        /** The latest level of an objective. */
        public @Nullable LevelRow reached(UUID objective) {
            return levels.stream()
                    .filter(level -> level.objectiveId().equals(objective))
                    .findFirst()
                    .orElse(null);
        }
    }

    public record Comparison(Plans.PlanRow plan, PlanContent before, PlanContent after) {}

    /**
     * @param signed null while it is not
     * @param signers who signed or would: the person first
     * @param scannable whether the viewer may bring its scan
     */
    public record Paper(
            Plans.PlanRow plan,
            PlanContent content,
            @Nullable Edition signed,
            List<String> signers,
            boolean scannable) {}
}
