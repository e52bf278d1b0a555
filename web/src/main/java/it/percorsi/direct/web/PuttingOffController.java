package it.percorsi.direct.web;

import it.percorsi.access.Actor;
import it.percorsi.direct.DirectMove;
import it.percorsi.direct.DirectService;
import it.percorsi.pathway.Rome;
import it.percorsi.site.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
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

/** A service says no, once it was asked whether it is sure, or names another day. */
@Controller
@RequestMapping("/direct-referrals/{id}")
class PuttingOffController {

    private final DirectService direct;

    PuttingOffController(DirectService direct) {
        this.direct = direct;
    }

    private String page(String view, UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("sheet", direct.look(actor, now, id));
        return view;
    }

    private String again(
            String view,
            UUID id,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(view, id, actor, now, model);
    }

    @GetMapping("/refusal")
    String refusal(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("refusalForm", new RefusalForm(""));
        return page("direct/refusal", id, actor, now, model);
    }

    @PostMapping("/refusal")
    String turnAway(
            @PathVariable UUID id,
            @ModelAttribute RefusalForm refusalForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        String why = new Reading(errors, Rome.day(now)).required("note", refusalForm.note(), 2000);
        if (errors.hasErrors()) {
            return again("direct/refusal", id, actor, now, model, response);
        }
        direct.move(actor, now, id, DirectMove.TURN_AWAY, why);
        return "redirect:/direct-referrals/" + id;
    }

    @GetMapping("/deferral")
    String deferral(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("deferralForm", new DeferralForm("", ""));
        return page("direct/deferral", id, actor, now, model);
    }

    @PostMapping("/deferral")
    String defer(
            @PathVariable UUID id,
            @ModelAttribute DeferralForm deferralForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        LocalDate today = Rome.day(now);
        Reading read = new Reading(errors, today);
        LocalDate until = read.day("until", deferralForm.until());
        if (until != null && (!until.isAfter(today) || until.isAfter(today.plusYears(1)))) {
            errors.rejectValue("until", "direct.day-ahead");
        }
        String why = read.required("note", deferralForm.note(), 2000);
        if (errors.hasErrors()) {
            return again("direct/deferral", id, actor, now, model, response);
        }
        direct.defer(actor, now, id, why, until);
        return "redirect:/direct-referrals/" + id;
    }

    record RefusalForm(String note) {

        RefusalForm {
            note = Objects.requireNonNullElse(note, "");
        }
    }

    record DeferralForm(String until, String note) {

        DeferralForm {
            until = Objects.requireNonNullElse(until, "");
            note = Objects.requireNonNullElse(note, "");
        }
    }
}
