package it.percorsi.task;

import it.percorsi.pathway.Mover;
import it.percorsi.pathway.Party;

/** Who settles a task: those of the body that owes it and of the one that asked for it. */
enum TaskParty implements Party<Task> {
    CONCERNED;

    @Override
    public String key() {
        return "concerned";
    }

    @Override
    public boolean includes(Task task, Mover mover) {
        return task.concerns(mover);
    }
}
