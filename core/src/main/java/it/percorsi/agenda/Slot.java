package it.percorsi.agenda;

import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time that can be booked, with everything it would hold.
 *
 * @param starts on the clock of Rome
 * @param mediatorId null where none is on shift or none is needed
 */
public record Slot(
        LocalDateTime starts,
        int minutes,
        UUID operatorId,
        String operatorName,
        @Nullable UUID mediatorId,
        @Nullable String mediatorName) {

    public Instant from() {
        return Rome.instant(starts);
    }

    public Instant to() {
        return from().plusSeconds(minutes * 60L);
    }

    public List<UUID> resources() {
        return Stream.of(Optional.of(operatorId), Optional.ofNullable(mediatorId))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What a page sends back to name this slot. */
    public String key() {
        return starts + "_" + operatorId + "_" + (mediatorId == null ? "" : mediatorId);
    }

    public boolean mediated() {
        return mediatorId != null;
    }
}
