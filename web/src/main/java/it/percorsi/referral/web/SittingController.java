package it.percorsi.referral.web;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import it.percorsi.referral.ReferralMove;
import it.percorsi.referral.Referrals;
import it.percorsi.referral.Sitting;
import it.percorsi.referral.SittingService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** A panel's sittings: who is there, what is decided, the minutes. */
@Controller
@RequestMapping("/sittings")
class SittingController {

    private final SittingService sittings;
    private final Referrals referrals;

    SittingController(SittingService sittings, Referrals referrals) {
        this.sittings = sittings;
        this.referrals = referrals;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("sittingForm", new SittingForm("", "", "", ""));
        return page(actor, model);
    }

    private String page(Actor actor, Model model) {
        model.addAttribute("sittings", sittings.sittings(actor));
        model.addAttribute("panels", referrals.panels());
        return "referral/sittings";
    }

    @PostMapping
    String plan(
            @ModelAttribute SittingForm sittingForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<SittingForm.Planned> planned = sittingForm.check(errors, Rome.day(now));
        if (planned.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(actor, model);
        }
        Sitting sitting =
                sittings.plan(
                        actor,
                        now,
                        planned.get().panel(),
                        planned.get().at(),
                        planned.get().place());
        return "redirect:/sittings/" + sitting.id();
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("decisionForm", new DecisionForm("", "", "", ""));
        return page(id, actor, now, model);
    }

    private String page(UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("table", sittings.look(actor, now, id));
        model.addAttribute("decisions", DecisionForm.DECISIONS);
        return "referral/sitting";
    }

    @PostMapping("/{id}/opening")
    String open(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Set<UUID> present,
            Actor actor,
            Instant now) {
        sittings.open(actor, now, id, present == null ? Set.of() : present);
        return "redirect:/sittings/" + id;
    }

    @PostMapping("/{id}/decisions")
    String decide(
            @PathVariable UUID id,
            @ModelAttribute DecisionForm decisionForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        decisionForm.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, actor, now, model);
        }
        sittings.decide(
                actor,
                now,
                id,
                UUID.fromString(decisionForm.referral()),
                ReferralMove.valueOf(decisionForm.decision()),
                decisionForm.why().strip(),
                decisionForm.conditions().isBlank() ? null : decisionForm.conditions().strip());
        return "redirect:/sittings/" + id;
    }

    @PostMapping("/{id}/closing")
    String close(@PathVariable UUID id, Actor actor, Instant now) {
        sittings.close(actor, now, id);
        return "redirect:/sittings/" + id + "/minutes";
    }

    @GetMapping("/{id}/minutes")
    String minutes(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("table", sittings.look(actor, now, id));
        return "referral/minutes";
    }
}
