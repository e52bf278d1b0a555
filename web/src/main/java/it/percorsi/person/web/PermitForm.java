package it.percorsi.person.web;

import it.percorsi.network.Network;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A permit to stay as read from the card. */
record PermitForm(String kind, String number, String expiresOn, String receiptOn) {

    PermitForm {
        kind = Objects.requireNonNullElse(kind, "");
        number = Objects.requireNonNullElse(number, "");
        expiresOn = Objects.requireNonNullElse(expiresOn, "");
        receiptOn = Objects.requireNonNullElse(receiptOn, "");
    }

    Optional<Permit> check(Errors errors, Network network, LocalDate today) {
        Reading read = new Reading(errors, today);
        read.choice(
                "kind", kind, network.permitKinds().stream().map(Network.Choice::code).toList());
        String card =
                read.optional("number", number.replaceAll("\\s", "").toUpperCase(Locale.ROOT), 20);
        LocalDate expires = read.optionalDay("expiresOn", expiresOn);
        LocalDate receipt = read.optionalDay("receiptOn", receiptOn);
        if (receipt != null && expires == null && expiresOn.isBlank()) {
            errors.rejectValue("expiresOn", "permit.receipt-without-expiry");
        }
        return read.failed()
                ? Optional.empty()
                : Optional.of(new Permit(kind, card, expires, receipt));
    }

    record Permit(
            String kind,
            @Nullable String number,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate receiptOn) {}
}
