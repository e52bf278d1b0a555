package it.percorsi.administration.web;

import it.percorsi.network.Network;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A kind of permit as an administrator writes it. */
record PermitKindForm(
        String code,
        String name,
        @Nullable Boolean allowsWork,
        String from,
        String until,
        String source,
        @Nullable Boolean verified) {

    static final PermitKindForm BLANK = new PermitKindForm("", "", false, "", "", "", false);

    PermitKindForm {
        code = Objects.requireNonNullElse(code, "");
        name = Objects.requireNonNullElse(name, "");
        allowsWork = Objects.requireNonNullElse(allowsWork, false);
        from = Objects.requireNonNullElse(from, "");
        until = Objects.requireNonNullElse(until, "");
        source = Objects.requireNonNullElse(source, "");
        verified = Objects.requireNonNullElse(verified, false);
    }

    Optional<Network.PermitKind> check(Errors errors, LocalDate today) {
        Reading read = new Reading(errors, today);
        String word = read.required("code", code, 40).toUpperCase(Locale.ROOT);
        if (!word.isEmpty() && !word.matches("[A-Z][A-Z_]*")) {
            errors.rejectValue("code", "permit-kind.code");
        }
        String title = read.required("name", name, Reading.LINE);
        LocalDate first = read.optionalDay("from", from);
        LocalDate last = read.optionalDay("until", until);
        if (first != null && last != null && last.isBefore(first)) {
            errors.rejectValue("until", "permit-kind.dates");
        }
        String said = read.required("source", source, Reading.LINE);
        return read.failed()
                ? Optional.empty()
                : Optional.of(
                        new Network.PermitKind(
                                word,
                                title,
                                Boolean.TRUE.equals(allowsWork),
                                first,
                                last,
                                said,
                                Boolean.TRUE.equals(verified)));
    }
}
