package it.percorsi.casefile.persistence;

import it.percorsi.access.Actor;
import it.percorsi.casefile.InHand;
import it.percorsi.database.Queries;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredInHand implements InHand {

    private final Queries queries;

    StoredInHand(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Row> of(UUID holder, @Nullable UUID receiver, Actor viewer) {
        return queries.sql(
                        """
                        select w.kind, w.id, w.person_id, trim(p.family_name || ' ' || p.given_name) person_name, w.what,
                            w.due_on, w.obstacle
                        from work_in_hand(:holder, :receiver) w left join person p on p.id = w.person_id
                            and entrusted(p.id, :organisation, :role, 'IDENTITY')
                        order by w.obstacle is not null, w.due_on nulls last, p.family_name, p.given_name, w.id
                        """,
                        viewer)
                .param("holder", holder)
                .param("receiver", receiver, Types.OTHER)
                .list(Row.class);
    }

    @Override
    public String name(UUID holder, Actor viewer) {
        return queries.sql("select name from operator where id = :holder", viewer)
                .param("holder", holder)
                .single(String.class);
    }

    @Override
    public List<Receiver> receivers(UUID holder, Actor viewer) {
        return queries.sql(
                        """
                        select o.id operator_id, o.name from operator o
                        where o.active and o.id <> :holder and :role = 'SOCIAL_WORKER'
                            and exists (select 1 from membership m where m.operator_id = o.id
                                and m.organisation_id = :organisation and in_force_here(m)
                                and m.role in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST', 'PLACEMENT'))
                        order by o.name, o.id
                        """,
                        viewer)
                .param("holder", holder)
                .list(Receiver.class);
    }

    @Override
    public List<Passed> pass(
            UUID holder, UUID receiver, Collection<Kind> kinds, String why, Actor by, Instant at) {
        return queries.sql("select * from pass_on(:holder, :receiver, :kinds, :why, :at)", by)
                .param("holder", holder)
                .param("receiver", receiver)
                .param("kinds", Queries.texts(kinds.stream().map(Enum::name).toList()))
                .param("why", why)
                .param("at", Queries.at(at))
                .list(Passed.class);
    }
}
