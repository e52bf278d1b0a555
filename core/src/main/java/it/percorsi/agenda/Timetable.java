package it.percorsi.agenda;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be booked, when it is there and when it is taken: no person in it. */
public interface Timetable {

    List<Bookable> bookables();

    Optional<Bookable> bookable(String code);

    Bookable bookable(UUID service);

    /** The weekly windows of a service's operators, or of its rooms. */
    List<SlotSearch.Window> windows(UUID service, String kind);

    /** Shifts of the mediators of a language who work in a town. */
    List<SlotSearch.Window> mediatorWindows(String language, String municipality);

    /**
     * When these are booked or away.
     *
     * @param moving an appointment that may keep its mediator and its room at another time, or with
     *     another operator: only its operator counts as taken
     */
    List<SlotSearch.Busy> busy(
            List<UUID> resources, Instant from, Instant to, @Nullable UUID moving);

    /** The body a resource belongs to. */
    Optional<UUID> organisationOf(UUID resource);

    /** The weekly windows of a body's operators, whatever the service. */
    List<Opening> openings(UUID organisation);

    /** When these are away. */
    List<SlotSearch.Busy> away(List<UUID> resources, Instant from, Instant to);

    /** A weekly window of an operator at a desk; weekday 1 is Monday. */
    record Opening(
            UUID resourceId,
            String resourceName,
            UUID deskId,
            int weekday,
            LocalTime opens,
            LocalTime closes) {}

    /** A service that can be booked. */
    record Bookable(
            UUID id,
            String code,
            String name,
            int minutes,
            UUID deskId,
            String deskName,
            String place,
            UUID organisationId,
            String organisationName) {}
}
