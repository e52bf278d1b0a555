package it.percorsi.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /** Somebody passed a thing from one colleague to another, and why. */
    void passed(
            Actor who, String subject, UUID subjectId, List<UUID> persons, String why, Instant at);

    /** Somebody let themselves into a file, and why. */
    void emergency(Actor who, UUID person, String reason, Instant at);

    /**
     * Who looked at a person or changed something of theirs, the latest first, at most a hundred:
     * for whoever holds the file and has just written down that they look at it, as {@code looks}.
     *
     * @param before the last row of the page before, or null
     */
    List<Look> looksAt(UUID person, @Nullable UUID before, Actor viewer);

    /** The latest rows, for the data protection officer. */
    List<TrailRow> latest(Actor viewer, int rows);

    /**
     * A look at one person, or a change of something of theirs.
     *
     * @param bases why the body saw the person that day; none where a search revealed the file
     * @param reason what the operator wrote, where the act asks why
     */
    record Look(
            UUID id,
            Instant at,
            String operatorName,
            String role,
            String organisationName,
            String action,
            String subject,
            List<String> sections,
            List<String> bases,
            @Nullable String reason) {}

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
