package it.percorsi.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who sees what of whom. */
public interface Grants {

    void give(Grant grant);

    /** Ends, from now on, the grants that came from this subject. */
    void end(UUID subject, Instant at);

    /** The sections of a person's file that are open to the viewer now. */
    Set<Section> sections(UUID person, Actor viewer);

    /** All grants on a person, past ones included, for a viewer who sees the person. */
    List<GrantRow> on(UUID person, Actor viewer);

    /** A line of the page "who sees what". */
    record GrantRow(
            String organisationName,
            String basis,
            List<String> sections,
            String reason,
            Instant validFrom,
            @org.jspecify.annotations.Nullable Instant validUntil) {}
}
