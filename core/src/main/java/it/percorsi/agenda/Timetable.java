package it.percorsi.agenda;

import it.percorsi.network.Network;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be booked, when it is there and when it is taken: no person in it. */
public interface Timetable {

    List<Bookable> bookables();

    Optional<Bookable> bookable(String code);

    Bookable bookable(UUID service);

    /** When a service's operators are there, or its rooms: from today on. */
    List<Window> windows(UUID service, String kind);

    /** The same for every service that can be booked. */
    Map<UUID, List<Window>> windows(String kind);

    /** Shifts of the mediators who work in a town, by language. */
    Map<String, List<Window>> mediatorWindows(Collection<String> languages, String municipality);

    /**
     * When these are booked or away.
     *
     * @param moving an appointment that may keep its mediator and its room at another time, or with
     *     another operator: only its operator counts as taken
     */
    List<SlotSearch.Busy> busy(
            List<UUID> resources, Instant from, Instant to, @Nullable UUID moving);

    /** Those anybody may ask a time of, while there is somebody to answer. */
    List<Bookable> openToPublic();

    /** When the resources of a service that is open to everybody are booked or away. */
    List<SlotSearch.Busy> takenForEverybody(UUID service, List<UUID> resources, Instant until);

    /** The body a resource belongs to. */
    Optional<UUID> organisationOf(UUID resource);

    /** When a body's operators are there between two days, whatever the service. */
    List<Opening> openings(UUID organisation, LocalDate from, LocalDate until);

    /** When these are away. */
    List<SlotSearch.Busy> away(List<UUID> resources, Instant from, Instant to);

    /** When an operator is at a desk. */
    record Opening(Window window, UUID deskId) {}

    /**
     * A service that can be booked.
     *
     * @param buffer minutes the operator has to themselves after each appointment
     * @param notice minutes before it begins within which it is not booked any more; null where the
     *     rule of the network says
     * @param capacity how many are received at once
     */
    record Bookable(
            UUID id,
            String code,
            String name,
            int minutes,
            int buffer,
            @Nullable Integer notice,
            int capacity,
            UUID deskId,
            String deskName,
            String place,
            UUID organisationId,
            String organisationName) {

        public int noticeOr(Network.ReferenceRule rule) {
            return notice == null ? rule.number() : notice;
        }
    }
}
