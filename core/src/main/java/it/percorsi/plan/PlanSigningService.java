package it.percorsi.plan;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.casefile.MemberStatus;
import it.percorsi.casefile.Teams;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.plan.PlanEditions.Edition;
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
        editions.save(Ids.next(), plan, review, by, at);
        plan.reviewBy(review.next());
        if (review.outcome() == ReviewOutcome.TO_REVISE && plan.status() == PlanStatus.ACTIVE) {
            plan.revise(by, at);
        }
        trail.changed(by, "VERIFY", "plan", id, List.of(plan.personId()), at);
    }

    /** What was signed and how it was seen to go, and who would sign next: the person first. */
    public Past past(Actor by, Plans.PlanRow plan) {
        return new Past(
                editions.of(plan.id(), by),
                editions.reviews(plan.id(), by),
                Stream.concat(
                                Stream.of(plan.personName()),
                                teams.of(plan.caseFileId(), by).stream()
                                        .filter(row -> row.status() == MemberStatus.JOINED)
                                        .map(row -> row.name() + ", " + row.organisationName()))
                        .toList());
    }

    /** The sheet of a plan as it stands, or of an edition of it. */
    public Paper paper(Actor by, Instant at, UUID id, @Nullable Integer number) {
        Plans.PlanRow plan = plans.row(id, by).orElseThrow(NotVisible::new);
        trail.looked(
                by, "plan-paper", plan.personId(), Set.of(Section.IDENTITY, Section.LABOUR), at);
        Past past = past(by, plan);
        Edition signed =
                number == null
                        ? null
                        : past.editions().stream()
                                .filter(edition -> edition.number() == number)
                                .findFirst()
                                .orElseThrow(NotVisible::new);
        PlanContent content =
                (number == null ? editions.content(id, by) : editions.signed(id, number, by))
                        .orElseThrow(NotVisible::new);
        return new Paper(plan, content, signed, past.signers());
    }

    private Plan find(UUID id, Actor by) {
        return plans.visible(id, by).orElseThrow(NotVisible::new);
    }

    public record Past(List<Edition> editions, List<ReviewRow> reviews, List<String> signers) {}

    /**
     * @param signed null while it is not
     * @param signers who would sign: the person first
     */
    public record Paper(
            Plans.PlanRow plan,
            PlanContent content,
            @Nullable Edition signed,
            List<String> signers) {}
}
