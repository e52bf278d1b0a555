package it.percorsi.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The mails of a morning, one an operator and day. Taking from them, nobody acts. */
public interface ReminderMails {

    /** Who may be told something that day and was not yet; last, whose mail was not taken. */
    List<UUID> waiting(LocalDate day);

    /** The address of one of them, where nobody else has taken them in hand. */
    Optional<String> claim(UUID operator, LocalDate day);

    void conclude(UUID operator, LocalDate day, Outcome outcome);

    enum Outcome {
        SENT,
        /** Nothing waits for them: they are not asked about again that day. */
        NOTHING,
        /** To be tried again that day. */
        NOT_TAKEN
    }
}
