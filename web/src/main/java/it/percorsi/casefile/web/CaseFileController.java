package it.percorsi.casefile.web;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.casefile.CaseFileService;
import it.percorsi.person.PersonService;
import it.percorsi.task.TaskService;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The case: its team, and what becomes of it. */
@Controller
class CaseFileController {

    private final CaseFileService service;
    private final PersonService people;
    private final TaskService tasks;

    CaseFileController(CaseFileService service, PersonService people, TaskService tasks) {
        this.service = service;
        this.people = people;
        this.tasks = tasks;
    }

    @GetMapping("/cases")
    String worklist(Actor actor, Instant now, Model model) {
        model.addAttribute("cases", service.worklist(actor, now));
        model.addAttribute("tasks", tasks.count(actor, now));
        return "casefile/list";
    }

    @GetMapping("/people/{id}/team")
    String ofPerson(@PathVariable UUID id, Actor actor) {
        return "redirect:/cases/" + service.ofPerson(actor, id);
    }

    @GetMapping("/cases/{id}")
    String show(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        CaseFileService.Sheet sheet = service.look(actor, now, id);
        model.addAttribute("sheet", sheet);
        model.addAttribute("file", people.look(actor, now, sheet.file().personId(), "team"));
        return "casefile/show";
    }

    @GetMapping("/cases/{id}/care")
    String form(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        String self = actor.operatorId().toString();
        model.addAttribute("careForm", new CareForm(self, List.of(self), ""));
        return carePage(id, actor, now, model);
    }

    private String carePage(UUID id, Actor actor, Instant now, Model model) {
        CaseFileService.Sheet sheet = service.look(actor, now, id);
        if (!sheet.mayTakeInCare()) {
            throw new NotVisible();
        }
        model.addAttribute("sheet", sheet);
        model.addAttribute("file", people.look(actor, now, sheet.file().personId(), "care"));
        model.addAttribute("colleagues", service.colleagues(actor));
        return "casefile/care";
    }

    @PostMapping("/cases/{id}/care")
    String takeInCare(
            @PathVariable UUID id,
            @ModelAttribute CareForm careForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        Optional<CareForm.Team> team = careForm.check(errors);
        if (team.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return carePage(id, actor, now, model);
        }
        service.takeInCare(
                actor, now, id, team.get().manager(), team.get().members(), careForm.decision());
        return "redirect:/cases/" + id;
    }

    @PostMapping("/cases/{id}/suspension")
    String suspend(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        service.suspend(actor, now, id, note);
        return "redirect:/cases/" + id;
    }

    @PostMapping("/cases/{id}/resumption")
    String resume(@PathVariable UUID id, Actor actor, Instant now) {
        service.resume(actor, now, id);
        return "redirect:/cases/" + id;
    }

    @PostMapping("/cases/{id}/closing")
    String close(@PathVariable UUID id, @RequestParam String note, Actor actor, Instant now) {
        service.close(actor, now, id, note);
        return "redirect:/cases/" + id;
    }
}
