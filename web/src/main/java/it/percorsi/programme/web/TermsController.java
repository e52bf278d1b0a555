package it.percorsi.programme.web;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import it.percorsi.programme.Terms;
import it.percorsi.programme.TermsService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
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

/** The days, the targets and the places of a programme, set by whoever coordinates it. */
@Controller
@RequestMapping("/programmes/{code}")
class TermsController {

    private final TermsService terms;

    TermsController(TermsService terms) {
        this.terms = terms;
    }

    @GetMapping("/terms")
    String show(@PathVariable String code, Actor actor, Model model) {
        TermsService.Sheet sheet = terms.look(actor, code);
        model.addAttribute("termsForm", TermsForms.Agreed.of(sheet.agreed()));
        return page(sheet, sheet.agreed().version(), model);
    }

    private static String page(TermsService.Sheet sheet, int version, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("version", version);
        return "programme/terms";
    }

    @PostMapping("/terms")
    String set(
            @PathVariable String code,
            @ModelAttribute("termsForm") TermsForms.Agreed termsForm,
            BindingResult errors,
            @RequestParam int version,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        TermsService.Sheet sheet = terms.look(actor, code);
        Optional<Terms.Agreed> agreed = termsForm.check(errors, Rome.day(now), version);
        agreed.ifPresent(days -> {
            Terms.Outside outside =
                    terms.enrolledOutside(actor, code, days.runsFrom(), days.lastDay());
            outside(errors, "runsFrom", outside.before(), "programme.enrolled-before");
            outside(
                    errors,
                    days.extendedUntil() == null ? "runsUntil" : "extendedUntil",
                    outside.after(),
                    "programme.enrolled-after");
        });
        if (agreed.isEmpty() || errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(sheet, version, model);
        }
        terms.set(actor, now, code, agreed.get());
        return "redirect:/programmes/" + code + "/terms?saved";
    }

    private static void outside(BindingResult errors, String field, int many, String message) {
        if (many > 0) {
            errors.rejectValue(field, message, new Object[] {many}, null);
        }
    }

    @GetMapping("/places/{body}")
    String places(@PathVariable String code, @PathVariable String body, Actor actor, Model model) {
        Terms.Area area = terms.area(actor, code, body);
        model.addAttribute("placesForm", TermsForms.Places.of(area));
        return places(code, area, area.version(), model);
    }

    private static String places(String code, Terms.Area area, int version, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("area", area);
        model.addAttribute("version", version);
        return "programme/places";
    }

    @PostMapping("/places/{body}")
    String setPlaces(
            @PathVariable String code,
            @PathVariable String body,
            @ModelAttribute("placesForm") TermsForms.Places placesForm,
            BindingResult errors,
            @RequestParam int version,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Terms.Area area = terms.area(actor, code, body);
        Optional<Terms.Places> places = placesForm.check(errors, area, version);
        if (places.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return places(code, area, version, model);
        }
        terms.setPlaces(actor, now, code, body, places.get());
        return "redirect:/programmes/" + code + "/terms?saved";
    }
}
