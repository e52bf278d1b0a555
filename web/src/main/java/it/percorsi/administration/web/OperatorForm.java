package it.percorsi.administration.web;

import it.percorsi.access.Role;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.validation.Errors;

/** An account being opened, with its first role. */
record OperatorForm(
        String username, String name, String password, String organisation, String role) {

    OperatorForm {
        username = Objects.requireNonNullElse(username, "");
        name = Objects.requireNonNullElse(name, "");
        password = Objects.requireNonNullElse(password, "");
        organisation = Objects.requireNonNullElse(organisation, "");
        role = Objects.requireNonNullElse(role, "");
    }

    void check(Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        read.required("username", username, 60);
        read.required("name", name, Reading.LINE);
        read.id("organisation", organisation);
        read.choice("role", role, Arrays.stream(Role.values()).map(Enum::name).toList());
        if (password.length() < 12
                || password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 72) {
            errors.rejectValue("password", "administration.password-length");
        }
    }
}
