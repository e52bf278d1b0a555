package it.percorsi.reminder.persistence;

import it.percorsi.database.Door;
import it.percorsi.reminder.ReminderMails;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/** The sender's statements are the door's: what gets into a page's queries does not reach them. */
@Repository
class StoredReminderMails implements ReminderMails {

    private final Door door;

    StoredReminderMails(Door door) {
        this.door = door;
    }

    @Override
    public List<UUID> waiting(LocalDate day) {
        return door.sql("select * from operators_to_remind(:day)")
                .param("day", day)
                .list(UUID.class);
    }

    @Override
    public Optional<String> claim(UUID operator, LocalDate day) {
        return door.sql("select * from claim_reminder_mail(:operator, :day)")
                .param("operator", operator)
                .param("day", day)
                .optional(String.class);
    }

    @Override
    public void conclude(UUID operator, LocalDate day, Outcome outcome) {
        door.sql("select conclude_reminder_mail(:operator, :day, :outcome)")
                .param("operator", operator)
                .param("day", day)
                .param("outcome", outcome.name())
                .list((row, n) -> 1);
    }
}
