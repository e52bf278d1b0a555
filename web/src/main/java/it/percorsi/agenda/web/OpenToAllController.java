package it.percorsi.agenda.web;

import it.percorsi.access.Actor;
import it.percorsi.agenda.OpenToAllService;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether anybody may ask for a time of a service. */
@Controller
class OpenToAllController {

    private final OpenToAllService services;

    OpenToAllController(OpenToAllService services) {
        this.services = services;
    }

    @PostMapping("/administration/desks/{id}/services/open-to-all")
    String keep(
            @PathVariable UUID id,
            @RequestParam UUID service,
            @RequestParam boolean open,
            Actor actor,
            Instant now) {
        services.keep(actor, now, id, service, open);
        return "redirect:/administration/desks/" + id + "/services?saved";
    }
}
