package it.percorsi.task.web;

import it.percorsi.access.Actor;
import it.percorsi.site.Reading;
import it.percorsi.task.TaskLine;
import it.percorsi.task.TaskLines;
import it.percorsi.task.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.validation.Errors;

/** Tasks being typed, one a line. */
record TaskForm(String tasks) {

    TaskForm {
        tasks = Objects.requireNonNullElse(tasks, "");
    }

    List<TaskLine> check(
            Errors errors, List<Tasks.Assignee> assignees, Actor actor, LocalDate today) {
        new Reading(errors, today).required("tasks", tasks, Reading.TEXT);
        TaskLines lines = TaskLines.read(tasks, assignees, actor, today);
        lines.tell(errors, "tasks");
        return lines.lines();
    }
}
