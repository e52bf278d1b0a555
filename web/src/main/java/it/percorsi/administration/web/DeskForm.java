package it.percorsi.administration.web;

import it.percorsi.network.Desk;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.validation.Errors;

/** A desk being added to a body. */
record DeskForm(String organisation, String code, String name, String kind, String municipality) {

    DeskForm {
        organisation = Objects.requireNonNullElse(organisation, "");
        code = Objects.requireNonNullElse(code, "");
        name = Objects.requireNonNullElse(name, "");
        kind = Objects.requireNonNullElse(kind, "");
        municipality = Objects.requireNonNullElse(municipality, "");
    }

    void check(Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        read.id("organisation", organisation);
        read.required("code", code, 60);
        read.required("name", name, Reading.LINE);
        read.choice("kind", kind, Arrays.stream(Desk.Kind.values()).map(Enum::name).toList());
        read.required("municipality", municipality, 4);
    }
}
