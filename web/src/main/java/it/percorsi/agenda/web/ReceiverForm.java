package it.percorsi.agenda.web;

import it.percorsi.agenda.Availabilities.Receiver;
import it.percorsi.site.Reading;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.validation.Errors;

/** Somebody, or a room, that receives. */
record ReceiverForm(String kind, String receiver, String operator, String language) {

    ReceiverForm {
        kind = Objects.requireNonNullElse(kind, "");
        receiver = Objects.requireNonNullElse(receiver, "");
        operator = Objects.requireNonNullElse(operator, "");
        language = Objects.requireNonNullElse(language, "");
    }

    Optional<Receiver> check(Errors errors) {
        Reading read = new Reading(errors, LocalDate.EPOCH);
        String which =
                read.choice(
                        "kind",
                        kind,
                        Arrays.stream(Receiver.Kind.values()).map(Enum::name).toList());
        String name = read.required("receiver", receiver, Reading.LINE);
        UUID account = operator.isBlank() ? null : read.id("operator", operator);
        boolean mediator = which.equals(Receiver.Kind.MEDIATOR.name());
        if (mediator) {
            read.required("language", language, 10);
        }
        if (which.equals(Receiver.Kind.OPERATOR.name()) && operator.isBlank()) {
            errors.rejectValue("operator", "field.choose");
        }
        return read.failed()
                ? Optional.empty()
                : Optional.of(
                        new Receiver(
                                Receiver.Kind.valueOf(which),
                                name,
                                which.equals(Receiver.Kind.ROOM.name()) ? null : account,
                                mediator ? language : null));
    }
}
