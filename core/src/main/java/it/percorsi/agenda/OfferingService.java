package it.percorsi.agenda;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.pathway.MoveRefused;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A time that became free goes to whoever waits for one like it, in their order. */
@Service
@Transactional
public class OfferingService {

    private static final int SHOWN = 25;

    private final Waits waits;
    private final WaitingService waiting;
    private final Agenda agenda;
    private final Timetable timetable;
    private final FreeTimes free;
    private final MovingService moving;
    private final AccessTrail trail;

    OfferingService(
            Waits waits,
            WaitingService waiting,
            Agenda agenda,
            Timetable timetable,
            FreeTimes free,
            MovingService moving,
            AccessTrail trail) {
        this.waits = waits;
        this.waiting = waiting;
        this.agenda = agenda;
        this.timetable = timetable;
        this.free = free;
        this.moving = moving;
        this.trail = trail;
    }

    /**
     * Who waits for a service. The body of the service sees every place, a code where it may not
     * see whose it is; another body sees its own.
     *
     * @param after the last place of the page before, or null
     */
    public WaitingList list(Actor by, Instant at, String code, @Nullable UUID after) {
        Timetable.Bookable service = timetable.bookable(code).orElseThrow(NotVisible::new);
        List<Waits.Place> queue = waits.queue(service.id(), by);
        List<UUID> order = queue.stream().map(Waits.Place::id).toList();
        Map<UUID, Waits.Row> rows =
                waits.rows(order, by).stream()
                        .collect(Collectors.toMap(Waits.Row::id, Function.identity()));
        boolean mine = service.organisationId().equals(by.organisationId());
        List<Waits.Place> seen =
                queue.stream().filter(place -> mine || rows.containsKey(place.id())).toList();
        int from = seen.stream().map(Waits.Place::id).toList().indexOf(after) + 1;
        List<Waits.Place> page = seen.subList(from, Math.min(from + SHOWN, seen.size()));
        Map<UUID, Slot> times = times(service, queue, at);
        List<Line> lines =
                page.stream()
                        .map(place ->
                                new Line(
                                        order.indexOf(place.id()) + 1,
                                        place.id(),
                                        rows.get(place.id()),
                                        times.get(place.id())))
                        .toList();
        List<UUID> persons =
                lines.stream()
                        .flatMap(line -> Stream.ofNullable(line.row()))
                        .map(Waits.Row::personId)
                        .toList();
        trail.listed(by, "waiting-list", persons, at);
        return new WaitingList(
                service,
                lines,
                agenda.phones(persons, by),
                from + SHOWN < seen.size() ? page.getLast().id() : null);
    }

    /** The first time that suits each and was not promised to anybody before. */
    private Map<UUID, Slot> times(Timetable.Bookable service, List<Waits.Place> queue, Instant at) {
        Set<String> languages =
                queue.stream().map(Waits.Place::language).collect(Collectors.toSet());
        Map<String, List<Slot>> slots =
                languages.isEmpty() ? Map.of() : free.of(service, languages, at, null);
        Set<String> promised = new HashSet<>();
        Map<UUID, Slot> times = new HashMap<>();
        for (Waits.Place place : queue) {
            if (!place.offered()) {
                slots.getOrDefault(place.language(), List.of()).stream()
                        .filter(place::suits)
                        .filter(slot -> slot.holds().noneMatch(promised::contains))
                        .findFirst()
                        .ifPresent(slot -> {
                            times.put(place.id(), slot);
                            slot.holds().forEach(promised::add);
                        });
            }
        }
        return times;
    }

    /**
     * Keeps a time for somebody until the end of the next working day, or until it is too late to
     * book it.
     *
     * @param slotKey the time whose turn it is to be offered to them
     * @throws SlotTaken if it is not, or not any more
     */
    public void offer(Actor by, Instant at, UUID id, String slotKey) {
        Wait wait = waits.visible(id, by).orElseThrow(NotVisible::new);
        Timetable.Bookable service = timetable.bookable(wait.serviceId());
        Slot slot =
                Optional.ofNullable(
                                times(service, waits.queue(service.id(), by), at).get(wait.id()))
                        .filter(each -> each.key().equals(slotKey))
                        .orElseThrow(SlotTaken::new);
        Instant tooLate = slot.from().minus(free.notice(service, at));
        Instant until = free.endOfNextWorkingDay(service, at);
        wait.offer(slot, tooLate.isBefore(until) ? tooLate : until, by, at);
        waits.keep(wait, slot, by);
        trail.changed(by, "OFFER", "waiting", id, List.of(wait.personId()), at);
    }

    /** They said yes: their appointment is moved, or they get one. */
    public UUID accept(Actor by, Instant at, UUID id) {
        Wait wait = waits.visible(id, by).orElseThrow(NotVisible::new);
        wait.catchUp(by, at);
        Slot slot =
                waits.kept(wait, by).orElseThrow(() -> new MoveRefused(List.of("wait.offer-over")));
        waits.letGo(wait);
        Optional<Appointment> held =
                Optional.ofNullable(wait.appointmentId())
                        .flatMap(appointment -> agenda.visible(appointment, by))
                        .filter(each -> each.status() == AppointmentStatus.BOOKED)
                        .filter(each -> each.endsAt().isAfter(at));
        if (held.isPresent()) {
            moving.move(by, at, held.get(), slot, null);
            waiting.end(wait, by, at);
            return held.get().id();
        }
        Appointment appointment = new Appointment(wait, slot);
        agenda.book(appointment, slot);
        wait.make(WaitMove.BOOK, by, at, null);
        agenda.tell(appointment);
        trail.changed(by, "BOOK", "appointment", id, List.of(wait.personId()), at);
        return id;
    }

    /** The same at once, for somebody who says yes on the telephone. */
    public UUID book(Actor by, Instant at, UUID id, String slotKey) {
        offer(by, at, id, slotKey);
        return accept(by, at, id);
    }

    /**
     * They do not want it, or cannot be reached: the time is the next one's, they keep their place.
     */
    public void decline(Actor by, Instant at, UUID id) {
        Wait wait = waits.visible(id, by).orElseThrow(NotVisible::new);
        waits.letGo(wait);
        wait.make(WaitMove.DECLINE, by, at, null);
        trail.changed(by, "DECLINE", "waiting", id, List.of(wait.personId()), at);
    }

    /**
     * @param phones of those whose contacts the viewer may see, by person
     * @param next the last place of this page, if there are others
     */
    public record WaitingList(
            Timetable.Bookable service,
            List<Line> lines,
            Map<UUID, String> phones,
            @Nullable UUID next) {}

    /**
     * @param place in the order of everybody who waits
     * @param row null where the viewer may not see whose it is
     * @param slot the time whose turn it is to be offered to them, if there is one
     */
    public record Line(int place, UUID id, Waits.@Nullable Row row, @Nullable Slot slot) {}
}
