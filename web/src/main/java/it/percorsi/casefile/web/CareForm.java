package it.percorsi.casefile.web;

import it.percorsi.access.Actor;
import it.percorsi.site.Reading;
import it.percorsi.task.TaskLine;
import it.percorsi.task.TaskLines;
import it.percorsi.task.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A team being formed for a case, and what it does first. */
record CareForm(String manager, @Nullable List<String> members, String decision, String tasks) {

    CareForm {
        manager = Objects.requireNonNullElse(manager, "");
        decision = Objects.requireNonNullElse(decision, "");
        tasks = Objects.requireNonNullElse(tasks, "");
    }

    public List<String> chosenMembers() {
        return members == null ? List.of() : members;
    }

    Optional<Team> check(
            Errors errors, List<Tasks.Assignee> assignees, Actor actor, LocalDate today) {
        Reading read = new Reading(errors, today);
        UUID leading = read.id("manager", manager);
        for (String member : chosenMembers()) {
            read.id("members", member);
        }
        read.limited("decision", decision, Reading.TEXT);
        read.limited("tasks", tasks, Reading.TEXT);
        TaskLines lines = TaskLines.read(tasks, assignees, actor, today);
        lines.tell(errors, "tasks");
        return read.failed() || leading == null
                ? Optional.empty()
                : Optional.of(
                        new Team(
                                leading,
                                chosenMembers().stream().map(UUID::fromString).toList(),
                                lines.lines()));
    }

    record Team(UUID manager, List<UUID> members, List<TaskLine> first) {}
}
