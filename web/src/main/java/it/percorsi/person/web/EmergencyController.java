package it.percorsi.person.web;

import it.percorsi.access.Actor;
import it.percorsi.access.Basis;
import it.percorsi.access.EmergencyAccess.Cause;
import it.percorsi.access.EmergencyService;
import it.percorsi.access.EmergencyService.Evidence;
import it.percorsi.pathway.Rome;
import it.percorsi.person.Search;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Letting oneself into a file in an emergency, being told of it, and reviewing it. */
@Controller
@RequestMapping("/emergencies")
class EmergencyController {

    private final EmergencyService emergencies;

    EmergencyController(EmergencyService emergencies) {
        this.emergencies = emergencies;
    }

    @GetMapping
    String list(Actor actor, Instant now, Model model) {
        model.addAttribute("emergencyForm", new EmergencyForm("", "", ""));
        return page(actor, now, model);
    }

    private String page(Actor actor, Instant now, Model model) {
        model.addAttribute("rows", emergencies.rows(actor, now));
        model.addAttribute("mayAsk", Basis.EMERGENCY.roles().contains(actor.role()));
        model.addAttribute("causes", Cause.values());
        return "person/emergencies";
    }

    /** The evidence, never a file's name: an answer says nothing that a search would not say. */
    @PostMapping
    String ask(
            @ModelAttribute EmergencyForm emergencyForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Search search = Search.of(emergencyForm.evidence(), Rome.day(now));
        emergencyForm.check(errors);
        if (!errors.hasErrors()) {
            Optional<UUID> person =
                    emergencies.ask(
                            actor,
                            now,
                            new Evidence(search.code(), search.nameKey(), search.born()),
                            Cause.valueOf(emergencyForm.cause()),
                            emergencyForm.why().strip());
            if (person.isPresent()) {
                return "redirect:/people/" + person.get() + "?emergency";
            }
            errors.rejectValue("evidence", "emergency.nobody-for-certain");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(actor, now, model);
    }

    @PostMapping("/seen")
    String see(@RequestParam UUID emergency, Actor actor, Instant now) {
        emergencies.see(actor, now, emergency);
        return "redirect:/emergencies?seen";
    }

    @PostMapping("/ends")
    String end(@RequestParam UUID emergency, Actor actor, Instant now) {
        emergencies.end(actor, now, emergency);
        return "redirect:/emergencies?ended";
    }

    @PostMapping("/reviews")
    String review(
            @RequestParam UUID emergency,
            @RequestParam(defaultValue = "false") boolean justified,
            @RequestParam String note,
            Actor actor,
            Instant now) {
        emergencies.review(actor, now, emergency, justified, note);
        return "redirect:/emergencies?reviewed";
    }
}
