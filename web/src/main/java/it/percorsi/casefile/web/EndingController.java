package it.percorsi.casefile.web;

import it.percorsi.access.Actor;
import it.percorsi.casefile.CaseFileService;
import it.percorsi.casefile.CaseOutcome;
import it.percorsi.casefile.Closing;
import it.percorsi.casefile.FollowUpService;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
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

/** A case rests, goes on, ends, and begins again. */
@Controller
@RequestMapping("/cases/{id}")
class EndingController {

    private final CaseFileService service;
    private final FollowUpService followUps;
    private final PersonService people;

    EndingController(CaseFileService service, FollowUpService followUps, PersonService people) {
        this.service = service;
        this.followUps = followUps;
        this.people = people;
    }

    private void show(UUID id, Actor actor, Instant now, Model model) {
        CaseFileService.Sheet sheet = service.look(actor, now, id);
        model.addAttribute("sheet", sheet);
        model.addAttribute("file", people.look(actor, now, sheet.file().personId(), "team"));
    }

    @GetMapping("/suspension")
    String suspension(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        show(id, actor, now, model);
        model.addAttribute("suspensionForm", new SuspensionForm("", ""));
        return "casefile/suspension";
    }

    @PostMapping("/suspension")
    String suspend(
            @PathVariable UUID id,
            @ModelAttribute SuspensionForm suspensionForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        LocalDate until = suspensionForm.check(errors, Rome.day(now));
        if (until == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            show(id, actor, now, model);
            return "casefile/suspension";
        }
        service.suspend(actor, now, id, until, suspensionForm.note());
        return "redirect:/cases/" + id;
    }

    @PostMapping("/resumption")
    String resume(@PathVariable UUID id, Actor actor, Instant now) {
        service.resume(actor, now, id);
        return "redirect:/cases/" + id;
    }

    @GetMapping("/closing")
    String closing(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        String next = Rome.written(followUps.first(now));
        model.addAttribute("closingForm", new ClosingForm("", false, "", false, "", next));
        return closingPage(id, actor, now, model);
    }

    private String closingPage(UUID id, Actor actor, Instant now, Model model) {
        show(id, actor, now, model);
        model.addAttribute("outcomes", CaseOutcome.values());
        model.addAttribute("obstacles", service.obstaclesToClosing(actor, now, id));
        return "casefile/closing";
    }

    @PostMapping("/closing")
    String close(
            @PathVariable UUID id,
            @ModelAttribute ClosingForm closingForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<Closing> closing = closingForm.check(errors, Rome.day(now));
        if (closing.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return closingPage(id, actor, now, model);
        }
        service.close(actor, now, id, closing.get());
        return "redirect:/cases/" + id;
    }

    @PostMapping("/reopening")
    String reopen(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        service.reopen(actor, now, id, note);
        return "redirect:/cases/" + id;
    }
}
