package it.percorsi.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.access.Actor;
import it.percorsi.access.Basis;
import it.percorsi.access.Role;
import it.percorsi.database.ContextKey;
import it.percorsi.database.Roles;
import it.percorsi.database.TestServer;
import it.percorsi.pathway.Ids;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database refuses by itself of paperwork at other offices. */
class ProcedureWallTests {

    private static final String DATABASE = "procedure_wall";
    private static final DataSource SOURCE;
    private static final JdbcTemplate APPLICATION;
    private static final JdbcTemplate OWNER;
    private static final JdbcTemplate TRUTH;

    static {
        TestServer.database(DATABASE);
        SOURCE = TestServer.source(DATABASE, Roles.APPLICATION);
        APPLICATION = new JdbcTemplate(SOURCE);
        OWNER = new JdbcTemplate(TestServer.source(DATABASE, Roles.OWNER));
        TRUTH = new JdbcTemplate(TestServer.source(DATABASE, "postgres"));
    }

    private static final UUID PRATO = Ids.next();
    private static final UUID LUCCA = Ids.next();
    private static final Actor DESK = actor(Ids.next(), PRATO, Role.DESK);
    private static final Actor OUTSIDER = actor(Ids.next(), LUCCA, Role.DESK);
    private static ContextKey key;

    private static Actor actor(UUID operator, UUID organisation, Role role) {
        return new Actor(operator, "Ada Neri", Ids.next(), organisation, "Comune", role);
    }

    @BeforeAll
    static void twoBodies() {
        Flyway.configure().dataSource(TestServer.source(DATABASE, Roles.OWNER)).load().migrate();
        key = new ContextKey(TestServer.source(DATABASE, Roles.OWNER));
        OWNER.update("insert into language values ('it', 'italiano', 'italiano', 'ltr')");
        OWNER.update(
                "insert into organisation values (?, 'prato', 'Prato', 'MUNICIPALITY', null, 0), (?, 'lucca', 'Lucca', 'MUNICIPALITY', null, 0)",
                PRATO,
                LUCCA);
        OWNER.update(
                "insert into procedure_kind (code, name, place, several, source, verified) values ('citizenship', 'Cittadinanza', 'x', false, 'x', false), ('school', 'Scuola', 'x', true, 'x', false)");
        for (Actor actor : List.of(DESK, OUTSIDER)) {
            OWNER.update(
                    "insert into operator values (?, ?, 'Ada Neri', true, false, 0)",
                    actor.operatorId(),
                    actor.operatorId().toString());
            OWNER.update(
                    "insert into membership values (gen_random_uuid(), ?, ?, 'DESK', '2020-01-01', null)",
                    actor.operatorId(),
                    actor.organisationId());
        }
    }

    private static void as(Actor actor, Runnable work) {
        new TransactionTemplate(new DataSourceTransactionManager(SOURCE))
                .executeWithoutResult(status -> {
                    APPLICATION.queryForObject(
                            "select set_config('percorsi.context', ?, true)",
                            String.class,
                            key.sign(actor));
                    work.run();
                });
    }

    private static UUID personInPrato() {
        UUID person = Ids.next();
        as(
                DESK,
                () -> {
                    APPLICATION.update(
                            "insert into person (id, family_name, given_name, born_on, born_precision, language, search_name, name_key, registered_at, version) values (?, 'Hoxha', 'Arta', '1990-03-15', 'DAY', 'it', 'hoxha arta', 'arta hoxha', now(), 0)",
                            person);
                    APPLICATION.update(
                            """
                            insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, valid_from, given_by, given_by_organisation_id)
                            values (?, ?, ?, 'FILE', ?, ?, 'test', now(), ?, ?)\
                            """,
                            Ids.next(),
                            person,
                            PRATO,
                            Basis.FILE.roles().stream().map(Enum::name).toArray(String[]::new),
                            Basis.FILE.sections().stream().map(Enum::name).toArray(String[]::new),
                            DESK.operatorId(),
                            PRATO);
                });
        return person;
    }

    private static UUID begin(Actor by, UUID body, UUID person, String kind, String status) {
        UUID id = Ids.next();
        as(
                by,
                () ->
                        APPLICATION.update(
                                """
                                insert into procedure (id, person_id, organisation_id, kind, several, about, missing, status,
                                    prepared_on, next_on, moved_at, version)
                                values (?, ?, ?, ?, ?, '', '', ?, '2026-01-07', '2026-02-01', now(), 0)\
                                """,
                                id,
                                person,
                                body,
                                kind,
                                kind.equals("school"),
                                status));
        return id;
    }

    private static UUID begun(UUID person) {
        return begin(DESK, PRATO, person, "citizenship", "TO_PREPARE");
    }

    private static void refused(String why, Actor by, String sql, Object... values) {
        assertThatThrownBy(() -> as(by, () -> APPLICATION.update(sql, values)))
                .hasStackTraceContaining(why);
    }

    private static int change(Actor by, String sql, Object... values) {
        int[] rows = new int[1];
        as(by, () -> rows[0] = APPLICATION.update(sql, values));
        return rows[0];
    }

    @Test
    void onlyWhoSeesTheStayOfThePersonSeesIt() {
        begun(personInPrato());
        Actor placement = actor(DESK.operatorId(), PRATO, Role.PLACEMENT);
        for (Actor other : List.of(OUTSIDER, placement)) {
            as(other, () -> assertThat(seen()).isZero());
        }
        for (Role role : List.of(Role.DESK, Role.SOCIAL_WORKER, Role.CPI_OPERATOR)) {
            as(
                    actor(DESK.operatorId(), PRATO, role),
                    () -> assertThat(seen()).as(role.name()).isPositive());
        }
    }

    private static int seen() {
        return APPLICATION.queryForObject("select count(*) from procedure", Integer.class);
    }

    @Test
    void whoOnlyReadsNeitherBeginsNorChanges() {
        UUID person = personInPrato();
        UUID procedure = begun(person);
        Actor cpi = actor(DESK.operatorId(), PRATO, Role.CPI_OPERATOR);

        assertThatThrownBy(() -> begin(cpi, PRATO, person, "school", "TO_PREPARE"))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> begin(OUTSIDER, LUCCA, person, "school", "TO_PREPARE"))
                .hasStackTraceContaining("row-level security");
        assertThat(change(cpi, "update procedure set missing = 'x' where id = ?", procedure))
                .isZero();
        assertThat(change(OUTSIDER, "update procedure set missing = 'x' where id = ?", procedure))
                .isZero();
        refused("permission denied", DESK, "delete from procedure where id = ?", procedure);
    }

    @Test
    void itBeginsAtTheBeginningAndForOnesOwnBody() {
        UUID person = personInPrato();

        assertThatThrownBy(() -> begin(DESK, PRATO, person, "citizenship", "INTEGRATION_ASKED"))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> begin(DESK, LUCCA, person, "citizenship", "TO_PREPARE"))
                .hasStackTraceContaining("row-level security");
        refused(
                "one's own body",
                DESK,
                "update procedure set organisation_id = ? where id = ?",
                LUCCA,
                begun(person));
    }

    @Test
    void whatItIsAndWhoseIsNotRewritten() {
        UUID procedure = begun(personInPrato());
        for (String column : List.of("person_id = id", "kind = 'school'", "prepared_on = now()")) {
            refused(
                    "permission denied",
                    DESK,
                    "update procedure set " + column + " where id = ?",
                    procedure);
        }
    }

    @Test
    void oneOfAKindIsOpenAtATimeUnlessTheKindAllowsSeveral() {
        UUID person = personInPrato();
        UUID first = begun(person);

        assertThatThrownBy(() -> begun(person)).hasStackTraceContaining("one_open_procedure");
        change(
                DESK,
                "update procedure set status = 'WITHDRAWN', next_on = null, decided_on = '2026-01-08' where id = ?",
                first);
        begun(person);
        begin(DESK, PRATO, person, "school", "TO_PREPARE");
        begin(DESK, PRATO, person, "school", "TO_PREPARE");
    }

    @Test
    void whoFollowsItWorksInTheBody() {
        UUID procedure = begun(personInPrato());
        String owner = "update procedure set owner_id = ? where id = ?";

        refused("procedure_owner_works_there", DESK, owner, OUTSIDER.operatorId(), procedure);
        assertThat(change(DESK, owner, DESK.operatorId(), procedure)).isOne();
    }

    @Test
    void itsDatesAgreeWithWhereItStands() {
        UUID procedure = begun(personInPrato());
        String set = "update procedure set %s where id = '" + procedure + "'";
        String sent = "status = 'SUBMITTED', submitted_to = 'Questura', submitted_on = ";
        for (String illegal :
                List.of(
                        "next_on = null",
                        "status = 'SUBMITTED'",
                        "submitted_on = '2026-01-08', submitted_to = 'Questura'",
                        sent + "'2026-01-08', submitted_to = ''",
                        "status = 'GRANTED', next_on = null",
                        sent + "'2026-01-08', valid_until = '2030-01-01'",
                        sent + "'2026-01-08', appeal_by = '2030-01-01'")) {
            assertThatThrownBy(() -> change(DESK, set.formatted(illegal)))
                    .as(illegal)
                    .isInstanceOf(org.springframework.dao.DataAccessException.class);
        }
        refused("procedure_not_ahead", DESK, set.formatted(sent + "'2099-01-08'"));
        assertThat(change(DESK, set.formatted(sent + "'2026-01-08'"))).isOne();
        refused(
                "check",
                DESK,
                set.formatted("status = 'GRANTED', next_on = null, decided_on = '2026-01-07'"));
    }

    @Test
    void aMergeTakesItAlongAndLeavesWhatIsThereTwice() {
        UUID kept = personInPrato();
        UUID absorbed = personInPrato();
        begun(kept);
        UUID same = begun(absorbed);
        UUID school = begin(DESK, PRATO, absorbed, "school", "TO_PREPARE");

        as(
                DESK,
                () ->
                        APPLICATION.queryForList(
                                "select merge_people(?, ?, ?, null)::text",
                                Ids.next(),
                                kept,
                                absorbed));

        String whose = "select person_id from procedure where id = ?";
        assertThat(TRUTH.queryForObject(whose, UUID.class, school)).isEqualTo(kept);
        assertThat(TRUTH.queryForObject(whose, UUID.class, same)).isEqualTo(absorbed);
    }

    @Test
    void theKindsAreNotWrittenByADesk() {
        refused("permission denied", DESK, "update procedure_kind set answer_days = 1");
        refused("permission denied", DESK, "delete from procedure_kind");
    }
}
