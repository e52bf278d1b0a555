package it.percorsi.access.persistence;

import it.percorsi.access.Actor;
import it.percorsi.access.Membership;
import it.percorsi.access.Operator;
import it.percorsi.access.Operators;
import it.percorsi.access.Role;
import it.percorsi.database.Door;
import it.percorsi.database.Queries;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredOperators implements Operators {

    private final EntityManager entities;
    private final Queries queries;
    private final Door door;

    StoredOperators(EntityManager entities, Queries queries, Door door) {
        this.entities = entities;
        this.queries = queries;
        this.door = door;
    }

    @Override
    public Optional<Login> login(String username) {
        return door.sql("select * from login_credential(:username)")
                .param("username", username)
                .optional(Login.class);
    }

    @Override
    public List<Actor> actors(UUID operatorId) {
        return door.sql("select * from memberships_in_force(:operator)")
                .param("operator", operatorId)
                .list((row, n) ->
                        new Actor(
                                operatorId,
                                row.getString("operator_name"),
                                row.getObject("membership_id", UUID.class),
                                row.getObject("organisation_id", UUID.class),
                                row.getString("organisation_name"),
                                Role.valueOf(row.getString("role"))));
    }

    @Override
    public void save(Operator operator) {
        entities.persist(operator);
    }

    @Override
    public void save(Membership membership) {
        entities.persist(membership);
    }

    @Override
    public void setPasswordHash(UUID operatorId, String hash) {
        queries.sql("select set_credential(:operator, :hash)")
                .param("operator", operatorId)
                .param("hash", hash)
                .list((row, n) -> 1);
    }

    @Override
    public Optional<Operator> visible(UUID id, Actor viewer) {
        return administers(viewer)
                ? Optional.ofNullable(entities.find(Operator.class, id))
                : Optional.empty();
    }

    @Override
    public Optional<Membership> visibleMembership(UUID id, Actor viewer) {
        return administers(viewer)
                ? Optional.ofNullable(entities.find(Membership.class, id))
                : Optional.empty();
    }

    private static boolean administers(Actor viewer) {
        return viewer.role() == Role.ADMINISTRATOR;
    }

    @Override
    public List<OperatorRow> list(Actor viewer) {
        return queries.sql(
                        """
                        select o.id operator_id, o.username, o.name, o.active, m.id membership_id,
                            g.name organisation_name, m.role, m.valid_until
                        from operator o
                        left join membership m on m.operator_id = o.id
                            and (m.valid_until is null or m.valid_until > current_date)
                        left join organisation g on g.id = m.organisation_id
                        where :role = 'ADMINISTRATOR' and o.username <> 'cittadino'
                        order by o.name, g.name, m.role
                        """,
                        viewer)
                .list(OperatorRow.class);
    }

    @Override
    public List<Colleague> colleagues(Actor viewer) {
        return queries.sql(
                        """
                        select o.id operator_id, o.name, g.id organisation_id, g.name organisation_name, m.role
                        from operator o
                        join membership m on m.operator_id = o.id and m.valid_from <= current_date
                            and (m.valid_until is null or m.valid_until > current_date)
                        join organisation g on g.id = m.organisation_id
                        where o.active and :role in ('SOCIAL_WORKER', 'DESK')
                            and m.role in ('SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST', 'PLACEMENT')
                        order by g.id <> :organisation, g.name, o.name
                        """,
                        viewer)
                .list(Colleague.class);
    }

    @Override
    public List<String> namesToFollow(UUID body, Actor viewer) {
        return queries.sql(
                        """
                        select distinct o.name from operator o
                        join membership m on m.operator_id = o.id and m.valid_from <= current_date
                            and (m.valid_until is null or m.valid_until > current_date)
                        where o.active and m.organisation_id = :body and :role = 'PANEL_SECRETARY'
                            and m.role in ('SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST', 'PLACEMENT')
                        order by o.name
                        """,
                        viewer)
                .param("body", body)
                .list(String.class);
    }

    @Override
    public long demoAccounts() {
        return door.sql("select demo_operators()").single(Long.class);
    }
}
