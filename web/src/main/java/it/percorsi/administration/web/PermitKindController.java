package it.percorsi.administration.web;

import it.percorsi.access.Actor;
import it.percorsi.access.AdministrationService;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The kinds of permit: which allow work, and from when to when they are given. */
@Controller
@RequestMapping("/administration/permits")
class PermitKindController {

    private final AdministrationService administration;
    private final Network network;

    PermitKindController(AdministrationService administration, Network network) {
        this.administration = administration;
        this.network = network;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("permitKindForm", PermitKindForm.BLANK);
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("kinds", network.permitVocabulary());
        return "access/permit-kinds";
    }

    @PostMapping
    String keep(
            @ModelAttribute PermitKindForm permitKindForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<Network.PermitKind> kind = permitKindForm.check(errors, Rome.day(now));
        if (kind.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model);
        }
        administration.keep(actor, now, kind.get());
        return "redirect:/administration/permits?saved";
    }
}
