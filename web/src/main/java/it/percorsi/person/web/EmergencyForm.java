package it.percorsi.person.web;

import it.percorsi.access.EmergencyAccess.Cause;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.validation.Errors;

/** An emergency as it is being declared. */
record EmergencyForm(String evidence, String cause, String why) {

    EmergencyForm {
        evidence = Objects.requireNonNullElse(evidence, "");
        cause = Objects.requireNonNullElse(cause, "");
        why = Objects.requireNonNullElse(why, "");
    }

    void check(Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        read.required("evidence", evidence, Reading.LINE);
        read.choice("cause", cause, Arrays.stream(Cause.values()).map(Enum::name).toList());
        read.required("why", why, Reading.TEXT);
    }
}
