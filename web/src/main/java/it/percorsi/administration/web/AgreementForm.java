package it.percorsi.administration.web;

import it.percorsi.access.AgreementService.Terms;
import it.percorsi.access.LegalBases.Direction;
import it.percorsi.access.LegalBases.Kind;
import it.percorsi.access.Purpose;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.validation.Errors;

/**
 * An agreement being recorded: between two bodies, or for a whole programme in one direction.
 *
 * @param programme empty where it is between two bodies
 */
record AgreementForm(
        String from,
        String to,
        String programme,
        String direction,
        String purpose,
        String basisKind,
        String reference,
        String validFrom,
        String validUntil) {

    static final AgreementForm EMPTY = new AgreementForm("", "", "", "", "", "", "", "", "");

    AgreementForm {
        from = Objects.requireNonNullElse(from, "");
        to = Objects.requireNonNullElse(to, "");
        programme = Objects.requireNonNullElse(programme, "");
        direction = Objects.requireNonNullElse(direction, "");
        purpose = Objects.requireNonNullElse(purpose, "");
        basisKind = Objects.requireNonNullElse(basisKind, "");
        reference = Objects.requireNonNullElse(reference, "");
        validFrom = Objects.requireNonNullElse(validFrom, "");
        validUntil = Objects.requireNonNullElse(validUntil, "");
    }

    Optional<Terms> check(Errors errors, LocalDate today) {
        Reading read = new Reading(errors, today);
        if (programme.isEmpty()) {
            read.id("from", from);
            read.id("to", to);
        } else {
            read.id("programme", programme);
            read.choice("direction", direction, names(Direction.values()));
        }
        read.choice("purpose", purpose, names(Purpose.values()));
        read.choice("basisKind", basisKind, names(Kind.values()));
        String act = read.required("reference", reference, Reading.LINE);
        LocalDate since = read.day("validFrom", validFrom);
        LocalDate until = read.optionalDay("validUntil", validUntil);
        return read.failed() || since == null
                ? Optional.empty()
                : Optional.of(
                        new Terms(
                                Purpose.valueOf(purpose),
                                Kind.valueOf(basisKind),
                                act,
                                since,
                                until));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
