package it.percorsi.administration.web;

import it.percorsi.access.Actor;
import it.percorsi.access.AdministrationService;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who looked and who changed, without what they saw. */
@Controller
class TrailController {

    private final AdministrationService administration;

    TrailController(AdministrationService administration) {
        this.administration = administration;
    }

    @GetMapping("/trail")
    String trail(Actor actor, Model model) {
        model.addAttribute("trail", administration.trail(actor));
        return "access/trail";
    }
}
