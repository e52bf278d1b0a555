package it.percorsi.task;

import static it.percorsi.pathway.Rule.row;
import static it.percorsi.task.TaskParty.CONCERNED;
import static it.percorsi.task.TaskStatus.DONE;
import static it.percorsi.task.TaskStatus.DROPPED;
import static it.percorsi.task.TaskStatus.OPEN;

import it.percorsi.pathway.Move;
import it.percorsi.pathway.Rule;
import java.util.Set;

/** The pathway of a task. */
public enum TaskMove implements Move<Task, TaskStatus> {
    // @formatter:off
    //         from                        to        who
    FINISH    (row(Set.of(OPEN),           DONE,     CONCERNED)),
    LET_GO    (row(Set.of(OPEN),           DROPPED,  CONCERNED).withReason()),
    TAKE_UP   (row(Set.of(DONE, DROPPED),  OPEN,     CONCERNED));
    // @formatter:on

    private final Rule<Task, TaskStatus> rule;

    TaskMove(Rule<Task, TaskStatus> rule) {
        this.rule = rule;
    }

    @Override
    public Rule<Task, TaskStatus> rule() {
        return rule;
    }
}
