package it.percorsi.notice;

import it.percorsi.access.Actor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where people are told to go: the street of a desk, which says nothing of what is done there. */
public interface Places {

    List<Place> all();

    /** By an administrator. */
    void move(UUID desk, String address, Actor by);

    /**
     * @param code the desk
     * @param address null where only the town is told
     */
    record Place(String code, String name, String town, @Nullable String address) {}
}
