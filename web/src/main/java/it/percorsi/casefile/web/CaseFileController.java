package it.percorsi.casefile.web;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Operators;
import it.percorsi.casefile.CaseFileService;
import it.percorsi.casefile.CaseFiles;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonService;
import it.percorsi.task.TaskService;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The case: its team, and what becomes of it. */
@Controller
class CaseFileController {

    private final CaseFileService service;
    private final PersonService people;
    private final TaskService tasks;
    private final MessageSource messages;

    CaseFileController(
            CaseFileService service,
            PersonService people,
            TaskService tasks,
            MessageSource messages) {
        this.service = service;
        this.people = people;
        this.tasks = tasks;
        this.messages = messages;
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
        List<Operators.Colleague> colleagues = service.colleagues(actor);
        CaseFiles.Accepted accepted = carePage(id, colleagues, actor, now, model).accepted();
        String manager =
                colleagues.stream()
                        .filter(each -> each.organisationId().equals(actor.organisationId()))
                        .filter(each -> accepted != null && accepted.names(each))
                        .findFirst()
                        .map(Operators.Colleague::operatorId)
                        .orElse(actor.operatorId())
                        .toString();
        model.addAttribute(
                "careForm",
                new CareForm(
                        manager,
                        List.of(manager),
                        "",
                        messages.getMessage("casefile.first-tasks", null, Locale.ITALIAN)));
        return "casefile/care";
    }

    private CaseFileService.Sheet carePage(
            UUID id, List<Operators.Colleague> colleagues, Actor actor, Instant now, Model model) {
        CaseFileService.Sheet sheet = service.look(actor, now, id);
        if (!sheet.mayTakeInCare()) {
            throw new NotVisible();
        }
        model.addAttribute("sheet", sheet);
        model.addAttribute("file", people.look(actor, now, sheet.file().personId(), "care"));
        model.addAttribute("colleagues", colleagues);
        model.addAttribute("assignees", tasks.assignees(actor, sheet.file().personId()));
        return sheet;
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
        UUID person = service.look(actor, now, id).file().personId();
        Optional<CareForm.Team> team =
                careForm.check(errors, tasks.assignees(actor, person), actor, Rome.day(now));
        if (team.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            carePage(id, service.colleagues(actor), actor, now, model);
            return "casefile/care";
        }
        service.takeInCare(
                actor,
                now,
                id,
                team.get().manager(),
                team.get().members(),
                careForm.decision(),
                team.get().first());
        return "redirect:/cases/" + id;
    }
}
