package it.percorsi.demo;

import static it.percorsi.demo.DemoNames.known;
import static it.percorsi.demo.DemoNames.optional;
import static it.percorsi.demo.DemoNames.text;

import it.percorsi.access.Actor;
import it.percorsi.assessment.Area;
import it.percorsi.assessment.AssessmentService;
import it.percorsi.assessment.Cefr;
import it.percorsi.assessment.Depth;
import it.percorsi.assessment.SkillKind;
import it.percorsi.assessment.SkillsReviews;
import it.percorsi.assessment.SkillsService;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The verbs of how a person stands: assessments and skills reviews. */
@Component
class DemoAssessmentActions {

    private final AssessmentService assessments;
    private final SkillsService skills;
    private final DemoNames names;
    private final Map<String, UUID> open = new HashMap<>();

    DemoAssessmentActions(AssessmentService assessments, SkillsService skills, DemoNames names) {
        this.assessments = assessments;
        this.skills = skills;
        this.names = names;
    }

    void assess(JsonNode what, Actor by, Instant at) {
        open.put(
                text(what, "person"),
                assessments.open(by, at, names.person(what), Depth.valueOf(text(what, "depth"))));
    }

    void area(JsonNode what, Actor by, Instant at) {
        assessments.write(
                by,
                at,
                known(open, text(what, "person")),
                Area.valueOf(text(what, "area")),
                0,
                what.path("level").asInt(),
                text(what, "text"));
    }

    void sign(JsonNode what, Actor by, Instant at) {
        assessments.sign(by, at, known(open, text(what, "person")));
    }

    void skills(JsonNode what, Actor by, Instant at) {
        UUID review = skills.open(by, at, names.person(what));
        for (JsonNode line : what.path("lines")) {
            skills.add(
                    by,
                    at,
                    review,
                    new SkillsReviews.Line(
                            SkillKind.valueOf(text(line, "kind")),
                            text(line, "what"),
                            said(line, "place"),
                            said(line, "period"),
                            level(line, "spoken"),
                            level(line, "written"),
                            said(line, "evidence")));
        }
    }

    private static String said(JsonNode line, String field) {
        return Objects.requireNonNullElse(optional(line, field), "");
    }

    private static @Nullable Cefr level(JsonNode line, String field) {
        String level = optional(line, field);
        return level == null ? null : Cefr.valueOf(level);
    }
}
