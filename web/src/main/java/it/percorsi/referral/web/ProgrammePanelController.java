package it.percorsi.referral.web;

import it.percorsi.access.Actor;
import it.percorsi.network.Network;
import it.percorsi.referral.PanelService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The panels of a programme, set up by whoever coordinates it. */
@Controller
@RequestMapping("/programmes/{code}/panels")
class ProgrammePanelController {

    private final PanelService panels;
    private final Network network;

    ProgrammePanelController(PanelService panels, Network network) {
        this.panels = panels;
        this.network = network;
    }

    @GetMapping
    String show(@PathVariable String code, Actor actor, Instant now, Model model) {
        model.addAttribute("panelForm", new PanelForms.Panel("", "", "", "", null));
        return page(code, actor, now, model);
    }

    private String page(String code, Actor actor, Instant now, Model model) {
        model.addAttribute("view", panels.ofProgramme(actor, now, code));
        model.addAttribute("kinds", PanelForms.KINDS);
        model.addAttribute("bodies", network.organisations());
        return "referral/programme-panels";
    }

    @PostMapping
    String setUp(
            @PathVariable String code,
            @ModelAttribute("panelForm") PanelForms.Panel form,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<PanelForms.Panel.Set> panel = form.check(errors);
        if (panel.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(code, actor, now, model);
        }
        panels.setUp(
                actor,
                now,
                code,
                panel.get().organisation(),
                panel.get().name(),
                panel.get().kind(),
                panel.get().quorum(),
                form.voting());
        return "redirect:/programmes/" + code + "/panels?saved";
    }
}
