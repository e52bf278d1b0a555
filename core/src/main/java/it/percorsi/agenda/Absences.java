package it.percorsi.agenda;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who of the agenda is away, and the appointments left without them. */
public interface Absences {

    /** Whom the viewer may say to be away: their body's resources; mediators only themselves. */
    List<Resource> resources(Actor viewer);

    void add(Absence absence, Actor by, Instant at);

    /** From now on they are there again. */
    void end(UUID absence, Instant at);

    /**
     * Those not over on a day: of the viewer's body, and of others where they meet an appointment
     * the viewer sees.
     */
    List<Absence> from(LocalDate day, Actor viewer);

    Optional<Absence> visible(UUID id, Actor viewer);

    record Resource(UUID id, String name) {}
}
