package it.percorsi.walk;

import static it.percorsi.walk.Act.act;

import it.percorsi.access.Role;
import it.percorsi.assessment.Area;
import it.percorsi.assessment.AssessmentService;
import it.percorsi.assessment.Cefr;
import it.percorsi.assessment.Depth;
import it.percorsi.assessment.SkillKind;
import it.percorsi.assessment.SkillsReviews;
import it.percorsi.assessment.SkillsService;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** How somebody stands and what they can do, written down and signed. */
final class KnowingActs {

    private static final Set<Role> TEAM = Set.of(Role.SOCIAL_WORKER, Role.CPI_OPERATOR);
    private static final String OPEN = "signed_at is null and " + Hand.OURS;
    private static final String FOLLOWED =
            "exists (select 1 from case_file c where c.person_id = t.id and c.status <> 'CLOSED') and "
                    + Hand.KNOWN;

    private final WalkWorld world;
    private final AssessmentService assessments;
    private final SkillsService skills;

    KnowingActs(WalkWorld world) {
        this.world = world;
        assessments = world.bean(AssessmentService.class);
        skills = world.bean(SkillsService.class);
    }

    List<Act> all() {
        return List.of(
                act("begin an assessment", TEAM, this::begin),
                act("assess an area", TEAM, this::assess),
                act("assess another area", TEAM, this::assess),
                act("sign an assessment", TEAM, this::sign),
                act(
                        "look at an assessment",
                        TEAM,
                        h -> assessments.look(h.who, h.at, h.any("assessment", Hand.OURS))),
                act(
                        "begin a skills review",
                        TEAM,
                        h -> skills.open(h.who, h.at, h.any("person", FOLLOWED))),
                act(
                        "write what they can do",
                        TEAM,
                        h -> skills.add(h.who, h.at, h.any("skills_review", Hand.OURS), line(h))),
                act("correct what they can do", TEAM, h -> rewrite(h, false)),
                act("strike what they cannot do", TEAM, h -> rewrite(h, true)));
    }

    private void begin(Hand h) {
        Depth depth = h.one(Depth.values());
        String first =
                depth == Depth.FIRST
                        ? ""
                        : " and exists (select 1 from assessment a where a.person_id = t.id and a.signed_at is not null)";
        assessments.open(h.who, h.at, h.any("person", FOLLOWED + first), depth);
    }

    private void assess(Hand h) {
        UUID assessment = h.any("assessment", OPEN);
        Area area = h.one(Area.values());
        Integer written =
                world.truth.queryForObject(
                        "select count(*) from assessment_area where assessment_id = :id and area = :area",
                        Map.of("id", assessment, "area", area.name()),
                        Integer.class);
        assessments.write(
                h.who,
                h.at,
                assessment,
                area,
                Objects.requireNonNull(written) - (h.seldom() ? 1 : 0),
                1 + h.upTo(4),
                "Come sta");
    }

    private void sign(Hand h) {
        UUID assessment =
                h.any(
                        "assessment",
                        h.seldom()
                                ? "true"
                                : OPEN
                                        + " and exists (select 1 from assessment_area a where a.assessment_id = t.id)");
        h.trying("assessment", assessment, "SIGN");
        assessments.sign(h.who, h.at, assessment);
    }

    private static SkillsReviews.Line line(Hand h) {
        SkillKind kind = h.one(SkillKind.values());
        return new SkillsReviews.Line(
                kind,
                "Cucire",
                kind.placed() ? "Prato" : "",
                kind.placed() ? "2019" : "",
                kind.levelled() ? h.one(Cefr.values()) : null,
                kind.levelled() ? h.one(Cefr.values()) : null,
                kind.proved() ? "Attestato" : "");
    }

    private void rewrite(Hand h, boolean struck) {
        UUID line = h.any("skills_line", Hand.OURS);
        UUID review = h.of("review_id", "skills_line", "id = '%s'".formatted(line));
        if (struck) {
            skills.strike(h.who, h.at, review, line);
        } else {
            skills.correct(h.who, h.at, review, line, line(h));
        }
    }
}
