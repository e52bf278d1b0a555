package it.percorsi.programme.web;

import it.percorsi.access.Actor;
import it.percorsi.programme.EnrolmentService;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a person stands towards a programme, and their enrolment in it. */
@Controller
@RequestMapping("/people/{id}/enrolments")
class EnrolmentController {

    private final EnrolmentService enrolments;

    EnrolmentController(EnrolmentService enrolments) {
        this.enrolments = enrolments;
    }

    @GetMapping
    String show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(defaultValue = "true") boolean need,
            Actor actor,
            Instant now,
            Model model) {
        EnrolmentService.Standing standing = enrolments.standing(actor, now, id, programme, need);
        model.addAttribute("standing", standing);
        model.addAttribute("file", standing.file());
        model.addAttribute("need", need);
        return "programme/enrolments";
    }

    @PostMapping
    String enrol(
            @PathVariable UUID id,
            @RequestParam String programme,
            @RequestParam(defaultValue = "false") boolean need,
            Actor actor,
            Instant now) {
        enrolments.enrol(actor, now, id, programme, need);
        return "redirect:/people/" + id + "/enrolments?done";
    }
}
