package it.percorsi.plan;

import it.percorsi.access.Actor;
import it.percorsi.attachment.Scan;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Signed plans as they came back on paper, edition by edition. */
public interface PlanScans {

    /**
     * The scan of an edition, in place of what was there.
     *
     * @return whether the edition still takes one
     */
    boolean bring(UUID plan, int number, Scan scan, Actor by, Instant at);

    Optional<Scan> scan(UUID plan, int number, Actor viewer);
}
