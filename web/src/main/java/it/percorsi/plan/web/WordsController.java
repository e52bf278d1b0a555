package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import it.percorsi.plan.PlanReadingService;
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

/** The words of the person and the day of the review, while a plan is being written. */
@Controller
@RequestMapping("/plans/{id}/words")
class WordsController {

    private final PlanService plans;
    private final PlanReadingService reading;

    WordsController(PlanService plans, PlanReadingService reading) {
        this.plans = plans;
        this.reading = reading;
    }

    @GetMapping
    String edit(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        Plans.PlanRow plan = page(id, actor, now, model);
        model.addAttribute(
                "wordsForm", new WordsForm(plan.personWords(), Rome.written(plan.reviewOn())));
        return "plan/words";
    }

    private Plans.PlanRow page(UUID id, Actor actor, Instant now, Model model) {
        PlanReadingService.Sheet sheet = reading.look(actor, now, id);
        model.addAttribute("sheet", sheet);
        return sheet.plan();
    }

    @PostMapping
    String reword(
            @PathVariable UUID id,
            @RequestParam int version,
            @ModelAttribute WordsForm wordsForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Reading read = new Reading(errors, Rome.day(now));
        String words = read.limited("personWords", wordsForm.personWords(), Reading.TEXT);
        LocalDate review = read.optionalDay("reviewOn", wordsForm.reviewOn());
        if (read.failed()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            page(id, actor, now, model);
            return "plan/words";
        }
        plans.reword(actor, now, id, version, words, review);
        return "redirect:/plans/" + id;
    }

    record WordsForm(String personWords, String reviewOn) {

        WordsForm {
            personWords = Objects.requireNonNullElse(personWords, "");
            reviewOn = Objects.requireNonNullElse(reviewOn, "");
        }
    }
}
