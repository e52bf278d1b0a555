package it.percorsi.direct.web;

import it.percorsi.direct.DirectReferral;
import it.percorsi.direct.DirectReferrals;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A direct referral as it is being written.
 *
 * @param telling whether the telephone is told
 */
record DirectForm(
        String service, String sentTo, String elsewhere, String what, @Nullable String telling) {

    private static final int WHAT = 500;
    private static final int NAME = 120;

    DirectForm {
        service = Objects.requireNonNullElse(service, "");
        sentTo = Objects.requireNonNullElse(sentTo, "");
        elsewhere = Objects.requireNonNullElse(elsewhere, "");
        what = Objects.requireNonNullElse(what, "");
    }

    static DirectForm blank() {
        return new DirectForm("", "", "", "", "yes");
    }

    Optional<DirectReferral.Asked> check(Errors errors, List<DirectReferrals.Receiver> receivers) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        read.choice(
                "service",
                service,
                Stream.of(DirectReferral.Service.values()).map(Enum::name).toList());
        String name = read.optional("elsewhere", elsewhere, NAME);
        UUID body = null;
        if (sentTo.isBlank() == (name == null)) {
            errors.rejectValue("sentTo", "direct.one-receiver");
        } else if (name == null) {
            read.choice("sentTo", sentTo, receivers.stream().map(r -> "" + r.id()).toList());
            body = read.failed() ? null : UUID.fromString(sentTo);
        }
        String asked = read.required("what", what, WHAT);
        return read.failed()
                ? Optional.empty()
                : Optional.of(
                        new DirectReferral.Asked(
                                body, name, DirectReferral.Service.valueOf(service), asked));
    }
}
