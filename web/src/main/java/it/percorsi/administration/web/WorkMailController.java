package it.percorsi.administration.web;

import it.percorsi.access.Actor;
import it.percorsi.access.WorkMailService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where operators are written to: one's own, and for administrators everybody's. */
@Controller
class WorkMailController {

    private static final String OF_AN_OPERATOR = "/administration/operators/{id}/mail";

    private final WorkMailService mails;

    WorkMailController(WorkMailService mails) {
        this.mails = mails;
    }

    @GetMapping("/account")
    String own(Actor actor, Model model) {
        model.addAttribute("workMailForm", WorkMailForm.of(mails.own(actor)));
        return "access/account";
    }

    @PostMapping("/account")
    String keepOwn(
            @ModelAttribute WorkMailForm workMailForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            HttpServletResponse response) {
        workMailForm.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "access/account";
        }
        mails.keepOwn(actor, now, workMailForm.read());
        return "redirect:/account?saved";
    }

    @GetMapping(OF_AN_OPERATOR)
    String ofAnOperator(@PathVariable UUID id, Actor actor, Model model) {
        WorkMailService.Kept kept = mails.of(actor, id);
        model.addAttribute("workMailForm", WorkMailForm.of(kept.mail()));
        model.addAttribute("kept", kept);
        return "access/work-mail";
    }

    @PostMapping(OF_AN_OPERATOR)
    String keep(
            @PathVariable UUID id,
            @ModelAttribute WorkMailForm workMailForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        workMailForm.check(errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("kept", mails.of(actor, id));
            return "access/work-mail";
        }
        mails.keepAddress(actor, now, id, workMailForm.address());
        return "redirect:/administration?saved";
    }
}
