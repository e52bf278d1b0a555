package it.percorsi.notice.web;

import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.validation.Errors;

/** The street of a desk. */
record PlaceForm(String desk, String address) {

    PlaceForm {
        desk = Objects.requireNonNullElse(desk, "");
        address = Objects.requireNonNullElse(address, "").strip();
    }

    void check(Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        read.id("desk", desk);
        read.required("address", address, Reading.LINE);
    }
}
