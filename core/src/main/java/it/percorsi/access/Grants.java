package it.percorsi.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who sees what of whom. */
public interface Grants {

    void give(Grant grant);

    /** Ends, from now on, the grants that came from this subject. */
    void end(UUID subject, Instant at);

    /** The sections of a person's file that are open to the viewer now. */
    Set<Section> sections(UUID person, Actor viewer);

    /**
     * Whether the viewer's body holds the person's file and the viewer may open it to others: what
     * a desk or a social worker does, and no grant by another basis lets anybody do.
     */
    boolean mayOpen(UUID person, Actor viewer);

    /** All grants on a person, past ones included, for a viewer who sees the person. */
    List<GrantRow> on(UUID person, Actor viewer);

    /**
     * A line of the page "who sees what".
     *
     * @param subjectId the record the grant comes from: its kind follows from the basis
     */
    record GrantRow(
            String organisationName,
            String basis,
            List<String> roles,
            List<String> sections,
            String reason,
            @Nullable UUID subjectId,
            Instant validFrom,
            @Nullable Instant validUntil,
            boolean inForce,
            String operatorName,
            String givenByName) {}
}
