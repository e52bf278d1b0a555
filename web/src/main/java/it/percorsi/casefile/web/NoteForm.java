package it.percorsi.casefile.web;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.site.Reading;
import it.percorsi.task.TaskLine;
import it.percorsi.task.TaskLines;
import it.percorsi.task.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.validation.Errors;

/** A note being written, with what was decided and when to meet again. */
record NoteForm(String section, String body, String tasks, String meetOn) {

    static final List<Section> SECTIONS = List.of(Section.SOCIAL, Section.LABOUR, Section.RESERVED);

    NoteForm {
        section = Objects.requireNonNullElse(section, "");
        body = Objects.requireNonNullElse(body, "");
        tasks = Objects.requireNonNullElse(tasks, "");
        meetOn = Objects.requireNonNullElse(meetOn, "");
    }

    /**
     * @param meeting what the task says that keeps the day to meet again
     */
    List<TaskLine> check(
            Errors errors,
            List<Tasks.Assignee> assignees,
            Actor actor,
            LocalDate today,
            String meeting) {
        Reading read = new Reading(errors, today);
        read.choice("section", section, SECTIONS.stream().map(Enum::name).toList());
        read.required("body", body, Reading.TEXT);
        read.limited("tasks", tasks, Reading.TEXT);
        TaskLines lines = TaskLines.read(tasks, assignees, actor, today);
        lines.tell(errors, "tasks");
        LocalDate day = read.optionalDay("meetOn", meetOn);
        if (day == null) {
            return lines.lines();
        }
        if (day.isBefore(today)) {
            errors.rejectValue("meetOn", "field.day.past");
        }
        Tasks.Assignee self =
                new Tasks.Assignee(
                        actor.operatorId(),
                        actor.operatorName(),
                        actor.organisationId(),
                        actor.organisationName());
        return Stream.concat(lines.lines().stream(), Stream.of(new TaskLine(self, meeting, day)))
                .toList();
    }
}
