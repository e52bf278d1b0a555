package it.percorsi.task;

import java.time.LocalDate;

/** A task as it is decided: who, what, by when. */
public record TaskLine(Tasks.Assignee owner, String what, LocalDate due) {}
