package it.percorsi.person.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.person.Connection;
import it.percorsi.person.Connections;
import jakarta.persistence.EntityManager;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredConnections implements Connections {

    private final EntityManager entities;
    private final Queries queries;

    StoredConnections(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public int ask(
            @Nullable String code,
            String nameKey,
            @Nullable LocalDate born,
            String reason,
            Actor viewer) {
        return queries.sql("select ask_connection(:code, :name, :born, :reason)", viewer)
                .param("code", code, Types.VARCHAR)
                .param("name", nameKey)
                .param("born", born, Types.DATE)
                .param("reason", reason)
                .single(Integer.class);
    }

    @Override
    public Optional<Connection> visible(UUID id, Actor viewer) {
        return entities.createQuery(
                        """
                        select c from Connection c where c.id = :id
                        and (c.organisationId = :organisation or c.toOrganisationId = :organisation)\
                        """,
                        Connection.class)
                .setParameter("id", id)
                .setParameter("organisation", viewer.organisationId())
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Row> rows(Actor viewer) {
        return queries.sql(
                        """
                        select c.id, c.person_id, trim(p.family_name || ' ' || p.given_name) person_name,
                            g.name organisation_name, t.name to_organisation_name, o.name operator_name,
                            c.to_organisation_id = :organisation asked, c.status, c.reason, c.answer, c.requested_at
                        from connection c
                        join organisation g on g.id = c.organisation_id
                        join organisation t on t.id = c.to_organisation_id
                        join operator o on o.id = c.operator_id
                        left join person p on p.id = c.person_id
                            and granted(p.id, :organisation, :role, 'IDENTITY')
                        where :organisation in (c.organisation_id, c.to_organisation_id)
                        order by c.status <> 'REQUESTED', c.to_organisation_id <> :organisation,
                            c.requested_at desc, c.id
                        limit 100
                        """,
                        viewer)
                .list(Row.class);
    }
}
