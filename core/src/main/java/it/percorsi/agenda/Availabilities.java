package it.percorsi.agenda;

import it.percorsi.access.Actor;
import it.percorsi.network.DeskDay.Band;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When people and rooms are there, kept by the body they belong to; and what can be booked. */
public interface Availabilities {

    /** Everybody and every room of the actor's body; a mediator has only themselves. */
    List<Absences.Resource> resources(Actor viewer);

    /** All that is said of a resource from a day on, for whatever service. */
    List<Window> of(UUID resource, LocalDate from);

    /**
     * Each week from a day on; what was in force before stays as it was, what was to come after is
     * replaced.
     *
     * @param service null of mediators
     */
    void keep(
            UUID resource, @Nullable UUID service, LocalDate from, Map<DayOfWeek, List<Band>> week);

    /**
     * One day in the place of its week.
     *
     * @param bands empty to go back to what the week says
     */
    void keepDay(UUID resource, @Nullable UUID service, LocalDate day, List<Band> bands);

    /** The services of a desk, those that cannot be booked too. */
    List<Offered> offered(UUID desk);

    void keep(UUID desk, Offered service);

    /** A person or a room that receives at the desk's body. */
    void add(UUID desk, Receiver receiver);

    /**
     * @param minutes null where it is not booked
     * @param notice minutes; null where the rule of the network says
     */
    record Offered(
            String code,
            String name,
            String content,
            @Nullable Integer minutes,
            int buffer,
            @Nullable Integer notice,
            int capacity) {}

    /**
     * @param operator the account of who it is, or null of a room
     * @param language which a mediator speaks, null of all others
     */
    record Receiver(Kind kind, String name, @Nullable UUID operator, @Nullable String language) {

        public enum Kind {
            OPERATOR,
            ROOM,
            MEDIATOR
        }
    }
}
