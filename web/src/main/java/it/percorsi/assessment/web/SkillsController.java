package it.percorsi.assessment.web;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.assessment.SkillKind;
import it.percorsi.assessment.SkillsComparison;
import it.percorsi.assessment.SkillsReviews;
import it.percorsi.assessment.SkillsService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
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

/** What a person can do, to be written, corrected and printed. */
@Controller
class SkillsController {

    private final SkillsService skills;

    SkillsController(SkillsService skills) {
        this.skills = skills;
    }

    @GetMapping("/people/{id}/skills")
    String ofPerson(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        Optional<UUID> latest = skills.latest(actor, id);
        if (latest.isPresent()) {
            return "redirect:/skills/" + latest.get();
        }
        model.addAttribute("blank", skills.blank(actor, now, id));
        return "assessment/no-skills";
    }

    @PostMapping("/people/{id}/skills")
    String open(@PathVariable UUID id, Actor actor, Instant now) {
        return "redirect:/skills/" + skills.open(actor, now, id);
    }

    @GetMapping("/people/{id}/skills/comparison")
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
        model.addAttribute("both", skills.compare(actor, now, id, one, other));
        model.addAttribute("kinds", SkillKind.values());
        model.addAttribute("fates", SkillsComparison.Fate.values());
        return "assessment/skills-comparison";
    }

    @GetMapping("/skills/{id}")
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("sheet", skills.look(actor, now, id));
        model.addAttribute("kinds", SkillKind.values());
        return "assessment/skills";
    }

    @GetMapping("/skills/{id}/lines")
    String form(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "SKILL") SkillKind kind,
            Actor actor,
            Instant now,
            Model model) {
        model.addAttribute("file", skills.look(actor, now, id).file());
        model.addAttribute("lineForm", LineForm.of(kind));
        return newLine(id, kind, model);
    }

    @PostMapping("/skills/{id}/lines")
    String add(
            @PathVariable UUID id,
            @RequestParam SkillKind kind,
            @ModelAttribute LineForm lineForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<SkillsReviews.Line> line = lineForm.check(kind, errors);
        if (line.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("file", skills.look(actor, now, id).file());
            return newLine(id, kind, model);
        }
        skills.add(actor, now, id, line.get());
        return "redirect:/skills/" + id + "?saved";
    }

    @GetMapping("/skills/{id}/lines/{link}")
    String correction(
            @PathVariable UUID id, @PathVariable UUID link, Actor actor, Instant now, Model model) {
        SkillsService.Correction line = skills.line(actor, now, id, link);
        if (line.row().replaced()) {
            return "redirect:/skills/" + id;
        }
        model.addAttribute("file", line.file());
        model.addAttribute("lineForm", LineForm.of(line.row()));
        return oldLine(id, line.row(), model);
    }

    @PostMapping("/skills/{id}/lines/{link}")
    String correct(
            @PathVariable UUID id,
            @PathVariable UUID link,
            @ModelAttribute LineForm lineForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        SkillsService.Correction before = skills.line(actor, now, id, link);
        SkillKind kind = before.row().kind();
        Optional<SkillsReviews.Line> line = lineForm.check(kind, errors);
        if (line.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("file", before.file());
            return oldLine(id, before.row(), model);
        }
        skills.correct(actor, now, id, link, line.get());
        return "redirect:/skills/" + id + "?saved";
    }

    @PostMapping("/skills/{id}/lines/{link}/strike")
    String strike(@PathVariable UUID id, @PathVariable UUID link, Actor actor, Instant now) {
        skills.strike(actor, now, id, link);
        return "redirect:/skills/" + id + "?saved";
    }

    /** Of each kind a draft of its own. */
    private static String newLine(UUID review, SkillKind kind, Model model) {
        String there = "/skills/" + review + "/lines";
        model.addAttribute("draft", there + "?kind=" + kind);
        return formPage(review, kind, there, model);
    }

    private static String oldLine(UUID review, SkillsReviews.Row line, Model model) {
        String there = "/skills/" + review + "/lines/" + line.id();
        model.addAttribute("draft", there);
        return formPage(review, line.kind(), there, model);
    }

    private static String formPage(UUID review, SkillKind kind, String there, Model model) {
        model.addAttribute("review", review);
        model.addAttribute("kind", kind);
        model.addAttribute("there", there);
        model.addAttribute("levels", LineForm.LEVELS);
        return "assessment/skills-line";
    }
}
