package it.percorsi.agenda.persistence;

import it.percorsi.access.Actor;
import it.percorsi.agenda.OpenToAll;
import it.percorsi.database.Queries;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredOpenToAll implements OpenToAll {

    private final Queries queries;

    StoredOpenToAll(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Row> of(UUID desk) {
        return queries.sql(
                        """
                        select s.id, s.name, s.open_to_public open, o.name answering
                        from service s left join organisation o on o.id = answering_body(s.id)
                        where s.desk_id = :desk and s.minutes is not null
                        order by s.name
                        """)
                .param("desk", desk)
                .list(Row.class);
    }

    @Override
    public boolean keep(UUID desk, UUID service, boolean open, Actor by) {
        return queries.sql(
                                """
                                update service set open_to_public = :open
                                where id = :service and desk_id = :desk and :role = 'ADMINISTRATOR'
                                """,
                                by)
                        .param("desk", desk)
                        .param("service", service)
                        .param("open", open)
                        .update()
                == 1;
    }
}
