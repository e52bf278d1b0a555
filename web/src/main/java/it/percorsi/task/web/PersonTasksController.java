package it.percorsi.task.web;

import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import it.percorsi.person.PersonService;
import it.percorsi.task.TaskLine;
import it.percorsi.task.TaskOrigin;
import it.percorsi.task.TaskService;
import it.percorsi.task.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
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

/** What is left to do for a person. */
@Controller
@RequestMapping("/people/{id}/tasks")
class PersonTasksController {

    private final TaskService tasks;
    private final PersonService people;

    PersonTasksController(TaskService tasks, PersonService people) {
        this.tasks = tasks;
        this.people = people;
    }

    @GetMapping
    String list(@PathVariable UUID id, Actor actor, Instant now, Model model) {
        model.addAttribute("file", people.look(actor, now, id, "tasks"));
        model.addAttribute("taskForm", new TaskForm(""));
        return page(id, actor, now, tasks.assignees(actor, id), model);
    }

    private String page(
            UUID id, Actor actor, Instant now, List<Tasks.Assignee> assignees, Model model) {
        model.addAttribute("rows", tasks.ofPerson(actor, now, id));
        model.addAttribute("assignees", assignees);
        return "task/person";
    }

    @PostMapping
    String ask(
            @PathVariable UUID id,
            @ModelAttribute TaskForm taskForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("file", people.look(actor, now, id, "tasks"));
        List<Tasks.Assignee> assignees = tasks.assignees(actor, id);
        List<TaskLine> lines = taskForm.check(errors, assignees, actor, Rome.day(now));
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(id, actor, now, assignees, model);
        }
        tasks.ask(actor, now, id, tasks.usualSection(actor, id), TaskOrigin.BY_HAND, lines);
        return "redirect:/people/" + id + "/tasks?saved";
    }
}
