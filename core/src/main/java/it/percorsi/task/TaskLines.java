package it.percorsi.task;

import it.percorsi.access.Actor;
import it.percorsi.person.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.validation.Errors;

/**
 * Decisions as people type them, one a line: who, a colon, what, by when. «Elena: sentire la scuola
 * entro venerdì».
 */
public final class TaskLines {

    private static final int LONGEST = 500;
    private static final String BY = " entro ";

    private final List<TaskLine> read = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Tasks.Assignee> assignees;
    private final Actor writer;
    private final LocalDate today;

    private TaskLines(List<Tasks.Assignee> assignees, Actor writer, LocalDate today) {
        this.assignees = assignees;
        this.writer = writer;
        this.today = today;
    }

    /**
     * @param assignees those that can be named
     * @param writer who is meant by «io»
     */
    public static TaskLines read(
            String typed, List<Tasks.Assignee> assignees, Actor writer, LocalDate today) {
        TaskLines lines = new TaskLines(assignees, writer, today);
        String[] each = typed.split("\\R", -1);
        for (int i = 0; i < each.length; i++) {
            String line = each[i].replaceFirst("^\\s*[-•*]\\s*", "").strip();
            if (!line.isEmpty()) {
                lines.line(i + 1, line);
            }
        }
        return lines;
    }

    private void line(int number, String line) {
        int colon = line.indexOf(':');
        int by = line.toLowerCase(Locale.ITALIAN).lastIndexOf(BY);
        if (colon < 1) {
            mistaken(number, line, "task.line.no-who");
        } else if (by < colon) {
            mistaken(number, line, "task.line.no-day");
        } else {
            parts(
                    number,
                    line,
                    line.substring(0, colon),
                    line.substring(colon + 1, by),
                    line.substring(by + BY.length()));
        }
    }

    private void parts(int number, String line, String who, String what, String when) {
        List<Tasks.Assignee> named = named(who);
        Optional<LocalDate> due = DueDay.read(when, today);
        if (named.isEmpty()) {
            mistaken(number, line, "task.line.nobody");
        } else if (named.size() > 1) {
            mistaken(number, line, "task.line.several");
        } else if (what.isBlank()) {
            mistaken(number, line, "task.line.nothing");
        } else if (what.length() > LONGEST) {
            mistaken(number, line, "task.line.too-long");
        } else if (due.isEmpty()) {
            mistaken(number, line, "task.line.day-unreadable");
        } else if (due.get().isBefore(today)) {
            mistaken(number, line, "task.line.day-past");
        } else {
            read.add(new TaskLine(named.getFirst(), what.strip(), due.get()));
        }
    }

    private void mistaken(int number, String line, String key) {
        mistakes.add(new Mistake(number, line, key));
    }

    /** Those whose name has all these words, or their beginnings; one written in full alone. */
    private List<Tasks.Assignee> named(String who) {
        String plain = Names.plain(who);
        if (plain.equals("io")) {
            return assignees.stream()
                    .filter(each -> writer.operatorId().equals(each.operatorId()))
                    .filter(each -> writer.organisationId().equals(each.organisationId()))
                    .toList();
        }
        List<Tasks.Assignee> alike =
                assignees.stream().filter(each -> has(label(each), plain)).toList();
        List<Tasks.Assignee> whole =
                alike.stream().filter(each -> Names.plain(label(each)).equals(plain)).toList();
        List<Tasks.Assignee> found = whole.isEmpty() ? alike : whole;
        List<UUID> people = found.stream().map(Tasks.Assignee::operatorId).distinct().toList();
        return people.size() == 1 && people.getFirst() != null ? found.subList(0, 1) : found;
    }

    private static String label(Tasks.Assignee each) {
        return each.name() == null ? each.organisationName() : each.name();
    }

    private static boolean has(String name, String words) {
        List<String> parts = List.of(Names.plain(name).split(" "));
        return !words.isBlank()
                && Arrays.stream(words.split(" "))
                        .allMatch(word -> parts.stream().anyMatch(part -> part.startsWith(word)));
    }

    public List<TaskLine> lines() {
        return List.copyOf(read);
    }

    /** What could not be read, in order; while there is any, nothing should be written. */
    public List<Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    /** The mistakes, said at the field the lines were typed in. */
    public void tell(Errors errors, String field) {
        for (Mistake mistake : mistakes) {
            errors.rejectValue(
                    field, mistake.key(), new Object[] {mistake.number(), mistake.line()}, null);
        }
    }

    /**
     * @param number of the line, from one
     * @param key of the message that says what is wrong with it
     */
    public record Mistake(int number, String line, String key) {}
}
