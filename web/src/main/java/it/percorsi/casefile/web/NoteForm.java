package it.percorsi.casefile.web;

import it.percorsi.access.Section;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.validation.Errors;

/** A note being written. */
record NoteForm(String section, String body) {

    static final List<Section> SECTIONS = List.of(Section.SOCIAL, Section.LABOUR, Section.RESERVED);

    NoteForm {
        section = Objects.requireNonNullElse(section, "");
        body = Objects.requireNonNullElse(body, "");
    }

    void check(Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        read.choice("section", section, SECTIONS.stream().map(Enum::name).toList());
        read.required("body", body, Reading.TEXT);
    }
}
