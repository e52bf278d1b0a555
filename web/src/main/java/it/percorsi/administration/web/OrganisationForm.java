package it.percorsi.administration.web;

import it.percorsi.network.Organisation;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.validation.Errors;

/** A body being added to the network. */
record OrganisationForm(String code, String name, String kind, String municipality) {

    OrganisationForm {
        code = Objects.requireNonNullElse(code, "");
        name = Objects.requireNonNullElse(name, "");
        kind = Objects.requireNonNullElse(kind, "");
        municipality = Objects.requireNonNullElse(municipality, "");
    }

    void check(Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        read.required("code", code, 60);
        read.required("name", name, Reading.LINE);
        read.choice(
                "kind", kind, Arrays.stream(Organisation.Kind.values()).map(Enum::name).toList());
    }
}
