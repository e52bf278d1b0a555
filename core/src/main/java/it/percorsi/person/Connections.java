package it.percorsi.person;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests between bodies about one person, for those who asked and those who answer. */
public interface Connections {

    /**
     * Asks every other body that certainly has a file of this person.
     *
     * @param nameKey as {@link Names#key}
     * @return how many bodies were asked; 0 if none, or if all were asked already
     */
    int ask(
            @Nullable String code,
            String nameKey,
            @Nullable LocalDate born,
            String reason,
            Actor viewer);

    Optional<Connection> visible(UUID id, Actor viewer);

    /** To be answered first, then the latest; at most 100. */
    List<Row> rows(Actor viewer);

    /**
     * A request as a list shows it. To those who asked it says nothing of the file.
     *
     * @param personName null for those who asked, until they are let in
     */
    record Row(
            UUID id,
            UUID personId,
            @Nullable String personName,
            String organisationName,
            String toOrganisationName,
            String operatorName,
            boolean asked,
            String status,
            String reason,
            @Nullable String answer,
            Instant requestedAt) {

        /** Still waiting for an answer. */
        public boolean open() {
            return status.equals(ConnectionStatus.REQUESTED.name());
        }
    }
}
