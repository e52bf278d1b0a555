package it.percorsi.citizen.persistence;

import it.percorsi.access.Actor;
import it.percorsi.citizen.PublicRequest;
import it.percorsi.citizen.Requests;
import it.percorsi.database.Queries;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredRequests implements Requests {

    private static final String TO_ANSWER =
            "r.answering_id = :organisation and :role in ('DESK', 'SOCIAL_WORKER') and r.status = 'SENT'";

    private static final String ROWS =
            """
            select r.id, r.code, s.code service_code, s.name service_name, o.name body_name, r.name, r.phone, r.language, l.name language_name,
                r.starts_at at time zone 'Europe/Rome' starts, r.expires_at at time zone 'Europe/Rome' expires
            from public_request r join service s on s.id = r.service_id join language l on l.code = r.language
            join organisation o on o.id = r.organisation_id
            where
            """
                    + TO_ANSWER;

    private final EntityManager entities;
    private final Queries queries;

    StoredRequests(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public List<Row> waiting(Instant at, Actor viewer) {
        return queries.sql(ROWS + " and r.expires_at > :at order by r.starts_at", viewer)
                .param("at", Queries.at(at))
                .list(Row.class);
    }

    @Override
    public int count(Instant at, Actor viewer) {
        return queries.sql(
                        "select count(*) from public_request r where r.expires_at > :at and "
                                + TO_ANSWER,
                        viewer)
                .param("at", Queries.at(at))
                .single(Integer.class);
    }

    @Override
    public Optional<PublicRequest> visible(UUID id, Actor viewer) {
        return row(id, viewer).map(row -> entities.find(PublicRequest.class, row.id()));
    }

    @Override
    public Optional<Row> row(UUID id, Actor viewer) {
        return queries.sql(ROWS + " and r.id = :id", viewer).param("id", id).optional(Row.class);
    }
}
