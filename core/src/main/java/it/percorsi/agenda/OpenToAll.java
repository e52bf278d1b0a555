package it.percorsi.agenda;

import it.percorsi.access.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which services anybody may ask a time of, without an account. */
public interface OpenToAll {

    /** Those of a desk that can be booked: no others can be open. */
    List<Row> of(UUID desk);

    /**
     * By an administrator.
     *
     * @return whether the desk has such a service
     */
    boolean keep(UUID desk, UUID service, boolean open, Actor by);

    /**
     * @param answering the body that answers what is asked; null if nobody could
     */
    record Row(UUID id, String name, boolean open, @Nullable String answering) {}
}
