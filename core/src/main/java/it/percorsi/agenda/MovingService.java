package it.percorsi.agenda;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Section;
import it.percorsi.pathway.MoveRefused;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Giving an appointment another time. */
@Service
@Transactional
public class MovingService {

    private final Agenda agenda;
    private final Timetable timetable;
    private final FreeTimes free;
    private final AccessTrail trail;

    MovingService(Agenda agenda, Timetable timetable, FreeTimes free, AccessTrail trail) {
        this.agenda = agenda;
        this.timetable = timetable;
        this.free = free;
        this.trail = trail;
    }

    /**
     * The appointment and the times it could be moved to.
     *
     * @throws MoveRefused if it cannot be moved now
     */
    public Choice offer(Actor by, Instant at, UUID id) {
        Appointment appointment = agenda.visible(id, by).orElseThrow(NotVisible::new);
        List<String> obstacles =
                AppointmentMove.MOVE.rule().obstacles(appointment, appointment.status(), by);
        if (!obstacles.isEmpty()) {
            throw new MoveRefused(obstacles);
        }
        trail.looked(by, "appointment-move", appointment.personId(), Set.of(Section.AGENDA), at);
        Timetable.Bookable service = timetable.bookable(appointment.serviceId());
        return new Choice(
                agenda.row(id, by).orElseThrow(NotVisible::new),
                new Offer(
                        service,
                        appointment.language(),
                        free.of(service, appointment.language(), at, id)));
    }

    /** The same, and the first that can be kept is kept for whoever is typing. */
    public Choice offerKept(Actor by, Instant at, UUID id) {
        Choice choice = offer(by, at, id);
        return new Choice(choice.appointment(), free.keepingFirst(choice.offer(), by));
    }

    /**
     * @param slotKey {@link Slot#key()} of one of the offered slots
     * @param without how to do where no mediator is on shift; null as it was said before
     * @throws SlotTaken if it is not on offer any more, or somebody commits it first
     */
    public void move(Actor by, Instant at, UUID id, String slotKey, @Nullable Mediation without) {
        Appointment appointment = agenda.visible(id, by).orElseThrow(NotVisible::new);
        Timetable.Bookable service = timetable.bookable(appointment.serviceId());
        move(
                by,
                at,
                appointment,
                free.named(slotKey, service, appointment.language(), at, id),
                without);
    }

    /** To a time that is the person's already. */
    void move(
            Actor by, Instant at, Appointment appointment, Slot slot, @Nullable Mediation without) {
        Mediation otherwise = without == null ? appointment.unmediated() : without;
        appointment.moveTo(
                slot, FreeTimes.mediation(appointment.language(), slot, otherwise), by, at);
        agenda.move(appointment, slot);
        trail.changed(
                by, "MOVE", "appointment", appointment.id(), List.of(appointment.personId()), at);
    }

    /** As {@link AgendaService#hold}, for an appointment that is moved. */
    public boolean hold(Actor by, Instant at, UUID id, String slotKey) {
        Appointment appointment = agenda.visible(id, by).orElseThrow(NotVisible::new);
        Timetable.Bookable service = timetable.bookable(appointment.serviceId());
        return free.hold(slotKey, service, appointment.language(), at, id, by);
    }

    /** The same on its own: if it cannot be, what else the form moves is moved all the same. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void moveApart(Actor by, Instant at, UUID id, String slotKey) {
        move(by, at, id, slotKey, null);
    }

    public record Choice(Agenda.AppointmentRow appointment, Offer offer) {}
}
