package it.percorsi.casefile.web;

import it.percorsi.access.Section;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What the body of a member will see, as it is ticked, and why. */
record SightForm(@Nullable List<String> opened, String note) {

    SightForm {
        note = Objects.requireNonNullElse(note, "");
    }

    public List<String> chosen() {
        return opened == null ? List.of() : opened;
    }

    void check(Errors errors, List<Section> opening) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        for (String section : chosen()) {
            read.choice("opened", section, opening.stream().map(Enum::name).toList());
        }
        read.required("note", note, Reading.TEXT);
    }

    Set<Section> sections() {
        Set<Section> sections = EnumSet.noneOf(Section.class);
        chosen().forEach(section -> sections.add(Section.valueOf(section)));
        return sections;
    }
}
