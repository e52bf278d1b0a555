package it.percorsi.citizen;

import it.percorsi.network.DeskDay.Band;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Public facts of the desks, with nobody's name in them. */
public interface Zone {

    /** The languages somebody speaks at a desk on a day, and when; an hour may come twice. */
    List<Heard> spoken(LocalDate day);

    List<Service> services();

    /** Where they are known, the streets of the desks. */
    Map<UUID, String> addresses();

    record Heard(UUID deskId, String language, Band band) {}

    /**
     * A service in the words of the network.
     *
     * @param plain keys of the sentences that say it simply; empty where there are none yet
     * @param channels how it is reached, as the body says it
     * @param target who it is for, as the body says it
     */
    record Service(
            String code,
            UUID organisationId,
            String name,
            String content,
            @Nullable String channels,
            @Nullable String target,
            List<String> plain) {}
}
