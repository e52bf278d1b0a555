package it.percorsi.plan.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.plan.PlanTranslationService;
import it.percorsi.plan.PlanTranslations;
import it.percorsi.site.Reading;
import it.percorsi.site.Spoken;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

/** What a plan says, in the language of the person it is of. */
@Controller
@RequestMapping("/plans/{id}/translations")
class TranslationController {

    private final PlanTranslationService translations;
    private final Network network;

    TranslationController(PlanTranslationService translations, Network network) {
        this.translations = translations;
        this.network = network;
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("translationForm", TranslationForm.blank(Rome.written(Rome.day(now))));
        return page(id, actor, now, model);
    }

    private String page(UUID id, Actor actor, Instant now, Model model) {
        PlanTranslationService.Sheet sheet = translations.look(actor, now, id);
        model.addAttribute("sheet", sheet);
        model.addAttribute("direction", Spoken.of(sheet.language()).direction());
        model.addAttribute(
                "language",
                network.languages().stream()
                        .filter(choice -> choice.code().equals(sheet.language()))
                        .map(Network.Choice::name)
                        .findFirst()
                        .orElse(sheet.language()));
        return "plan/translations";
    }

    @PostMapping
    String translate(
            @PathVariable UUID id,
            @ModelAttribute TranslationForm translationForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Reading read = new Reading(errors, Rome.day(now));
        String name = read.required("translator", translationForm.translator(), Reading.LINE);
        LocalDate on = read.pastDay("translatedOn", translationForm.translatedOn());
        List<PlanTranslationService.Said> said = translationForm.read(read);
        if (!read.failed()
                && on != null
                && translations
                        .translate(actor, now, id, said, new PlanTranslations.Translator(name, on))
                        .isEmpty()) {
            return "redirect:/plans/" + id + "/translations";
        }
        if (!read.failed()) {
            errors.rejectValue("theirs", "plan.translation-overtaken");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(id, actor, now, model);
    }
}
