package it.percorsi.administration.web;

import it.percorsi.access.Actor;
import it.percorsi.access.AdministrationService;
import it.percorsi.access.Operator;
import it.percorsi.access.Role;
import it.percorsi.network.Desk;
import it.percorsi.network.Network;
import it.percorsi.network.Organisation;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Bodies, desks, accounts and roles. */
@Controller
@RequestMapping("/administration")
class AdministrationController {

    private final AdministrationService administration;
    private final Network network;
    private final PasswordEncoder encoder;

    AdministrationController(
            AdministrationService administration, Network network, PasswordEncoder encoder) {
        this.administration = administration;
        this.network = network;
        this.encoder = encoder;
    }

    @GetMapping
    String show(Actor actor, Model model) {
        return page(actor, model);
    }

    private String page(Actor actor, Model model) {
        model.addAttribute("organisations", network.organisations());
        model.addAttribute("desks", network.desks());
        model.addAttribute("operators", administration.list(actor));
        model.addAttribute("municipalities", network.municipalitiesOfDesks());
        model.addAttribute("organisationKinds", Organisation.Kind.values());
        model.addAttribute("deskKinds", Desk.Kind.values());
        model.addAttribute("roles", Role.values());
        model.mergeAttributes(
                Map.of(
                        "organisationForm", new OrganisationForm("", "", "", ""),
                        "deskForm", new DeskForm("", "", "", "", ""),
                        "operatorForm", new OperatorForm("", "", "", "", "")));
        return "access/administration";
    }

    private String mistakes(Actor actor, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(actor, model);
    }

    @PostMapping("/organisations")
    String found(
            @ModelAttribute OrganisationForm organisationForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        organisationForm.check(errors);
        if (errors.hasErrors()) {
            return mistakes(actor, model, response);
        }
        administration.found(
                actor,
                now,
                organisationForm.code().strip(),
                organisationForm.name().strip(),
                Organisation.Kind.valueOf(organisationForm.kind()),
                organisationForm.municipality().isBlank() ? null : organisationForm.municipality());
        return "redirect:/administration?saved";
    }

    @PostMapping("/desks")
    String open(
            @ModelAttribute DeskForm deskForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        deskForm.check(errors);
        if (errors.hasErrors()) {
            return mistakes(actor, model, response);
        }
        administration.open(
                actor,
                now,
                UUID.fromString(deskForm.organisation()),
                deskForm.code().strip(),
                deskForm.name().strip(),
                Desk.Kind.valueOf(deskForm.kind()),
                deskForm.municipality());
        return "redirect:/administration?saved";
    }

    @PostMapping("/operators")
    String create(
            @ModelAttribute OperatorForm operatorForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        operatorForm.check(errors);
        if (errors.hasErrors()) {
            return mistakes(actor, model, response);
        }
        Operator operator =
                administration.create(
                        actor,
                        now,
                        operatorForm.username().strip(),
                        operatorForm.name().strip(),
                        Objects.requireNonNull(encoder.encode(operatorForm.password())),
                        false);
        administration.appoint(
                actor,
                now,
                operator.id(),
                UUID.fromString(operatorForm.organisation()),
                Role.valueOf(operatorForm.role()));
        return "redirect:/administration?saved";
    }

    @PostMapping("/operators/{id}/memberships")
    String appoint(
            @PathVariable UUID id,
            @RequestParam UUID organisation,
            @RequestParam Role role,
            Actor actor,
            Instant now) {
        administration.appoint(actor, now, id, organisation, role);
        return "redirect:/administration?saved";
    }

    @PostMapping("/memberships/{id}/end")
    String dismiss(@PathVariable UUID id, Actor actor, Instant now) {
        administration.dismiss(actor, now, id);
        return "redirect:/administration?saved";
    }

    @PostMapping("/operators/{id}/disabling")
    String disable(@PathVariable UUID id, Actor actor, Instant now) {
        administration.setActive(actor, now, id, false);
        return "redirect:/administration?saved";
    }

    @PostMapping("/operators/{id}/enabling")
    String enable(@PathVariable UUID id, Actor actor, Instant now) {
        administration.setActive(actor, now, id, true);
        return "redirect:/administration?saved";
    }
}
