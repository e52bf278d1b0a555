package it.percorsi.agenda;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closing an operator, a mediator or a room for some days, and what is to be done about it. */
@Service
@Transactional
public class AbsenceService {

    private static final int CHOICES = 12;

    private final Absences absences;
    private final Agenda agenda;
    private final Timetable timetable;
    private final FreeTimes free;
    private final MovingService moving;
    private final AccessTrail trail;

    AbsenceService(
            Absences absences,
            Agenda agenda,
            Timetable timetable,
            FreeTimes free,
            MovingService moving,
            AccessTrail trail) {
        this.absences = absences;
        this.agenda = agenda;
        this.timetable = timetable;
        this.free = free;
        this.moving = moving;
        this.trail = trail;
    }

    public List<Absences.Resource> resources(Actor by) {
        return absences.resources(by);
    }

    public List<Absence> list(Actor by, Instant at) {
        return absences.from(Rome.day(at), by);
    }

    /**
     * From now on nobody is booked with them in those days; who is booked already stays.
     *
     * @throws NotVisible if they are not the actor's to close
     */
    public Absence close(Actor by, Instant at, UUID resource, LocalDate from, LocalDate until) {
        Absences.Resource closed =
                absences.resources(by).stream()
                        .filter(each -> each.id().equals(resource))
                        .findFirst()
                        .orElseThrow(NotVisible::new);
        Absence absence =
                new Absence(Ids.next(), resource, closed.name(), from, until, by.organisationId());
        absences.add(absence, by, at);
        trail.changed(by, "CLOSE", "absence", absence.id(), List.of(), at);
        return absence;
    }

    public void reopen(Actor by, Instant at, UUID id) {
        Absence absence = absences.visible(id, by).orElseThrow(NotVisible::new);
        if (!mine(absence, by)) {
            throw new NotVisible();
        }
        absences.end(id, at);
        trail.changed(by, "REOPEN", "absence", id, List.of(), at);
    }

    private boolean mine(Absence absence, Actor by) {
        return absences.resources(by).stream().anyMatch(r -> r.id().equals(absence.resourceId()));
    }

    /**
     * What an absence leaves to be done: each appointment with a time no other one is offered
     * first.
     */
    public Replacing replacing(Actor by, Instant at, UUID id) {
        Absence absence = absences.visible(id, by).orElseThrow(NotVisible::new);
        List<Agenda.AppointmentRow> met = agenda.meeting(absence, by);
        List<Agenda.AppointmentRow> hours = agenda.hoursMeeting(absence, by);
        trail.listed(
                by,
                "absence",
                Agenda.AppointmentRow.persons(Stream.concat(met.stream(), hours.stream()).toList()),
                at);
        Map<String, List<Slot>> times = new HashMap<>();
        Set<String> promised = new HashSet<>();
        List<Another> others = new ArrayList<>();
        for (Agenda.AppointmentRow each : met) {
            String language = Objects.requireNonNull(each.language());
            UUID service = Objects.requireNonNull(each.serviceId());
            List<Slot> slots =
                    times.computeIfAbsent(
                            service + language,
                            key -> free.of(timetable.bookable(service), language, at, null));
            List<Slot> choices =
                    slots.stream()
                            .filter(slot -> slot.holds().noneMatch(promised::contains))
                            .sorted(bestFor(each))
                            .limit(CHOICES)
                            .toList();
            choices.stream().findFirst().ifPresent(slot -> slot.holds().forEach(promised::add));
            others.add(new Another(each, choices));
        }
        return new Replacing(absence, others, hours, mine(absence, by));
    }

    /**
     * Moves each to the time chosen for it, on its own: one that cannot be moved leaves the others
     * moved.
     *
     * @param chosen slot keys by appointment
     */
    public Replaced replace(Actor by, Instant at, UUID id, Map<UUID, String> chosen) {
        if (absences.visible(id, by).isEmpty()) {
            throw new NotVisible();
        }
        int moved = 0;
        for (Map.Entry<UUID, String> each : chosen.entrySet()) {
            try {
                moving.moveApart(by, at, each.getKey(), each.getValue());
                moved++;
            } catch (SlotTaken | MoveRefused | NotVisible notNow) {
                // It is listed again with other times, if it is still there to be moved.
                continue;
            }
        }
        return new Replaced(moved, chosen.size() - moved);
    }

    /** A mediator where there was one, then the first time that is not before the one they knew. */
    private static Comparator<Slot> bestFor(Agenda.AppointmentRow appointment) {
        boolean mediated = Mediation.IN_PERSON.name().equals(appointment.mediation());
        return Comparator.comparing((Slot slot) -> mediated && !slot.mediated())
                .thenComparing(slot -> slot.starts().isBefore(appointment.starts()))
                .thenComparing(Slot::starts);
    }

    /**
     * @param hours of plans, each to be moved on its own page
     * @param mine whether the viewer may open the agenda again
     */
    public record Replacing(
            Absence absence,
            List<Another> others,
            List<Agenda.AppointmentRow> hours,
            boolean mine) {}

    public record Replaced(int moved, int left) {}

    /** An appointment and the times it could have instead, the best first. */
    public record Another(Agenda.AppointmentRow appointment, List<Slot> choices) {}
}
