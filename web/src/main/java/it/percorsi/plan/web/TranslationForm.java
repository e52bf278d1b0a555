package it.percorsi.plan.web;

import it.percorsi.plan.PlanTranslationService;
import it.percorsi.plan.PlanTranslations;
import it.percorsi.site.Reading;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What was translated of a plan.
 *
 * @param of the keys of its rows, in order
 * @param mark of each row as it was read
 * @param theirs in the person's language, row by row
 * @param still the keys of those that hold of the Italian that changed
 */
record TranslationForm(
        String translator,
        String translatedOn,
        List<String> of,
        List<String> mark,
        List<String> theirs,
        List<String> still) {

    TranslationForm {
        translator = Objects.requireNonNullElse(translator, "");
        translatedOn = Objects.requireNonNullElse(translatedOn, "");
        of = of == null ? List.of() : List.copyOf(of);
        mark = mark == null ? List.of() : List.copyOf(mark);
        theirs = theirs == null ? List.of() : List.copyOf(theirs);
        still = still == null ? List.of() : List.copyOf(still);
    }

    static TranslationForm blank(String today) {
        return new TranslationForm("", today, List.of(), List.of(), List.of(), List.of());
    }

    List<PlanTranslationService.Said> read(Reading read) {
        int rows = Math.min(of.size(), Math.min(mark.size(), theirs.size()));
        return IntStream.range(0, rows)
                .mapToObj(n ->
                        new PlanTranslationService.Said(
                                of.get(n),
                                mark.get(n),
                                read.limited("theirs", theirs.get(n), Reading.TEXT),
                                still.contains(of.get(n))))
                .toList();
    }

    /** What stands in a row: what was typed there, else what is kept. */
    public String shown(PlanTranslations.Row row) {
        int n = of.indexOf(row.key());
        return n >= 0 && n < theirs.size()
                ? theirs.get(n)
                : Objects.requireNonNullElse(row.text(), "");
    }
}
