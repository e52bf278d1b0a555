package it.percorsi.person.web;

import it.percorsi.access.Purpose;
import it.percorsi.network.Notices.Notice;
import it.percorsi.person.Consent;
import it.percorsi.person.Consent.Signature;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.validation.Errors;

/** A consent as it is being recorded. */
record ConsentForm(
        String organisation,
        String purpose,
        String consentLanguage,
        String signature,
        String until) {

    static final ConsentForm EMPTY = new ConsentForm("", "", "", "", "");

    ConsentForm {
        organisation = Objects.requireNonNullElse(organisation, "");
        purpose = Objects.requireNonNullElse(purpose, "");
        consentLanguage = Objects.requireNonNullElse(consentLanguage, "");
        signature = Objects.requireNonNullElse(signature, "");
        until = Objects.requireNonNullElse(until, "");
    }

    /** On the version of the notice that counts today. */
    Optional<Consent.Terms> check(Errors errors, List<Notice> notices, LocalDate today) {
        Reading read = new Reading(errors, today);
        UUID to = read.id("organisation", organisation);
        read.choice("purpose", purpose, names(Purpose.values()));
        read.choice(
                "consentLanguage",
                consentLanguage,
                notices.stream().map(Notice::language).toList());
        read.choice("signature", signature, names(Signature.values()));
        LocalDate last = read.optionalDayAhead("until", until, "consent.already-over");
        return read.failed() || to == null
                ? Optional.empty()
                : Optional.of(
                        new Consent.Terms(
                                to,
                                Purpose.valueOf(purpose),
                                notices.getFirst().version(),
                                consentLanguage,
                                Signature.valueOf(signature),
                                last));
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
