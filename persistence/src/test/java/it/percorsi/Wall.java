package it.percorsi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.access.Actor;
import it.percorsi.access.Basis;
import it.percorsi.access.Role;
import it.percorsi.database.ContextKey;
import it.percorsi.database.Roles;
import it.percorsi.database.TestServer;
import it.percorsi.pathway.Ids;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with nothing in it but the schema, for asking what it refuses by itself. */
public final class Wall {

    /** Behind the wall: acts for whoever is named in {@link #as}. */
    public final JdbcTemplate application;

    public final JdbcTemplate owner;

    private final DataSource source;
    private final ContextKey key;

    public Wall(String database) {
        TestServer.database(database);
        DataSource owning = TestServer.source(database, Roles.OWNER);
        Flyway.configure().dataSource(owning).load().migrate();
        source = TestServer.source(database, Roles.APPLICATION);
        application = new JdbcTemplate(source);
        owner = new JdbcTemplate(owning);
        key = new ContextKey(owning);
    }

    public UUID body(String code) {
        UUID id = Ids.next();
        owner.update(
                "insert into organisation values (?, ?, ?, 'MUNICIPALITY', null, 0)",
                id,
                code,
                code);
        return id;
    }

    public Actor actor(UUID organisation, Role role) {
        Actor actor = new Actor(Ids.next(), "Ada Neri", Ids.next(), organisation, "Ente", role);
        owner.update(
                "insert into operator values (?, ?, 'Ada Neri', true, false, 0)",
                actor.operatorId(),
                actor.operatorId().toString());
        return actor;
    }

    /** Somebody whose file the body of a desk holds. */
    public UUID person(Actor desk, String familyName) {
        UUID id = Ids.next();
        as(
                desk,
                () -> {
                    application.update(
                            """
                            insert into person (id, family_name, given_name, born_on, born_precision, language, search_name,
                                name_key, registered_at, version)
                            values (?, ?, 'Arta', '1990-03-15', 'DAY', 'it', lower(?), lower(?), now(), 0)\
                            """,
                            id,
                            familyName,
                            familyName,
                            familyName);
                    application.update(
                            """
                            insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, valid_from,
                                given_by, given_by_organisation_id)
                            values (?, ?, ?, 'FILE', ?, ?, 'test', now(), ?, ?)\
                            """,
                            Ids.next(),
                            id,
                            desk.organisationId(),
                            Basis.FILE.roles().stream().map(Enum::name).toArray(String[]::new),
                            Basis.FILE.sections().stream().map(Enum::name).toArray(String[]::new),
                            desk.operatorId(),
                            desk.organisationId());
                });
        return id;
    }

    public void as(Actor actor, Runnable work) {
        new TransactionTemplate(new DataSourceTransactionManager(source))
                .executeWithoutResult(status -> {
                    application.queryForObject(
                            "select set_config('percorsi.context', ?, true)",
                            String.class,
                            key.sign(actor));
                    work.run();
                });
    }

    public void does(Actor actor, String sql, Object... values) {
        as(actor, () -> application.update(sql, values));
    }

    /**
     * @param because part of what the database says
     */
    public void refuses(String because, Actor actor, String sql, Object... values) {
        assertThatThrownBy(() -> does(actor, sql, values)).hasStackTraceContaining(because);
    }
}
