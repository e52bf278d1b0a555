package it.percorsi.agenda.persistence;

import it.percorsi.access.Actor;
import it.percorsi.agenda.Slot;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The times that are held for somebody until they answer. */
record Kept(Queries queries) {

    /** What is held for somebody who waits, while an offer to them lasts. */
    Optional<Slot> offered(UUID wait, Actor viewer) {
        return held(
                """
                wait q on q.id = b.wait_id and q.status = 'OFFERED'
                    and granted(q.person_id, :organisation, :role, 'AGENDA', q.id)
                """,
                wait,
                viewer);
    }

    /** What a request holds, for the body that may see the request. */
    Optional<Slot> asked(UUID request, Actor viewer) {
        return held("public_request q on q.id = b.request_id", request, viewer);
    }

    private Optional<Slot> held(String holder, UUID id, Actor viewer) {
        List<Held> held =
                queries.sql(
                                """
                                select r.id, r.name, r.kind, b.starts_at as from, s.id service_id, s.minutes,
                                    b.seat, s.buffer_minutes buffer, s.capacity
                                from booking b join resource r on r.id = b.resource_id join %s
                                join service s on s.id = q.service_id
                                where q.id = :id and b.held_until > now()
                                """
                                        .formatted(holder),
                                viewer)
                        .param("id", id)
                        .list(Held.class);
        Held mediator = of(held, "MEDIATOR");
        Held room = of(held, "ROOM");
        return Optional.ofNullable(of(held, "OPERATOR"))
                .map(operator ->
                        new Slot(
                                Rome.time(operator.from()),
                                operator.minutes(),
                                operator.id(),
                                operator.name(),
                                mediator == null ? null : mediator.id(),
                                mediator == null ? null : mediator.name(),
                                room == null ? null : room.id(),
                                room == null ? null : room.name(),
                                new Slot.Place(
                                        operator.serviceId(),
                                        operator.buffer(),
                                        operator.seat(),
                                        1,
                                        operator.capacity())));
    }

    private record Held(
            UUID id,
            String name,
            String kind,
            Instant from,
            UUID serviceId,
            int minutes,
            int seat,
            int buffer,
            int capacity) {}

    private static @Nullable Held of(List<Held> held, String kind) {
        return held.stream().filter(each -> each.kind().equals(kind)).findFirst().orElse(null);
    }
}
