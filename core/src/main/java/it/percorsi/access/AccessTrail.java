package it.percorsi.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Every look and every change, in the same transaction as the look or the change. */
public interface AccessTrail {

    /** Somebody saw these sections of one person. */
    void looked(Actor who, String page, UUID person, Set<Section> sections, Instant at);

    /** Somebody saw a list; one row names it and the persons shown. */
    void listed(Actor who, String list, Collection<UUID> persons, Instant at);

    /**
     * Somebody changed something, of a person or of the network (then {@code persons} is empty).
     */
    void changed(
            Actor who, String what, String subject, UUID subjectId, List<UUID> persons, Instant at);

    /** The latest rows, for the data protection officer. */
    List<TrailRow> latest(Actor viewer, int rows);

    /** A row of the trail, without any content of what was seen. */
    record TrailRow(
            Instant at,
            String operatorName,
            String organisationName,
            String role,
            String action,
            String subject,
            int persons,
            List<String> sections) {}
}
