package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.plan.Commitment;
import it.percorsi.plan.Levels;
import it.percorsi.plan.ObjectiveService;
import it.percorsi.plan.Support;
import it.percorsi.site.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing one objective of a plan, which a colleague may be doing at the same time. */
@Controller
@RequestMapping("/objectives/{id}")
class ObjectiveController {

    private final ObjectiveService objectives;
    private final Network network;

    ObjectiveController(ObjectiveService objectives, Network network) {
        this.objectives = objectives;
        this.network = network;
    }

    @GetMapping
    String edit(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        return page(id, actor, now, model);
    }

    private String page(UUID id, Actor actor, Instant now, Model model) {
        ObjectiveService.Sheet sheet = objectives.look(actor, now, id);
        model.addAttribute("sheet", sheet);
        model.mergeAttributes(
                Map.of(
                        "objectiveForm",
                        new ObjectiveForm(
                                sheet.objective().text(),
                                sheet.objective().expectedResult(),
                                said(sheet.objective().levelToday()),
                                said(sheet.objective().levelWanted())),
                        "commitmentForm",
                        CommitmentForm.blank(),
                        "supportForm",
                        new SupportForm("", "", "", "")));
        model.addAttribute("team", sheet.team());
        model.addAttribute("scale", LevelFields.SCALE);
        model.addAttribute("instruments", network.instruments());
        model.addAttribute("fundingSources", network.fundingSources());
        model.addAttribute("organisations", network.organisations());
        return "plan/objective";
    }

    @PostMapping
    String reword(
            @PathVariable UUID id,
            @RequestParam int version,
            @ModelAttribute ObjectiveForm objectiveForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        String text = read.required("text", objectiveForm.text(), Reading.TEXT);
        String result =
                read.required("expectedResult", objectiveForm.expectedResult(), Reading.TEXT);
        Levels levels =
                LevelFields.read(read, objectiveForm.levelToday(), objectiveForm.levelWanted());
        if (read.failed()) {
            return again(id, actor, now, model, response);
        }
        return "redirect:/plans/"
                + objectives.reword(actor, now, id, version, text, result, levels);
    }

    @PostMapping("/commitments")
    String commit(
            @PathVariable UUID id,
            @ModelAttribute CommitmentForm commitmentForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Reading read = new Reading(errors, Rome.day(now));
        Commitment.Terms terms = commitmentForm.read(read, objectives.team(actor, id), errors);
        if (terms == null) {
            return again(id, actor, now, model, response);
        }
        objectives.commit(actor, now, id, terms);
        return "redirect:/objectives/" + id;
    }

    @PostMapping("/supports")
    String support(
            @PathVariable UUID id,
            @ModelAttribute SupportForm supportForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Reading read = new Reading(errors, Rome.day(now));
        Optional<Support.Terms> terms = supportForm.read(read, network);
        if (read.failed() || terms.isEmpty()) {
            return again(id, actor, now, model, response);
        }
        objectives.support(actor, now, id, terms.get());
        return "redirect:/objectives/" + id;
    }

    @PostMapping("/removal")
    String leaveOut(@PathVariable UUID id, Actor actor, Instant now) {
        return "redirect:/plans/" + objectives.leaveOut(actor, now, id);
    }

    @PostMapping("/commitments/{commitment}/removal")
    String leaveOutCommitment(
            @PathVariable UUID id, @PathVariable UUID commitment, Actor actor, Instant now) {
        objectives.leaveOutCommitment(actor, now, id, commitment);
        return "redirect:/objectives/" + id;
    }

    @PostMapping("/supports/{support}/removal")
    String leaveOutSupport(
            @PathVariable UUID id, @PathVariable UUID support, Actor actor, Instant now) {
        objectives.leaveOutSupport(actor, now, id, support);
        return "redirect:/objectives/" + id;
    }

    @PostMapping("/commitments/{commitment}/done")
    String keep(@PathVariable UUID id, @PathVariable UUID commitment, Actor actor, Instant now) {
        return "redirect:/plans/" + objectives.keep(actor, now, id, commitment);
    }

    private String again(
            UUID id, Actor actor, Instant now, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(id, actor, now, model);
    }

    private static String said(@Nullable Integer level) {
        return level == null ? "" : level.toString();
    }

    record ObjectiveForm(
            String text, String expectedResult, String levelToday, String levelWanted) {

        ObjectiveForm {
            text = Objects.requireNonNullElse(text, "");
            expectedResult = Objects.requireNonNullElse(expectedResult, "");
            levelToday = Objects.requireNonNullElse(levelToday, "");
            levelWanted = Objects.requireNonNullElse(levelWanted, "");
        }
    }
}
