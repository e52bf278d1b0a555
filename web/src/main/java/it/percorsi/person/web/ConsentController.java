package it.percorsi.person.web;

import it.percorsi.access.Actor;
import it.percorsi.access.Purpose;
import it.percorsi.network.Network;
import it.percorsi.network.Notices;
import it.percorsi.network.Notices.Notice;
import it.percorsi.pathway.Rome;
import it.percorsi.person.Consent;
import it.percorsi.person.ConsentService;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import it.percorsi.person.PrivacyService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The section "Consensi" of a person: the notice, what was consented to, and withdrawing it. */
@Controller
class ConsentController {

    private final ConsentService consents;
    private final PersonService people;
    private final PrivacyService privacy;
    private final Notices notices;
    private final Network network;

    ConsentController(
            ConsentService consents,
            PersonService people,
            PrivacyService privacy,
            Notices notices,
            Network network) {
        this.consents = consents;
        this.people = people;
        this.privacy = privacy;
        this.notices = notices;
        this.network = network;
    }

    @GetMapping("/people/{id}/privacy")
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("consentForm", ConsentForm.EMPTY);
        return page(id, actor, now, notices.inForce(Rome.day(now)), model);
    }

    private String page(UUID id, Actor actor, Instant now, List<Notice> versions, Model model) {
        PersonFile file = people.look(actor, now, id, "privacy");
        model.addAttribute("file", file);
        model.addAttribute("notices", versions);
        model.addAttribute("mayOpen", privacy.mayOpen(actor, id));
        model.addAttribute("consents", consents.of(actor, id));
        model.addAttribute("organisations", network.organisations());
        model.addAttribute("purposes", Purpose.values());
        model.addAttribute("signatures", Consent.Signature.values());
        return "person/privacy";
    }

    @PostMapping("/people/{id}/consents")
    String give(
            @PathVariable UUID id,
            @ModelAttribute ConsentForm consentForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        List<Notice> versions = notices.inForce(Rome.day(now));
        Optional<Consent.Terms> terms = consentForm.check(errors, versions, Rome.day(now));
        if (terms.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, actor, now, versions, model);
        }
        consents.give(actor, now, id, terms.get());
        return "redirect:/people/" + id + "/privacy?consented";
    }

    @GetMapping("/consents/{id}/withdrawal")
    String effect(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        ConsentService.Effect effect = consents.effect(actor, now, id);
        model.addAttribute("effect", effect);
        model.addAttribute("file", effect.file());
        return "person/withdrawal";
    }

    @PostMapping("/consents/{id}/withdrawal")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            Actor actor,
            Instant now) {
        UUID person = consents.withdraw(actor, now, id, note.isBlank() ? null : note.strip());
        return "redirect:/people/" + person + "/privacy?withdrawn";
    }
}
