package it.percorsi.notice;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was told of an appointment, and who wants to be told. */
@Service
@Transactional
public class AppointmentNotices {

    private final Outbox outbox;
    private final NoticeChoices choices;
    private final AccessTrail trail;

    AppointmentNotices(Outbox outbox, NoticeChoices choices, AccessTrail trail) {
        this.outbox = outbox;
        this.choices = choices;
        this.trail = trail;
    }

    /** Part of the appointment's page, whose look is in the trail. */
    public Log of(Actor by, UUID appointment) {
        return new Log(outbox.told(appointment, by), outbox.moveAsked(appointment, by));
    }

    /** Part of a page whose look is in the trail. */
    public NoticeChoices.Choice choice(Actor by, UUID person) {
        return choices.of(person, by).orElseThrow(NotVisible::new);
    }

    public void choose(Actor by, Instant at, UUID person, boolean email, boolean sms) {
        choice(by, person);
        choices.refuse(person, !email, !sms, by, at);
        trail.changed(by, "CHOOSE_NOTICES", "person", person, List.of(person), at);
    }

    /** What a person was told, and when they asked for another day. */
    public record Log(
            List<Outbox.Told> told, @org.jspecify.annotations.Nullable Instant moveAskedAt) {}
}
