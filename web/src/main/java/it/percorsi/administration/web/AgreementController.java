package it.percorsi.administration.web;

import it.percorsi.access.Actor;
import it.percorsi.access.AgreementService;
import it.percorsi.access.AgreementService.Terms;
import it.percorsi.access.LegalBases;
import it.percorsi.access.Purpose;
import it.percorsi.network.Network;
import it.percorsi.pathway.Rome;
import it.percorsi.programme.Programmes;
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

/** On what ground the social and the labour side exchange data. */
@Controller
@RequestMapping("/administration/agreements")
class AgreementController {

    private final AgreementService agreements;
    private final Network network;
    private final Programmes programmes;

    AgreementController(AgreementService agreements, Network network, Programmes programmes) {
        this.agreements = agreements;
        this.network = network;
        this.programmes = programmes;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("agreementForm", AgreementForm.EMPTY);
        return page(model);
    }

    private String page(Model model) {
        model.addAttribute("agreements", agreements.all());
        model.addAttribute("organisations", network.organisations());
        model.addAttribute("programmes", programmes.cards());
        model.addAttribute("directions", LegalBases.Direction.values());
        model.addAttribute("purposes", Purpose.values());
        model.addAttribute("kinds", LegalBases.Kind.values());
        return "access/agreements";
    }

    @PostMapping
    String agree(
            @ModelAttribute AgreementForm agreementForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<Terms> terms = agreementForm.check(errors, Rome.day(now));
        if (terms.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(model);
        }
        if (agreementForm.programme().isEmpty()) {
            agreements.agree(
                    actor,
                    now,
                    UUID.fromString(agreementForm.from()),
                    UUID.fromString(agreementForm.to()),
                    terms.get());
        } else {
            agreements.agree(
                    actor,
                    now,
                    UUID.fromString(agreementForm.programme()),
                    LegalBases.Direction.valueOf(agreementForm.direction()),
                    terms.get());
        }
        return "redirect:/administration/agreements?saved";
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, Actor actor, Instant now) {
        agreements.end(actor, now, id);
        return "redirect:/administration/agreements?ended";
    }
}
