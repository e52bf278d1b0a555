package it.percorsi.walk;

import static it.percorsi.walk.Act.act;
import static java.nio.charset.StandardCharsets.UTF_8;

import it.percorsi.access.Role;
import it.percorsi.attachment.Scan;
import it.percorsi.plan.Commitment;
import it.percorsi.plan.Levels;
import it.percorsi.plan.ObjectiveService;
import it.percorsi.plan.PlanEditions;
import it.percorsi.plan.PlanMove;
import it.percorsi.plan.PlanScanService;
import it.percorsi.plan.PlanService;
import it.percorsi.plan.PlanSigningService;
import it.percorsi.plan.PlanTranslationService;
import it.percorsi.plan.PlanTranslations;
import it.percorsi.plan.Promiser;
import it.percorsi.plan.Support;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is done to a plan: writing, explaining, signing, looking at it again, ending it. */
final class PlanActs {

    private static final Set<Role> TEAM = Set.of(Role.SOCIAL_WORKER, Role.CPI_OPERATOR);
    private static final String WRITTEN = "status in ('DRAFT', 'REVISED') and " + Hand.OURS;

    static final String WITHOUT_A_PLAN =
            "status = 'IN_CARE' and not exists (select 1 from plan p where p.case_file_id = t.id and p.status not in ('CONCLUDED', 'INTERRUPTED')) and "
                    + Hand.OURS;

    private final WalkWorld world;
    private final PlanService plans;
    private final PlanSigningService signing;
    private final ObjectiveService objectives;
    private final PlanScanService scans;
    private final PlanTranslationService translations;

    PlanActs(WalkWorld world) {
        this.world = world;
        plans = world.bean(PlanService.class);
        signing = world.bean(PlanSigningService.class);
        objectives = world.bean(ObjectiveService.class);
        scans = world.bean(PlanScanService.class);
        translations = world.bean(PlanTranslationService.class);
    }

    List<Act> all() {
        return List.of(
                act(
                        "draw a plan",
                        TEAM,
                        h ->
                                plans.draw(
                                        h.who,
                                        h.at,
                                        h.any("case_file", WITHOUT_A_PLAN),
                                        new PlanService.Outline(
                                                "Voglio lavorare", null, null, null))),
                act(
                        "add an objective",
                        TEAM,
                        h ->
                                plans.aim(
                                        h.who,
                                        h.at,
                                        h.any("plan", WRITTEN),
                                        new PlanService.Aim(
                                                "WORK",
                                                "Un lavoro",
                                                "Un contratto",
                                                new Levels(1 + h.upTo(4), null),
                                                new Commitment.Terms(
                                                        Promiser.thePerson(), "Cerca", null),
                                                support(h)))),
                act(
                        "reword an objective",
                        TEAM,
                        h ->
                                objectives.reword(
                                        h.who,
                                        h.at,
                                        objective(h),
                                        h.upTo(3),
                                        "Un altro lavoro",
                                        "Un contratto",
                                        new Levels(null, 5))),
                act(
                        "promise more",
                        TEAM,
                        h ->
                                objectives.commit(
                                        h.who,
                                        h.at,
                                        objective(h),
                                        new Commitment.Terms(
                                                Promiser.named("L'operatore"),
                                                "Telefona",
                                                h.dayWithin(1, 30)))),
                act(
                        "give one more support",
                        TEAM,
                        h -> objectives.support(h.who, h.at, objective(h), support(h))),
                act(
                        "take an objective out",
                        TEAM,
                        h ->
                                objectives.leaveOut(
                                        h.who,
                                        h.at,
                                        h.seldom()
                                                ? objective(h)
                                                : h.any("objective", "until_edition is not null"))),
                act(
                        "keep a promise",
                        TEAM,
                        h -> {
                            UUID objective =
                                    h.any(
                                            "objective",
                                            "plan_id in (select id from plan where in_force) and "
                                                    + Hand.OURS);
                            objectives.keep(
                                    h.who,
                                    h.at,
                                    objective,
                                    h.any(
                                            "commitment",
                                            "objective_id = '%s'".formatted(objective)));
                        }),
                act(
                        "explain a plan",
                        TEAM,
                        h ->
                                signing.propose(
                                        h.who,
                                        h.at,
                                        h.on("plan", "PROPOSE"),
                                        h.today,
                                        h.one("it", "ur"),
                                        null)),
                act("sign a plan", TEAM, this::sign),
                act("translate a plan", TEAM, this::translate),
                act(
                        "keep the signed paper",
                        TEAM,
                        h ->
                                scans.bring(
                                        h.who,
                                        h.at,
                                        h.any("plan", "edition > 0 and " + Hand.OURS),
                                        1,
                                        Scan.of("%PDF-1.7 %%EOF".getBytes(UTF_8)))),
                act("sign another", TEAM, this::sign),
                act(
                        "write a plan anew",
                        TEAM,
                        h -> signing.revise(h.who, h.at, h.on("plan", "REVISE"))),
                act("look at a plan again", TEAM, this::review),
                act("conclude a plan", TEAM, h -> end(h, PlanMove.CONCLUDE)),
                act("interrupt a plan", TEAM, h -> end(h, PlanMove.INTERRUPT)));
    }

    private void translate(Hand h) {
        UUID plan = h.any("plan", "status in ('DRAFT', 'PROPOSED', 'REVISED') and " + Hand.OURS);
        translations.translate(
                h.who,
                h.at,
                plan,
                translations.look(h.who, h.at, plan).rows().stream()
                        .map(row ->
                                new PlanTranslationService.Said(
                                        row.key(), row.mark(), "Njësoj " + h.upTo(9), h.seldom()))
                        .toList(),
                new PlanTranslations.Translator("Lin Hu", h.today));
    }

    private static UUID objective(Hand h) {
        return h.any(
                "objective", "plan_id in (select t.id from plan t where %s)".formatted(WRITTEN));
    }

    private Support.Terms support(Hand h) {
        return new Support.Terms(
                h.one("ORIENTATION", "SKILLS_ORIENTATION"),
                1 + h.upTo(11),
                world.body(h),
                "FAMI_2014_2020");
    }

    private void sign(Hand h) {
        signing.sign(
                h.who,
                h.at,
                h.on("plan", "SIGN"),
                new PlanEditions.Signature(
                        h.seldom() ? h.today.plusDays(1) : h.today,
                        PlanEditions.Manner.PAPER,
                        "La persona"));
    }

    private void review(Hand h) {
        PlanEditions.ReviewOutcome outcome = h.one(PlanEditions.ReviewOutcome.values());
        signing.review(
                h.who,
                h.at,
                h.any("plan", "in_force and " + Hand.OURS),
                new PlanEditions.Review(
                        h.today,
                        "Va avanti",
                        "",
                        outcome,
                        outcome == PlanEditions.ReviewOutcome.TO_END ? null : h.today.plusDays(30),
                        Map.of()));
    }

    private void end(Hand h, PlanMove move) {
        plans.move(
                h.who,
                h.at,
                h.on("plan", move.name()),
                move,
                h.saying(h.seldom() ? h.words() : ""));
    }
}
