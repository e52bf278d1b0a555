package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.plan.PlanTemplateService;
import it.percorsi.plan.PlanTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
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

/** The plans the teams of a programme may begin from, for whoever coordinates it. */
@Controller
@RequestMapping("/programmes/{code}/templates")
class PlanTemplateController {

    private final PlanTemplateService templates;
    private final Network network;

    PlanTemplateController(PlanTemplateService templates, Network network) {
        this.templates = templates;
        this.network = network;
    }

    @GetMapping
    String list(@PathVariable String code, Actor actor, Instant now, Model model) {
        model.addAttribute("nameForm", new TemplateForms.Name("", false));
        model.addAttribute("view", templates.ofProgramme(actor, now, code));
        return "plan/templates";
    }

    @PostMapping
    String write(
            @PathVariable String code,
            @ModelAttribute("nameForm") TemplateForms.Name form,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<String> name = form.check(errors);
        if (name.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("view", templates.ofProgramme(actor, now, code));
            return "plan/templates";
        }
        return page(code, templates.write(actor, now, code, name.get()));
    }

    @GetMapping("/{template}")
    String show(
            @PathVariable String code,
            @PathVariable UUID template,
            Actor actor,
            Instant now,
            Model model) {
        return sheet(code, template, actor, now, model);
    }

    private String sheet(String code, UUID template, Actor actor, Instant now, Model model) {
        PlanTemplateService.Sheet sheet = templates.look(actor, now, code, template);
        if (!model.containsAttribute("nameForm")) {
            model.addAttribute(
                    "nameForm",
                    new TemplateForms.Name(sheet.template().name(), sheet.template().verified()));
        }
        if (!model.containsAttribute("objectiveForm")) {
            model.addAttribute("objectiveForm", TemplateForms.Objective.blank());
        }
        model.addAttribute("sheet", sheet);
        choices(model);
        return "plan/template";
    }

    private void choices(Model model) {
        model.addAttribute("areas", AimForm.AREAS);
        model.addAttribute("instruments", network.instruments());
        model.addAttribute("providers", TemplateForms.providers(network));
        model.addAttribute("fundingSources", network.fundingSources());
    }

    @PostMapping("/{template}")
    String rename(
            @PathVariable String code,
            @PathVariable UUID template,
            @RequestParam int version,
            @ModelAttribute("nameForm") TemplateForms.Name form,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<String> name = form.check(errors);
        if (name.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return sheet(code, template, actor, now, model);
        }
        templates.rename(
                actor,
                now,
                code,
                template,
                name.get(),
                Boolean.TRUE.equals(form.verified()),
                version);
        return page(code, template);
    }

    @PostMapping("/{template}/objectives")
    String aim(
            @PathVariable String code,
            @PathVariable UUID template,
            @ModelAttribute("objectiveForm") TemplateForms.Objective form,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<PlanTemplates.Objective> objective = form.check(errors, network);
        if (objective.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return sheet(code, template, actor, now, model);
        }
        templates.aim(actor, now, code, template, objective.get());
        return page(code, template);
    }

    @GetMapping("/{template}/objectives/{objective}")
    String edit(
            @PathVariable String code,
            @PathVariable UUID template,
            @PathVariable UUID objective,
            Actor actor,
            Instant now,
            Model model) {
        PlanTemplateService.Sheet sheet = templates.look(actor, now, code, template);
        model.addAttribute("objectiveForm", TemplateForms.Objective.of(sheet.objective(objective)));
        return objective(sheet, objective, model);
    }

    private String objective(PlanTemplateService.Sheet sheet, UUID objective, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("objective", sheet.objective(objective));
        choices(model);
        return "plan/template-objective";
    }

    @PostMapping("/{template}/objectives/{objective}")
    String reword(
            @PathVariable String code,
            @PathVariable UUID template,
            @PathVariable UUID objective,
            @RequestParam int version,
            @ModelAttribute("objectiveForm") TemplateForms.Objective form,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<PlanTemplates.Objective> to = form.check(errors, network);
        if (to.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return objective(templates.look(actor, now, code, template), objective, model);
        }
        templates.reword(actor, now, code, template, objective, to.get(), version);
        return page(code, template);
    }

    @PostMapping("/{template}/objectives/{objective}/removal")
    String takeOut(
            @PathVariable String code,
            @PathVariable UUID template,
            @PathVariable UUID objective,
            Actor actor,
            Instant now) {
        templates.takeOut(actor, now, code, template, objective);
        return page(code, template);
    }

    @PostMapping("/{template}/retirement")
    String retire(
            @PathVariable String code, @PathVariable UUID template, Actor actor, Instant now) {
        templates.retire(actor, now, code, template);
        return page(code, template);
    }

    @PostMapping("/{template}/return")
    String restore(
            @PathVariable String code, @PathVariable UUID template, Actor actor, Instant now) {
        templates.restore(actor, now, code, template);
        return page(code, template);
    }

    private static String page(String code, UUID template) {
        return "redirect:/programmes/" + code + "/templates/" + template;
    }
}
