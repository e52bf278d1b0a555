package it.percorsi.person;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Basis;
import it.percorsi.access.Grant;
import it.percorsi.access.Grants;
import it.percorsi.access.NotVisible;
import it.percorsi.pathway.MoveRefused;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking to be let into another body's file, and answering. */
@Service
@Transactional
public class ConnectionService {

    private final Connections connections;
    private final Grants grants;
    private final AccessTrail trail;

    ConnectionService(Connections connections, Grants grants, AccessTrail trail) {
        this.connections = connections;
        this.grants = grants;
        this.trail = trail;
    }

    /**
     * @param search the evidence, as it was typed
     * @throws MoveRefused if nobody can be asked: nothing certain was found, or it was asked
     *     before; or there is no reason
     */
    public void ask(Actor by, Instant at, Search search, String reason) {
        if (reason.isBlank()) {
            throw new MoveRefused(List.of("move.reason-missing"));
        }
        if (connections.ask(search.code(), search.nameKey(), search.born(), reason, by) == 0) {
            throw new MoveRefused(List.of("connection.nobody-to-ask"));
        }
        trail.changed(by, "REVEAL", "connection", by.operatorId(), List.of(), at);
    }

    public void accept(Actor by, Instant at, UUID id) {
        Connection connection = find(id, by);
        connection.accept(by, at);
        grants.give(
                new Grant(
                        connection.personId(),
                        connection.organisationId(),
                        Basis.CONNECTION,
                        "connection.accepted",
                        id,
                        by,
                        at,
                        null));
        trail.changed(by, "CONNECT", "connection", id, List.of(connection.personId()), at);
    }

    public void refuse(Actor by, Instant at, UUID id, String why) {
        Connection connection = find(id, by);
        connection.refuse(by, at, why);
        trail.changed(by, "REFUSE", "connection", id, List.of(connection.personId()), at);
    }

    public void withdraw(Actor by, Instant at, UUID id) {
        find(id, by).withdraw(by);
        trail.changed(by, "WITHDRAW", "connection", id, List.of(), at);
    }

    public List<Connections.Row> rows(Actor by, Instant at) {
        List<Connections.Row> rows = connections.rows(by);
        trail.listed(
                by,
                "connections",
                rows.stream()
                        .filter(row -> row.personName() != null)
                        .map(Connections.Row::personId)
                        .toList(),
                at);
        return rows;
    }

    private Connection find(UUID id, Actor by) {
        return connections.visible(id, by).orElseThrow(NotVisible::new);
    }
}
