package it.percorsi.plan.web;

import it.percorsi.network.Network;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** When, in which language and with which mediator a plan was explained. */
record ProposalForm(String explainedOn, String explainedIn, String explainedWith) {

    ProposalForm {
        explainedOn = Objects.requireNonNullElse(explainedOn, "");
        explainedIn = Objects.requireNonNullElse(explainedIn, "");
        explainedWith = Objects.requireNonNullElse(explainedWith, "");
    }

    /**
     * @return null if something is to be put right
     */
    @Nullable Told check(Errors errors, Network network, LocalDate today) {
        Reading read = new Reading(errors, today);
        LocalDate on = read.pastDay("explainedOn", explainedOn);
        read.choice("explainedIn", explainedIn, SupportForm.codes(network.languages()));
        String with = read.optional("explainedWith", explainedWith, Reading.LINE);
        return read.failed() || on == null ? null : new Told(on, explainedIn, with);
    }

    record Told(LocalDate on, String language, @Nullable String mediator) {}
}
