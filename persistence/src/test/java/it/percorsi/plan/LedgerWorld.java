package it.percorsi.plan;

import com.zaxxer.hikari.HikariDataSource;
import it.percorsi.access.Actor;
import it.percorsi.access.Basis;
import it.percorsi.access.Role;
import it.percorsi.database.ContextKey;
import it.percorsi.database.Roles;
import it.percorsi.database.TestServer;
import it.percorsi.pathway.Ids;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A body, its operators and people with a plan each, in a database of its own. */
final class LedgerWorld {

    private static final String DATABASE = "hour_ledger";
    private static final DataSource SOURCE;
    static final JdbcTemplate APPLICATION;
    static final JdbcTemplate TRUTH;

    static {
        TestServer.database(DATABASE);
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(TestServer.source(DATABASE, Roles.APPLICATION));
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(0);
        SOURCE = pool;
        APPLICATION = new JdbcTemplate(SOURCE);
        TRUTH = new JdbcTemplate(TestServer.source(DATABASE, "postgres"));
        Flyway.configure().dataSource(TestServer.source(DATABASE, Roles.OWNER)).load().migrate();
    }

    private static final ContextKey KEY = new ContextKey(TestServer.source(DATABASE, Roles.OWNER));
    static final UUID BODY = Ids.next();
    private static final UUID PROGRAMME = Ids.next();
    static final UUID SHEET = Ids.next();

    static {
        TRUTH.update("insert into language values ('it', 'italiano', 'italiano', 'ltr')");
        TRUTH.update(
                "insert into organisation values (?, 'prato', 'Prato', 'MUNICIPALITY', null, 0)",
                BODY);
        TRUTH.update("insert into instrument values ('ORIENTATION', 'Orientamento', 'LABOUR')");
        TRUTH.update("insert into funding_source values ('FAMI', 'FAMI'), ('FSE', 'FSE')");
        TRUTH.update(
                "insert into programme (id, code, name, zone) values (?, 'P', 'P', 'z')",
                PROGRAMME);
        TRUTH.update(
                "insert into programme_body (programme_id, organisation_id, role, ordinal, enrols) values (?, ?, 'COORDINATION', 1, false)",
                PROGRAMME,
                BODY);
    }

    static {
        Actor clerk = operator(Role.SOCIAL_WORKER);
        TRUTH.update(
                "insert into attendance_sheet values (?, ?, ?, 2026, 1, now())",
                SHEET,
                BODY,
                clerk.operatorId());
    }

    private LedgerWorld() {}

    record Path(UUID person, UUID plan, List<UUID> supports) {}

    static Actor operator(Role role) {
        Actor actor = new Actor(Ids.next(), "Ada Neri", Ids.next(), BODY, "Comune", role);
        TRUTH.update(
                "insert into operator values (?, ?, 'Ada Neri', true, false, 0)",
                actor.operatorId(),
                actor.operatorId().toString());
        return actor;
    }

    /** Somebody enrolled, whose plan has two supports that two funds pay. */
    static Path path(Actor by) {
        UUID person = Ids.next();
        UUID file = Ids.next();
        UUID enrolment = Ids.next();
        UUID plan = Ids.next();
        UUID objective = Ids.next();
        TRUTH.update(
                "insert into person (id, family_name, given_name, born_on, born_precision, language, search_name, name_key, registered_at, version) values (?, 'Rossi', 'Ada', '1990-03-15', 'DAY', 'it', 'rossi ada', 'ada rossi', now(), 0)",
                person);
        for (Basis basis : List.of(Basis.FILE, Basis.PROGRAMME)) {
            TRUTH.update(
                    "insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id, valid_from, given_by, given_by_organisation_id) values (?, ?, ?, ?, ?, ?, 'x', ?, now(), ?, ?)",
                    Ids.next(),
                    person,
                    BODY,
                    basis.name(),
                    basis.roles().stream().map(Enum::name).toArray(String[]::new),
                    basis.sections().stream().map(Enum::name).toArray(String[]::new),
                    enrolment,
                    by.operatorId(),
                    BODY);
        }
        TRUTH.update(
                "insert into enrolment (id, person_id, programme_id, organisation_id, status, enrolled_on, citizenship, snapshot, version) values (?, ?, ?, ?, 'ACTIVE', '2026-01-01', 'AL', '', 0)",
                enrolment,
                person,
                PROGRAMME,
                BODY);
        TRUTH.update(
                "insert into case_file (id, person_id, organisation_id, status, opened_at, version) values (?, ?, ?, 'FIRST_LEVEL', now(), 0)",
                file,
                person,
                BODY);
        TRUTH.update(
                "insert into hour_budget (id, person_id, enrolment_id, minutes) values (?, ?, ?, 2160)",
                plan,
                person,
                enrolment);
        TRUTH.update(
                "insert into plan (id, person_id, case_file_id, budget_id, status, drawn_on, version) values (?, ?, ?, ?, 'ACTIVE', '2026-01-01', 0)",
                plan,
                person,
                file,
                plan);
        TRUTH.update(
                "insert into objective values (?, ?, ?, 'WORK', 'x', 'x', 1, 0)",
                objective,
                plan,
                person);
        List<UUID> supports = List.of(Ids.next(), Ids.next());
        for (UUID support : supports) {
            TRUTH.update(
                    "insert into support values (?, ?, ?, ?, 'ORIENTATION', 6000, ?, ?)",
                    support,
                    objective,
                    plan,
                    person,
                    BODY,
                    support == supports.getFirst() ? "FAMI" : "FSE");
        }
        return new Path(person, plan, supports);
    }

    static UUID programme() {
        return PROGRAMME;
    }

    static <T> T as(Actor actor, Supplier<T> work) {
        return new TransactionTemplate(new DataSourceTransactionManager(SOURCE))
                .execute(status -> {
                    APPLICATION.queryForObject(
                            "select set_config('percorsi.context', ?, true)",
                            String.class,
                            KEY.sign(actor));
                    return work.get();
                });
    }

    /** Written by the application's role, in one status or another. */
    static UUID hour(
            Actor by, Path path, int support, String status, String at, int minutes, UUID group) {
        UUID id = Ids.next();
        boolean timed = !status.equals("PLANNED");
        as(
                by,
                () ->
                        APPLICATION.update(
                                """
                                insert into encounter (id, group_id, support_id, plan_id, person_id, on_day, starts, minutes,
                                    counted, operator_id, topic, recorded_at, status, marked_by)
                                values (?, ?, ?, ?, ?, ?::timestamp::date, ?::timestamp::time, ?, ?, ?, 'x', now(), ?, ?)
                                """,
                                id,
                                group,
                                path.supports().get(support),
                                path.plan(),
                                path.person(),
                                timed ? at : null,
                                timed ? at : null,
                                minutes,
                                status.equals("DELIVERED") ? minutes : 0,
                                by.operatorId(),
                                status,
                                status.equals("DELIVERED") ? by.operatorId() : null));
        return id;
    }

    static int move(Actor by, UUID hour, String set, Object... values) {
        Object[] all = new Object[values.length + 1];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = hour;
        return as(
                by, () -> APPLICATION.update("update encounter set " + set + " where id = ?", all));
    }
}
