package it.percorsi.access;

import it.percorsi.pathway.MoveRefused;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sees what of whom. */
public interface Grants {

    /**
     * Gives it, from now on.
     *
     * @throws MoveRefused if the actor's body does not hold the file, or the grant would carry the
     *     social or the labour part to the other side without a legal basis
     */
    void give(Grant grant);

    void giveAll(List<Grant> grants);

    /** Ends, from now on, the grants that came from this subject. */
    void end(UUID subject, Instant at);

    /** The sections of a person's file that are open to the viewer now. */
    Set<Section> sections(UUID person, Actor viewer);

    /**
     * @throws MoveRefused naming the section, if it is not open to the viewer: who the person is
     *     may be
     */
    default void needs(Section section, UUID person, Actor viewer) {
        if (!sections(person, viewer).contains(section)) {
            throw new MoveRefused(List.of("section.closed.%s".formatted(section)));
        }
    }

    /**
     * Whether the viewer's body holds the person's file and the viewer may open it to others: what
     * a desk or a social worker does, and no grant by another basis lets anybody do.
     */
    boolean mayOpen(UUID person, Actor viewer);

    /** All grants on a person, past ones included, for a viewer who sees the person. */
    default List<GrantRow> on(UUID person, Actor viewer) {
        return without(null, person, viewer);
    }

    /** The same as they would be if a consent were withdrawn. */
    List<GrantRow> without(@Nullable UUID consent, UUID person, Actor viewer);

    /**
     * A line of the page "who sees what".
     *
     * @param carried what it opens today: less than its sections, where a legal basis is missing
     * @param subjectId the record the grant comes from: its kind follows from the basis
     */
    record GrantRow(
            UUID organisationId,
            String organisationName,
            String basis,
            List<String> roles,
            List<String> sections,
            List<String> carried,
            String reason,
            @Nullable UUID subjectId,
            Instant validFrom,
            @Nullable Instant validUntil,
            boolean inForce,
            String operatorName,
            String givenByName) {}
}
