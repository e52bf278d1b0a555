package it.percorsi.agenda.web;

import it.percorsi.agenda.Agenda;
import it.percorsi.site.Spoken;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a slip says, in Italian and in the language of whoever takes it away. */
@Component
class SlipWords {

    private final MessageSource messages;

    SlipWords(MessageSource messages) {
        this.messages = messages;
    }

    Map<String, Object> of(Agenda.AppointmentRow appointment) {
        Spoken spoken = Spoken.of(Objects.requireNonNull(appointment.language()));
        Spoken beside = spoken.italian() ? Spoken.of("en") : spoken;
        return Map.of(
                "appointment",
                appointment,
                "code",
                CodeSquare.of(Objects.requireNonNull(appointment.id())),
                "beside",
                beside,
                "said",
                messages.getMessage("readback.slip", null, beside.locale()),
                "bring",
                messages.getMessage("readback.bring", null, beside.locale()));
    }
}
