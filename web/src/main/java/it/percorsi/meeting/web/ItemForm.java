package it.percorsi.meeting.web;

import it.percorsi.access.Actor;
import it.percorsi.site.Reading;
import it.percorsi.task.TaskLine;
import it.percorsi.task.TaskLines;
import it.percorsi.task.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.validation.Errors;

/** What is said and decided of a case, as it is typed. */
record ItemForm(String words, String tasks) {

    ItemForm {
        words = Objects.requireNonNullElse(words, "");
        tasks = Objects.requireNonNullElse(tasks, "");
    }

    List<TaskLine> check(
            Errors errors, List<Tasks.Assignee> assignees, Actor actor, LocalDate today) {
        Reading read = new Reading(errors, today);
        read.limited("words", words, Reading.TEXT);
        read.limited("tasks", tasks, Reading.TEXT);
        TaskLines lines = TaskLines.read(tasks, assignees, actor, today);
        lines.tell(errors, "tasks");
        return lines.lines();
    }
}
