package it.percorsi.programme.web;

import it.percorsi.access.Actor;
import it.percorsi.programme.Enrolment;
import it.percorsi.programme.EnrolmentService;
import it.percorsi.programme.Standing;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RequestParam;

/** How a person stands towards a programme, and their enrolment in it. */
@Controller
class EnrolmentController {

    private final EnrolmentService enrolments;

    EnrolmentController(EnrolmentService enrolments) {
        this.enrolments = enrolments;
    }

    @GetMapping("/people/{id}/enrolments")
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(defaultValue = "true") boolean need,
            Actor actor,
            Instant now,
            Model model) {
        model.addAttribute("enrolmentForm", new EnrolmentForm("", need, "", "", false, ""));
        return page(enrolments.standing(actor, now, id, programme, need), model);
    }

    private static String page(Standing standing, Model model) {
        model.addAttribute("standing", standing);
        model.addAttribute("file", standing.file());
        return "programme/enrolments";
    }

    @PostMapping("/people/{id}/enrolments")
    String enrol(
            @PathVariable UUID id,
            @ModelAttribute EnrolmentForm enrolmentForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        String programme = enrolmentForm.programme();
        boolean need = enrolmentForm.needStated();
        Standing standing = enrolments.standing(actor, now, id, programme, need);
        if (!enrolmentForm.check(errors, standing)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(standing, model);
        }
        if (enrolmentForm.waits()) {
            String why = enrolmentForm.waitReason().strip();
            enrolments.await(actor, now, id, programme, need, why);
        } else {
            enrolments.enrol(
                    actor,
                    now,
                    id,
                    programme,
                    need,
                    enrolmentForm.reasonGiven(),
                    enrolmentForm.outOfTurn());
        }
        return "redirect:/people/" + id + "/enrolments?programme=" + programme;
    }

    @PostMapping("/enrolments/{id}/completion")
    String complete(@PathVariable UUID id, Actor actor, Instant now) {
        return back(enrolments.complete(actor, now, id));
    }

    @PostMapping("/enrolments/{id}/departure")
    String drop(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        return back(enrolments.drop(actor, now, id, note.strip()));
    }

    @PostMapping("/enrolments/{id}/reassessment")
    String reassess(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean need,
            @RequestParam(defaultValue = "") String seen,
            Actor actor,
            Instant now) {
        String note = seen.isBlank() ? null : seen.strip();
        return back(enrolments.reassess(actor, now, id, need, note));
    }

    private static String back(Enrolment enrolment) {
        return "redirect:/people/" + enrolment.personId() + "/enrolments";
    }
}
