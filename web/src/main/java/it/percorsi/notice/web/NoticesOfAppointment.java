package it.percorsi.notice.web;

import it.percorsi.access.NotVisible;
import it.percorsi.notice.AppointmentNotices;
import it.percorsi.site.CurrentActor;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The part of an appointment's page that says what the person was told: {@code @noticesOf} in its
 * template.
 */
@Component("noticesOf")
class NoticesOfAppointment {

    private final AppointmentNotices notices;
    private final SendingNotices sending;
    private final CurrentActor current;

    NoticesOfAppointment(AppointmentNotices notices, SendingNotices sending, CurrentActor current) {
        this.notices = notices;
        this.sending = sending;
        this.current = current;
    }

    public AppointmentNotices.Log appointment(UUID id) {
        return notices.of(current.current().orElseThrow(NotVisible::new), id);
    }

    /** Whether anything is sent at all by this installation. */
    public boolean sends() {
        return !sending.channels().isEmpty();
    }
}
