package it.percorsi.casefile.web;

import it.percorsi.network.Network;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The request that another body lead a case, as it is typed. */
record TransferForm(String organisation, String reason) {

    TransferForm {
        organisation = Objects.requireNonNullElse(organisation, "");
        reason = Objects.requireNonNullElse(reason, "");
    }

    /**
     * @return the body asked, or null where something is to be mended
     */
    @Nullable UUID check(Errors errors, List<Network.Choice> receivers) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        read.choice(
                "organisation",
                organisation,
                receivers.stream().map(Network.Choice::code).toList());
        read.required("reason", reason, Reading.TEXT);
        return read.failed() ? null : UUID.fromString(organisation);
    }
}
