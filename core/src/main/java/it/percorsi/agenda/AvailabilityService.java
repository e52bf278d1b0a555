package it.percorsi.agenda;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.network.DeskDay.Band;
import it.percorsi.pathway.Rome;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When somebody receives, said by their own body. Who is booked already stays booked: hours are
 * about those to come.
 */
@Service
@Transactional
public class AvailabilityService {

    private final Availabilities availabilities;
    private final Timetable timetable;
    private final AccessTrail trail;

    AvailabilityService(Availabilities availabilities, Timetable timetable, AccessTrail trail) {
        this.availabilities = availabilities;
        this.timetable = timetable;
        this.trail = trail;
    }

    public List<Absences.Resource> resources(Actor by) {
        return availabilities.resources(by);
    }

    /** What a resource can be there for: the services of its body. */
    public List<Timetable.Bookable> services(Actor by) {
        return timetable.bookables().stream()
                .filter(service -> service.organisationId().equals(by.organisationId()))
                .toList();
    }

    /**
     * @throws NotVisible if it is not the actor's to say
     */
    public Hours look(Actor by, Instant at, UUID resource) {
        return new Hours(mine(by, resource), availabilities.of(resource, Rome.day(at)));
    }

    public void keep(
            Actor by,
            Instant at,
            UUID resource,
            @Nullable UUID service,
            LocalDate from,
            Map<DayOfWeek, List<Band>> week) {
        mine(by, resource);
        availabilities.keep(resource, service, from, week);
        trail.changed(by, "HOURS", "resource", resource, List.of(), at);
    }

    public void keepDay(
            Actor by,
            Instant at,
            UUID resource,
            @Nullable UUID service,
            LocalDate day,
            List<Band> bands) {
        mine(by, resource);
        availabilities.keepDay(resource, service, day, bands);
        trail.changed(by, "HOURS", "resource", resource, List.of(), at);
    }

    private Absences.Resource mine(Actor by, UUID resource) {
        return availabilities.resources(by).stream()
                .filter(each -> each.id().equals(resource))
                .findFirst()
                .orElseThrow(NotVisible::new);
    }

    public List<Availabilities.Offered> offered(UUID desk) {
        return availabilities.offered(desk);
    }

    public void offer(Actor by, Instant at, UUID desk, Availabilities.Offered service) {
        availabilities.keep(desk, service);
        trail.changed(by, "KEEP", "desk", desk, List.of(), at);
    }

    public void receive(Actor by, Instant at, UUID desk, Availabilities.Receiver receiver) {
        availabilities.add(desk, receiver);
        trail.changed(by, "RECEIVE", "desk", desk, List.of(), at);
    }

    /** A resource and what is said of it from today on. */
    public record Hours(Absences.Resource resource, List<Window> windows) {

        /** The hours of a weekday for a service, as they are on a day. */
        public List<Band> weekly(@Nullable UUID service, DayOfWeek weekday, LocalDate on) {
            return bands(
                    windows.stream()
                            .filter(window ->
                                    window.weekday() != null
                                            && window.weekday() == weekday.getValue()
                                            && window.inForce(on))
                            .filter(window -> window.isFor(service))
                            .toList());
        }

        /** The single days to come that are not like their week. */
        public List<Window> days() {
            return windows.stream().filter(window -> window.weekday() == null).toList();
        }

        /** Weeks that begin after a day. */
        public List<LocalDate> changes(@Nullable UUID service, LocalDate after) {
            return windows.stream()
                    .filter(window -> window.weekday() != null && window.isFor(service))
                    .map(Window::from)
                    .filter(from -> from.isAfter(after))
                    .distinct()
                    .sorted()
                    .toList();
        }

        private static List<Band> bands(List<Window> windows) {
            return windows.stream()
                    .map(window -> new Band(window.opens(), window.closes()))
                    .toList();
        }
    }
}
