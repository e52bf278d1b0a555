package it.percorsi.agenda.web;

import it.percorsi.access.Actor;
import it.percorsi.access.AdministrationService;
import it.percorsi.access.NotVisible;
import it.percorsi.agenda.Availabilities.Offered;
import it.percorsi.agenda.Availabilities.Receiver;
import it.percorsi.agenda.AvailabilityService;
import it.percorsi.agenda.OpenToAllService;
import it.percorsi.network.Network;
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

/** What a desk offers, and which people and rooms its body receives with. */
@Controller
@RequestMapping("/administration/desks/{id}/services")
class ServicesController {

    private final AvailabilityService availabilities;
    private final OpenToAllService openToAll;
    private final AdministrationService administration;
    private final Network network;

    ServicesController(
            AvailabilityService availabilities,
            OpenToAllService openToAll,
            AdministrationService administration,
            Network network) {
        this.availabilities = availabilities;
        this.openToAll = openToAll;
        this.administration = administration;
        this.network = network;
    }

    @GetMapping
    String show(@PathVariable UUID id, Actor actor, Model model) {
        return page(id, actor, model);
    }

    private String page(UUID id, Actor actor, Model model) {
        model.addAttribute(
                "desk",
                network.desks().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow(NotVisible::new));
        if (!model.containsAttribute("serviceForm")) {
            model.addAttribute("serviceForm", ServiceForm.BLANK);
        }
        if (!model.containsAttribute("receiverForm")) {
            model.addAttribute("receiverForm", new ReceiverForm("", "", "", ""));
        }
        model.addAttribute("services", availabilities.offered(id));
        model.addAttribute("openToAll", openToAll.of(id));
        model.addAttribute("kinds", Receiver.Kind.values());
        model.addAttribute("accounts", administration.list(actor));
        model.addAttribute("languages", network.languages());
        return "agenda/services";
    }

    @PostMapping
    String offer(
            @PathVariable UUID id,
            @ModelAttribute ServiceForm serviceForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<Offered> service = serviceForm.check(errors);
        if (service.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, actor, model);
        }
        availabilities.offer(actor, now, id, service.get());
        return saved(id);
    }

    @PostMapping("/receivers")
    String receive(
            @PathVariable UUID id,
            @ModelAttribute ReceiverForm receiverForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<Receiver> receiver = receiverForm.check(errors);
        if (receiver.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, actor, model);
        }
        availabilities.receive(actor, now, id, receiver.get());
        return saved(id);
    }

    private static String saved(UUID id) {
        return "redirect:/administration/desks/" + id + "/services?saved";
    }
}
