package it.percorsi.direct.web;

import it.percorsi.direct.DirectReferral;
import it.percorsi.direct.DirectReferrals;
import it.percorsi.pathway.Grounds;
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
 * @param follows one that came to nothing, which this one sends again
 */
record DirectForm(
        String service,
        String sentTo,
        String elsewhere,
        String what,
        @Nullable List<String> needs,
        String reason,
        String legalBasis,
        @Nullable String telling,
        @Nullable UUID follows) {

    private static final int WHAT = 500;
    private static final int NAME = 120;

    DirectForm {
        service = Objects.requireNonNullElse(service, "");
        sentTo = Objects.requireNonNullElse(sentTo, "");
        elsewhere = Objects.requireNonNullElse(elsewhere, "");
        what = Objects.requireNonNullElse(what, "");
        reason = Objects.requireNonNullElse(reason, "");
        legalBasis = Objects.requireNonNullElse(legalBasis, "");
    }

    static DirectForm blank() {
        return new DirectForm("", "", "", "", null, "", "PUBLIC_TASK", "yes", null);
    }

    /** What one that came to nothing said. */
    static DirectForm again(DirectReferrals.Row row) {
        return new DirectForm(
                row.service().name(),
                row.receiverId() == null ? "" : row.receiverId().toString(),
                row.receiverId() == null ? row.receiverName() : "",
                row.asked(),
                row.needs(),
                Objects.requireNonNullElse(row.reason(), ""),
                Objects.requireNonNullElse(row.legalBasis(), "PUBLIC_TASK"),
                row.phone() == null ? null : "yes",
                row.id());
    }

    public List<String> chosenNeeds() {
        return needs == null ? List.of() : needs;
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
        if (chosenNeeds().isEmpty()) {
            errors.rejectValue("needs", "referral.needs-given");
        }
        chosenNeeds().forEach(need -> read.choice("needs", need, Grounds.NEEDS));
        String why = read.required("reason", reason, WHAT);
        String asked = read.required("what", what, WHAT);
        read.choice("legalBasis", legalBasis, Grounds.BASES);
        return read.failed()
                ? Optional.empty()
                : Optional.of(
                        new DirectReferral.Asked(
                                body,
                                name,
                                DirectReferral.Service.valueOf(service),
                                asked,
                                new Grounds(chosenNeeds(), why, legalBasis),
                                follows));
    }
}
