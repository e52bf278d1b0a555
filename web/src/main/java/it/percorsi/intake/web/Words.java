package it.percorsi.intake.web;

import it.percorsi.intake.Decision;
import it.percorsi.intake.ImportList;
import it.percorsi.intake.ImportRow;
import it.percorsi.intake.ImportRow.Problem;
import it.percorsi.person.People;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What stands in the way of a row, said for a page and for a sheet. */
@Component
class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ITALIAN);
    }

    Line line(ImportList list, ImportRow row, List<People.Hit> hits) {
        return new Line(
                row,
                row.cells().stream()
                        .filter(cell -> !cell.isBlank())
                        .collect(Collectors.joining(" · ")),
                row.problemsOfCells().stream().map(p -> fault(list, row, p)).toList(),
                hits,
                row.reasons().stream().map(reason -> say("alike." + reason)).toList(),
                offered(row));
    }

    private Fault fault(ImportList list, ImportRow row, Problem problem) {
        String message = say(problem.key(), problem.arguments().toArray());
        return problem.place() < 0
                ? new Fault(null, "", say("intake.row", row.line()), "", "", message)
                : new Fault(
                        row.line() + "-" + problem.place(),
                        "cella-" + row.line() + "-" + problem.place(),
                        Table.reference(row.line(), problem.place()),
                        list.headings().get(problem.place()),
                        row.cells().get(problem.place()),
                        message);
    }

    /** The same code cannot be of two people, and nobody can be the same as nobody. */
    private static List<Decision> offered(ImportRow row) {
        List<Decision> offered = new ArrayList<>(List.of(Decision.SKIP));
        if (!row.alike().isEmpty()) {
            offered.add(Decision.SAME);
        }
        boolean doubtful =
                row.problems().isEmpty()
                        ? row.decision() == Decision.NEW
                                || !row.alike().isEmpty()
                                || row.twin() != null
                                || row.elsewhere() != null
                        : row.problemsOfCells().stream()
                                .allMatch(p -> p.key().equals("fiscal-code.mismatch"));
        if (doubtful && !row.reasons().contains("CODE")) {
            offered.add(Decision.NEW);
        }
        return offered;
    }

    /** All that is to be looked at in a row, in one cell. */
    String inOneCell(ImportList list, ImportRow row) {
        if (row.rank() > 2) {
            return "";
        }
        List<String> said = new ArrayList<>();
        for (Problem problem : row.problemsOfCells()) {
            Fault fault = fault(list, row, problem);
            said.add(
                    fault.at() == null
                            ? fault.message()
                            : say(
                                    "intake.fault",
                                    fault.reference(),
                                    fault.heading(),
                                    fault.typed(),
                                    fault.message()));
        }
        if (row.problems().isEmpty()) {
            if (!row.alike().isEmpty()) {
                said.add(say("intake.known"));
            }
            if (row.twin() != null) {
                said.add(say("intake.twin", row.twin()));
            }
            if (row.elsewhere() != null) {
                said.add(say("intake.elsewhere", row.elsewhere()));
            }
        }
        return String.join(" ", said);
    }

    /**
     * A row as the page shows it.
     *
     * @param offered what can be decided about it
     */
    record Line(
            ImportRow row,
            String text,
            List<Fault> faults,
            List<People.Hit> hits,
            List<String> reasons,
            List<Decision> offered) {

        public boolean open() {
            return row.rank() < 3;
        }
    }

    /**
     * A mistake in a cell, or in the whole row where {@code at} is null.
     *
     * @param at line and place, as the form sends it back
     */
    record Fault(
            @Nullable String at,
            String id,
            String reference,
            String heading,
            String typed,
            String message) {}
}
