package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.plan.PlanService;
import it.percorsi.plan.Plans;
import it.percorsi.site.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
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

/** Rewording an objective, which a colleague may be doing at the same time. */
@Controller
@RequestMapping("/objectives/{id}")
class ObjectiveController {

    private final PlanService plans;

    ObjectiveController(PlanService plans) {
        this.plans = plans;
    }

    @GetMapping
    String edit(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        Plans.ObjectiveRow objective = plans.objective(actor, now, id);
        model.addAttribute("objective", objective);
        model.addAttribute(
                "objectiveForm", new ObjectiveForm(objective.text(), objective.expectedResult()));
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
        read.required("text", objectiveForm.text(), Reading.TEXT);
        read.required("expectedResult", objectiveForm.expectedResult(), Reading.TEXT);
        if (read.failed()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("objective", plans.objective(actor, now, id));
            return "plan/objective";
        }
        UUID plan =
                plans.reword(
                        actor,
                        now,
                        id,
                        version,
                        objectiveForm.text().strip(),
                        objectiveForm.expectedResult().strip());
        return "redirect:/plans/" + plan;
    }

    record ObjectiveForm(String text, String expectedResult) {

        ObjectiveForm {
            text = Objects.requireNonNullElse(text, "");
            expectedResult = Objects.requireNonNullElse(expectedResult, "");
        }
    }
}
