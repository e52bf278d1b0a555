package it.percorsi.referral.web;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import it.percorsi.referral.PanelService;
import it.percorsi.referral.ReferralMove;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who sits in the panels of one's body, how many must be there, what they usually write. */
@Controller
@RequestMapping("/panels")
class PanelController {

    private final PanelService panels;

    PanelController(PanelService panels) {
        this.panels = panels;
    }

    @GetMapping
    String list(Actor actor, Instant now, Model model) {
        model.addAttribute("panels", panels.ofBody(actor, now));
        return "referral/panels";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        return page(id, actor, now, model);
    }

    /** Each form of the page as it was typed, or empty. */
    private String page(UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("composition", panels.look(actor, now, id));
        model.addAttribute("seats", PanelForms.SEATS);
        model.addAttribute("decisions", PanelForms.DECISIONS);
        empty(model, "memberForm", new PanelForms.Member("", "", "", "", ""));
        empty(model, "departureForm", new PanelForms.Departure("", ""));
        empty(model, "quorumForm", new PanelForms.Quorum("", ""));
        empty(model, "phraseForm", new PanelForms.Phrase("", ""));
        return "referral/panel";
    }

    private static void empty(Model model, String name, Object form) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, form);
        }
    }

    private String mistaken(
            UUID id, Actor actor, Instant now, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(id, actor, now, model);
    }

    @PostMapping("/{id}/members")
    String appoint(
            @PathVariable UUID id,
            @ModelAttribute("memberForm") PanelForms.Member form,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<PanelForms.Member.Appointed> member = form.check(errors, Rome.day(now));
        if (member.isEmpty()) {
            return mistaken(id, actor, now, model, response);
        }
        PanelForms.Member.Appointed who = member.get();
        panels.appoint(
                actor, now, id, who.name(), who.body(), who.seat(), who.account(), who.from());
        return "redirect:/panels/" + id + "?saved";
    }

    @PostMapping("/{id}/departures")
    String release(
            @PathVariable UUID id,
            @ModelAttribute("departureForm") PanelForms.Departure form,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<PanelForms.Departure.Left> left = form.check(errors, Rome.day(now));
        if (left.isEmpty()) {
            return mistaken(id, actor, now, model, response);
        }
        panels.release(actor, now, id, left.get().member(), left.get().lastDay());
        return "redirect:/panels/" + id + "?saved";
    }

    @PostMapping("/{id}/quorums")
    String need(
            @PathVariable UUID id,
            @ModelAttribute("quorumForm") PanelForms.Quorum form,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<PanelForms.Quorum.From> quorum = form.check(errors, Rome.day(now));
        if (quorum.isEmpty()) {
            return mistaken(id, actor, now, model, response);
        }
        panels.need(actor, now, id, quorum.get().members(), quorum.get().from());
        return "redirect:/panels/" + id + "?saved";
    }

    @PostMapping("/{id}/voting")
    String vote(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean votes,
            Actor actor,
            Instant now) {
        panels.vote(actor, now, id, votes);
        return "redirect:/panels/" + id + "?saved";
    }

    @PostMapping("/{id}/phrases")
    String addPhrase(
            @PathVariable UUID id,
            @ModelAttribute("phraseForm") PanelForms.Phrase form,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        form.check(errors);
        if (errors.hasErrors()) {
            return mistaken(id, actor, now, model, response);
        }
        panels.addPhrase(
                actor,
                now,
                id,
                ReferralMove.valueOf(form.phraseDecision()),
                form.phraseText().strip());
        return "redirect:/panels/" + id + "?saved";
    }

    @PostMapping("/{id}/phrases/removal")
    String removePhrase(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<UUID> phrase,
            Actor actor,
            Instant now) {
        phrase.forEach(each -> panels.removePhrase(actor, now, id, each));
        return "redirect:/panels/" + id + "?saved";
    }
}
