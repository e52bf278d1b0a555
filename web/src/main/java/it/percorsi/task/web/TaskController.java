package it.percorsi.task.web;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.pathway.Mark;
import it.percorsi.pathway.Rome;
import it.percorsi.task.TaskLine;
import it.percorsi.task.TaskMove;
import it.percorsi.task.TaskOrigin;
import it.percorsi.task.TaskService;
import it.percorsi.task.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
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

/** What somebody has to do, and doing it. */
@Controller
@RequestMapping("/tasks")
class TaskController {

    private final TaskService tasks;

    TaskController(TaskService tasks) {
        this.tasks = tasks;
    }

    @GetMapping
    String board(
            @RequestParam(required = false) @Nullable Mark after,
            @RequestParam(required = false) @Nullable Mark asked,
            Actor actor,
            Instant now,
            Model model) {
        model.addAttribute("taskForm", new TaskForm(""));
        return page(
                tasks.board(actor, now, after, asked),
                after == null && asked == null,
                tasks.assignees(actor, null),
                model);
    }

    private static String page(
            TaskService.Board board, boolean first, List<Tasks.Assignee> assignees, Model model) {
        model.addAttribute("board", board);
        model.addAttribute("first", first);
        model.addAttribute("assignees", assignees);
        return "task/board";
    }

    @PostMapping
    String ask(
            @ModelAttribute TaskForm taskForm,
            BindingResult errors,
            Actor actor,
            Instant now,
            Model model,
            HttpServletResponse response) {
        List<Tasks.Assignee> assignees = tasks.assignees(actor, null);
        List<TaskLine> lines = taskForm.check(errors, assignees, actor, Rome.day(now));
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(tasks.board(actor, now, null, null), true, assignees, model);
        }
        tasks.ask(actor, now, null, Section.IDENTITY, TaskOrigin.BY_HAND, lines);
        return "redirect:/tasks?saved";
    }

    @PostMapping("/{id}/done")
    String finish(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean there,
            Actor actor,
            Instant now) {
        return after(tasks.move(actor, now, id, TaskMove.FINISH, null), there);
    }

    @PostMapping("/{id}/dropped")
    String letGo(
            @PathVariable UUID id,
            @RequestParam String note,
            @RequestParam(defaultValue = "false") boolean there,
            Actor actor,
            Instant now) {
        return after(tasks.move(actor, now, id, TaskMove.LET_GO, note), there);
    }

    @PostMapping("/{id}/reopened")
    String takeUp(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean there,
            Actor actor,
            Instant now) {
        return after(tasks.move(actor, now, id, TaskMove.TAKE_UP, null), there);
    }

    /**
     * @param there whether the page of the person is where it was done
     */
    private static String after(@Nullable UUID person, boolean there) {
        return there && person != null
                ? "redirect:/people/" + person + "/tasks?saved"
                : "redirect:/tasks?saved";
    }
}
