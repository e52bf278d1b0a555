package it.percorsi.casefile.web;

import it.percorsi.casefile.InHand;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.validation.Errors;

/**
 * What passes, by kind, and why.
 *
 * @param to the colleague, chosen on the page before
 */
record InHandForm(String to, List<String> kinds, String note) {

    InHandForm {
        to = Objects.requireNonNullElse(to, "");
        kinds = Objects.requireNonNullElse(kinds, List.of());
        note = Objects.requireNonNullElse(note, "");
    }

    /** All of it, if nobody says otherwise. */
    static InHandForm all() {
        return new InHandForm("", Arrays.stream(InHand.Kind.values()).map(Enum::name).toList(), "");
    }

    Set<InHand.Kind> check(Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        Set<InHand.Kind> chosen = EnumSet.noneOf(InHand.Kind.class);
        Arrays.stream(InHand.Kind.values())
                .filter(kind -> kinds.contains(kind.name()))
                .forEach(chosen::add);
        if (chosen.isEmpty()) {
            errors.rejectValue("kinds", "in-hand.nothing-chosen");
        }
        read.required("note", note, Reading.TEXT);
        return chosen;
    }
}
