package it.percorsi.reception.web;

import it.percorsi.network.Network;
import it.percorsi.reception.Contact.Topic;
import it.percorsi.site.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A number for whoever comes in.
 *
 * @param about the topic, if it is known already
 * @param spoken the language
 */
record TicketForm(String about, String spoken) {

    TicketForm {
        about = Objects.requireNonNullElse(about, "");
        spoken = Objects.requireNonNullElse(spoken, "it");
    }

    Optional<Read> check(Errors errors, Reading read, List<Network.Choice> languages) {
        if (!about.isEmpty()) {
            read.choice("about", about, Arrays.stream(Topic.values()).map(Enum::name).toList());
        }
        read.choice("spoken", spoken, languages.stream().map(Network.Choice::code).toList());
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new Read(about.isEmpty() ? null : Topic.valueOf(about), spoken));
    }

    record Read(@Nullable Topic topic, String language) {}
}
