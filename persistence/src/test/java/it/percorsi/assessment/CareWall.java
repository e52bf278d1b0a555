package it.percorsi.assessment;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.database.ContextKey;
import it.percorsi.database.Roles;
import it.percorsi.database.TestServer;
import it.percorsi.pathway.Ids;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A municipality that holds files and an employment centre in its teams, in a database of their
 * own.
 */
abstract class CareWall {

    private static final String DATABASE = "assessment_wall";
    private static final DataSource SOURCE;
    static final JdbcTemplate APPLICATION;
    static final JdbcTemplate TRUTH;

    static {
        TestServer.database(DATABASE);
        SOURCE = TestServer.source(DATABASE, Roles.APPLICATION);
        APPLICATION = new JdbcTemplate(SOURCE);
        TRUTH = new JdbcTemplate(TestServer.source(DATABASE, "postgres"));
    }

    static final UUID PRATO = Ids.next();
    private static final UUID CENTRE = Ids.next();
    static final Actor SOCIAL = actor(PRATO, Role.SOCIAL_WORKER);
    static final Actor EMPLOYMENT = actor(CENTRE, Role.CPI_OPERATOR);
    static final Actor PLACEMENT = actor(CENTRE, Role.PLACEMENT);
    private static final ContextKey KEY;

    static Actor actor(UUID organisation, Role role) {
        return new Actor(Ids.next(), "Ada Neri", Ids.next(), organisation, "Ente", role);
    }

    static {
        Flyway.configure().dataSource(TestServer.source(DATABASE, Roles.OWNER)).load().migrate();
        KEY = new ContextKey(TestServer.source(DATABASE, Roles.OWNER));
        TRUTH.update("insert into language values ('it', 'italiano', 'italiano', 'ltr')");
        TRUTH.update(
                "insert into organisation values (?, 'prato', 'Prato', 'MUNICIPALITY', null, 0), (?, 'cpi', 'CPI', 'EMPLOYMENT_CENTRE', null, 0)",
                PRATO,
                CENTRE);
        for (Actor actor : List.of(SOCIAL, EMPLOYMENT, PLACEMENT)) {
            TRUTH.update(
                    "insert into operator values (?, ?, 'Ada Neri', true, false, 0)",
                    actor.operatorId(),
                    actor.operatorId().toString());
        }
    }

    /** Held by the municipality, whose team the centre is in. */
    static UUID somebody() {
        UUID person = Ids.next();
        TRUTH.update(
                "insert into person (id, family_name, given_name, born_on, born_precision, language, search_name, name_key, registered_at, version) values (?, 'X', 'Y', '1990-03-15', 'DAY', 'it', 'x y', 'x y', now(), 0)",
                person);
        grant(person, PRATO, "FILE");
        grant(person, CENTRE, "TEAM");
        return person;
    }

    private static void grant(UUID person, UUID body, String basis) {
        TRUTH.update(
                """
                insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, valid_from,
                    given_by, given_by_organisation_id)
                select ?, ?, ?, basis, roles, sections, 'test', now(), ?, ? from basis_scope where basis = ?\
                """,
                Ids.next(),
                person,
                body,
                SOCIAL.operatorId(),
                body,
                basis);
    }

    static void as(Actor actor, Runnable work) {
        new TransactionTemplate(new DataSourceTransactionManager(SOURCE))
                .executeWithoutResult(status -> {
                    APPLICATION.queryForObject(
                            "select set_config('percorsi.context', ?, true)",
                            String.class,
                            KEY.sign(actor));
                    work.run();
                });
    }
}
