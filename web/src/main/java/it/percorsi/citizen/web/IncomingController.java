package it.percorsi.citizen.web;

import it.percorsi.access.Actor;
import it.percorsi.citizen.RequestService;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the desk was asked from the public pages. Who it is, the desk's own search finds out. */
@Controller
@RequestMapping("/desk/requests")
class IncomingController {

    private final RequestService requests;

    IncomingController(RequestService requests) {
        this.requests = requests;
    }

    @GetMapping
    String waiting(Actor actor, Instant now, Model model) {
        model.addAttribute("requests", requests.waiting(actor, now));
        return "citizen/requests";
    }

    @PostMapping("/{id}/confirmation")
    String confirm(@PathVariable UUID id, @RequestParam UUID person, Actor actor, Instant now) {
        return "redirect:/appointments/" + requests.confirm(actor, now, id, person).id();
    }

    @PostMapping("/{id}/refusal")
    String refuse(@PathVariable UUID id, @RequestParam String why, Actor actor, Instant now) {
        requests.refuse(actor, now, id, why);
        return "redirect:/desk/requests?refused";
    }
}
