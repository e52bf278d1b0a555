package it.percorsi.citizen;

import it.percorsi.access.Actor;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The requests the desks of a viewer's body are to answer. */
public interface Requests {

    /** Those that wait for an answer, first what is asked for first. */
    List<Row> waiting(Instant at, Actor viewer);

    int count(Instant at, Actor viewer);

    Optional<PublicRequest> visible(UUID id, Actor viewer);

    Optional<Row> row(UUID id, Actor viewer);

    record Row(
            UUID id,
            String code,
            String serviceCode,
            String serviceName,
            String bodyName,
            String name,
            String phone,
            String language,
            String languageName,
            LocalDateTime starts,
            LocalDateTime expires) {}
}
