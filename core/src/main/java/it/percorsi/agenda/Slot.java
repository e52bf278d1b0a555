package it.percorsi.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;

import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time that can be booked, with everything it would hold.
 *
 * @param starts on the clock of Rome
 * @param mediatorId null where none is on shift or none is needed
 * @param roomId null where the service is done in no room of its own
 * @param place what is held beside the time
 */
public record Slot(
        LocalDateTime starts,
        int minutes,
        UUID operatorId,
        String operatorName,
        @Nullable UUID mediatorId,
        @Nullable String mediatorName,
        @Nullable UUID roomId,
        @Nullable String roomName,
        Place place) {

    /**
     * @param buffer minutes the operator and the room are held for after the end
     * @param seat which of those who are there together, from 1
     * @param left how many places are free, this one included
     * @param capacity how many there may be; 1 where people are received alone
     */
    public record Place(UUID serviceId, int buffer, int seat, int left, int capacity) {

        public boolean ofAGroup() {
            return capacity > 1;
        }
    }

    public Instant from() {
        return Rome.instant(starts);
    }

    public Instant to() {
        return from().plusSeconds(minutes * 60L);
    }

    /** When the operator and the room are free again. */
    public Instant rested() {
        return to().plusSeconds(place.buffer() * 60L);
    }

    public List<UUID> resources() {
        return Stream.of(operatorId, mediatorId, roomId).filter(Objects::nonNull).toList();
    }

    /** Each resource at this time, by a name. */
    Stream<String> holds() {
        return resources().stream().map(resource -> starts + "_" + resource);
    }

    /** What a page sends back to name this slot. */
    public String key() {
        return Stream.of(starts, operatorId, mediatorId, roomId)
                .map(part -> part == null ? "" : part.toString())
                .collect(Collectors.joining("_"));
    }

    /** The day of the slot that has this name; empty where it is the name of none. */
    static Optional<LocalDate> dayOf(String key) {
        try {
            return Optional.of(LocalDate.parse(key.substring(0, key.indexOf('T'))));
        } catch (DateTimeParseException | StringIndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    /** The resources in the name of a slot; none where it is the name of none. */
    static Set<UUID> namedIn(String key) {
        try {
            return Stream.of(key.split("_", -1))
                    .skip(1)
                    .filter(part -> !part.isEmpty())
                    .map(UUID::fromString)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException none) {
            return Set.of();
        }
    }

    /** Who begins together with the same operator is there together, as many as there may be. */
    public UUID session() {
        return session(place.serviceId(), operatorId, starts);
    }

    static UUID session(UUID service, UUID operator, LocalDateTime starts) {
        return UUID.nameUUIDFromBytes((service + " " + operator + " " + starts).getBytes(UTF_8));
    }

    public boolean mediated() {
        return mediatorId != null;
    }
}
