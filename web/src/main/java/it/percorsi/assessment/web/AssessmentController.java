package it.percorsi.assessment.web;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.assessment.Area;
import it.percorsi.assessment.AssessmentService;
import it.percorsi.assessment.Depth;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Assessing a person in six areas, and setting two times side by side. */
@Controller
class AssessmentController {

    private final AssessmentService assessments;
    private final Network network;

    AssessmentController(AssessmentService assessments, Network network) {
        this.assessments = assessments;
        this.network = network;
    }

    @GetMapping("/people/{id}/assessments")
    String ofPerson(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("history", assessments.ofPerson(actor, now, id));
        model.addAttribute("depths", Depth.values());
        model.addAttribute("rule", network.rule("assessment.areas", Rome.day(now)));
        return "assessment/list";
    }

    @PostMapping("/people/{id}/assessments")
    String open(@PathVariable UUID id, @RequestParam Depth depth, Actor actor, Instant now) {
        return "redirect:/assessments/" + assessments.open(actor, now, id, depth);
    }

    @GetMapping("/people/{id}/assessments/comparison")
    String compare(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID one,
            @RequestParam(required = false) @Nullable UUID other,
            Actor actor,
            Instant now,
            Model model) {
        if (one == null || other == null) {
            throw new NotVisible();
        }
        model.addAttribute("both", assessments.compare(actor, now, id, one, other));
        return "assessment/comparison";
    }

    @GetMapping("/assessments/{id}")
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("sheet", assessments.look(actor, now, id));
        return "assessment/show";
    }

    @GetMapping("/assessments/{id}/areas/{area}")
    String edit(
            @PathVariable UUID id, @PathVariable Area area, Actor actor, Instant now, Model model) {
        AssessmentService.AreaSheet sheet = assessments.area(actor, now, id, area);
        model.addAttribute("sheet", sheet);
        model.addAttribute("version", sheet.version());
        model.addAttribute("areaForm", AreaForm.of(sheet.now()));
        return "assessment/area";
    }

    @PostMapping("/assessments/{id}/areas/{area}")
    String write(
            @PathVariable UUID id,
            @PathVariable Area area,
            @RequestParam int version,
            @ModelAttribute AreaForm areaForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Integer level = areaForm.check(errors);
        if (level == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("sheet", assessments.area(actor, now, id, area));
            model.addAttribute("version", version);
            return "assessment/area";
        }
        assessments.write(actor, now, id, area, version, level, areaForm.situation().strip());
        return "redirect:/assessments/" + id + "?saved";
    }

    @PostMapping("/assessments/{id}/signature")
    String sign(@PathVariable UUID id, Actor actor, Instant now) {
        assessments.sign(actor, now, id);
        return "redirect:/assessments/" + id + "?signed";
    }
}
