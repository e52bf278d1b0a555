package it.percorsi.casefile.web;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.casefile.CaseFileService;
import it.percorsi.casefile.FollowUp;
import it.percorsi.casefile.FollowUpService;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonService;
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

/** How a person is, after their case was closed. */
@Controller
@RequestMapping("/cases/{id}/follow-up")
class FollowUpController {

    private final FollowUpService service;
    private final CaseFileService cases;
    private final PersonService people;

    FollowUpController(FollowUpService service, CaseFileService cases, PersonService people) {
        this.service = service;
        this.cases = cases;
        this.people = people;
    }

    @GetMapping
    String form(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        CaseFileService.Sheet sheet = cases.look(actor, now, id);
        if (sheet.after() == null) {
            throw new NotVisible();
        }
        page(sheet, actor, now, model);
        model.addAttribute(
                "followUpForm",
                new FollowUpForm(
                        "",
                        "",
                        Rome.written(Rome.day(now)),
                        "",
                        Rome.written(service.second(sheet.after().closedOn(), now))));
        return "casefile/follow-up";
    }

    private void page(CaseFileService.Sheet sheet, Actor actor, Instant now, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("file", people.look(actor, now, sheet.file().personId(), "team"));
        model.addAttribute("situations", FollowUp.Situation.values());
        model.addAttribute("answers", FollowUpForm.ANSWERS);
    }

    @PostMapping
    String make(
            @PathVariable UUID id,
            @ModelAttribute FollowUpForm followUpForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        CaseFileService.Sheet sheet = cases.look(actor, now, id);
        Optional<FollowUp.Found> found = followUpForm.check(errors, sheet.after(), Rome.day(now));
        if (found.isEmpty()) {
            page(sheet, actor, now, model);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "casefile/follow-up";
        }
        service.make(actor, now, id, found.get());
        return "redirect:/cases/" + id;
    }
}
