package it.percorsi.referral.web;

import it.percorsi.access.Actor;
import it.percorsi.referral.PlaceListService;
import java.time.Instant;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who waits for a place of a programme: with the referrals, and for who enrols. */
@Controller
class PlaceListController {

    private final PlaceListService waiting;

    PlaceListController(PlaceListService waiting) {
        this.waiting = waiting;
    }

    @GetMapping({"/referrals/waiting", "/waiting-places"})
    String show(Actor actor, Instant now, Model model) {
        model.addAttribute("areas", waiting.look(actor, now));
        return "referral/waiting";
    }
}
