package it.percorsi.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database refuses by itself of what is asked without an account. */
class RequestWallTests {

    private static final String DATABASE = "request_wall";
    private static final DataSource SOURCE;
    private static final JdbcTemplate APPLICATION;
    private static final JdbcTemplate OWNER;

    static {
        TestServer.database(DATABASE);
        SOURCE = TestServer.source(DATABASE, Roles.APPLICATION);
        APPLICATION = new JdbcTemplate(SOURCE);
        OWNER = new JdbcTemplate(TestServer.source(DATABASE, Roles.OWNER));
    }

    private static final UUID PRATO = Ids.next();
    private static final UUID LUCCA = Ids.next();
    private static final Actor DESK = actor(PRATO, Role.DESK);
    private static final Actor EMPLOYMENT = actor(PRATO, Role.CPI_OPERATOR);
    private static final Actor OUTSIDER = actor(LUCCA, Role.DESK);
    private static final UUID TALK = Ids.next();
    private static final UUID CLOSED_TO_ALL = Ids.next();
    private static final UUID OPERATOR = Ids.next();
    private static final UUID EMPLOYMENT_CENTRE = Ids.next();
    private static final UUID OF_THE_CENTRE = Ids.next();
    private static final UUID FAR_FROM_ANY_DESK = Ids.next();
    private static ContextKey key;

    private static Actor actor(UUID organisation, Role role) {
        return new Actor(Ids.next(), "Ada Neri", Ids.next(), organisation, "Comune", role);
    }

    @BeforeAll
    static void aServiceOpenToEverybodyAndARequest() {
        Flyway.configure().dataSource(TestServer.source(DATABASE, Roles.OWNER)).load().migrate();
        key = new ContextKey(TestServer.source(DATABASE, Roles.OWNER));
        OWNER.update("insert into language values ('it', 'italiano', 'italiano', 'ltr')");
        OWNER.update(
                "insert into municipality values ('G999', 'Prato', 'PO', null), ('G713', 'Pistoia', 'PT', null)");
        OWNER.update(
                "insert into organisation values (?, 'prato', 'Prato', 'MUNICIPALITY', null, 0), (?, 'lucca', 'Lucca', 'MUNICIPALITY', null, 0), (?, 'cpi', 'Centro', 'CPI', null, 0)",
                PRATO,
                LUCCA,
                EMPLOYMENT_CENTRE);
        UUID desk = Ids.next();
        OWNER.update(
                "insert into desk (id, organisation_id, code, name, kind, municipality, version) values (?, ?, 'pua', 'PUA', 'PUA_FIRST_LEVEL', 'G999', 0)",
                desk,
                PRATO);
        for (UUID service : List.of(TALK, CLOSED_TO_ALL)) {
            OWNER.update(
                    "insert into service (id, organisation_id, desk_id, code, name, content, minutes, open_to_public) values (?, ?, ?, ?, 'x', 'x', 30, ?)",
                    service,
                    PRATO,
                    desk,
                    service.toString(),
                    service.equals(TALK));
        }
        for (Actor actor : List.of(DESK, EMPLOYMENT, OUTSIDER)) {
            OWNER.update(
                    "insert into operator values (?, ?, 'Ada Neri', true, false, 0)",
                    actor.operatorId(),
                    actor.operatorId().toString());
        }
        OWNER.update(
                "insert into membership (id, operator_id, organisation_id, role, valid_from) values (?, ?, ?, 'DESK', '2020-01-01')",
                Ids.next(),
                DESK.operatorId(),
                PRATO);
        aServiceOfTheEmploymentCentre(OF_THE_CENTRE, "G999");
        aServiceOfTheEmploymentCentre(FAR_FROM_ANY_DESK, "G713");
        OWNER.update(
                "insert into resource (id, code, kind, organisation_id, name) values (?, 'op', 'OPERATOR', ?, 'Ada')",
                OPERATOR,
                PRATO);
        OWNER.update(
                "insert into availability (id, resource_id, service_id, weekday, opens, closes) values (?, ?, ?, 1, '09:00', '13:00')",
                Ids.next(),
                OPERATOR,
                TALK);
        OWNER.update(
                "insert into reference_rule (key, value, unit, valid_from, source, verified) select 'request.' || key, '30', 'x', '2000-01-01', 'x', false from unnest(array['days-ahead', 'per-source-hour', 'open-per-phone', 'open-per-day', 'keep']) key");
        assertThat(send(TALK, 10)).isEqualTo("SENT");
    }

    /** The centre opens no files; in Prato somebody else does. */
    private static void aServiceOfTheEmploymentCentre(UUID service, String municipality) {
        UUID desk = Ids.next();
        OWNER.update(
                "insert into desk (id, organisation_id, code, name, kind, municipality, version) values (?, ?, ?, 'Centro', 'CPI', ?, 0)",
                desk,
                EMPLOYMENT_CENTRE,
                desk.toString(),
                municipality);
        OWNER.update(
                "insert into service (id, organisation_id, desk_id, code, name, content, minutes) values (?, ?, ?, ?, 'x', 'x', 30)",
                service,
                EMPLOYMENT_CENTRE,
                desk,
                service.toString());
    }

    /** Next Monday at this hour, for somebody nobody knows. */
    private static String send(UUID service, int hour) {
        return APPLICATION.queryForObject(
                """
                select send_request(?, sha256(?::text::bytea), sha256('x'), 'CODE', ?, 'it', 'Ada Neri', '+39 333 000 0001',
                    array[?::uuid], t.at, t.at, gen_random_uuid(), 1)
                from (select (date_trunc('week', now() at time zone 'Europe/Rome') + interval '7 days'
                    + ? * interval '1 hour') at time zone 'Europe/Rome' at) t\
                """,
                String.class,
                Ids.next(),
                Ids.next().toString(),
                service,
                OPERATOR,
                hour);
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

    private static int seen() {
        return APPLICATION.queryForObject("select count(*) from public_request", Integer.class);
    }

    @Test
    void onlyTheDeskOfTheBodySeesItAndNobodyWithoutAnAccount() {
        as(DESK, () -> assertThat(seen()).isEqualTo(1));
        as(EMPLOYMENT, () -> assertThat(seen()).isZero());
        as(OUTSIDER, () -> assertThat(seen()).isZero());
        assertThat(seen()).isZero();
    }

    @Test
    void whoOpensNoFilesIsAnsweredForByTheFirstDeskOfTheTown() {
        assertThat(answering(TALK)).isEqualTo(PRATO);
        assertThat(answering(OF_THE_CENTRE)).isEqualTo(PRATO);
        assertThat(answering(FAR_FROM_ANY_DESK)).isNull();
    }

    private static UUID answering(UUID service) {
        return APPLICATION.queryForObject("select answering_body(?)", UUID.class, service);
    }

    @Test
    void onlyAnAdministratorOpensAServiceAndOnlyWhereSomebodyAnswers() {
        Actor administrator = actor(LUCCA, Role.ADMINISTRATOR);
        as(EMPLOYMENT, () -> assertThat(opened(OF_THE_CENTRE)).isZero());
        as(DESK, () -> assertThat(opened(OF_THE_CENTRE)).isZero());
        as(administrator, () -> assertThat(opened(OF_THE_CENTRE)).isOne());
        assertThatThrownBy(() -> as(administrator, () -> opened(FAR_FROM_ANY_DESK)))
                .hasStackTraceContaining("opened_where_somebody_answers");
    }

    private static int opened(UUID service) {
        return APPLICATION.update("update service set open_to_public = true where id = ?", service);
    }

    @Test
    void noOtherBodyAnswersItOrFreesItsTime() {
        as(
                OUTSIDER,
                () -> {
                    assertThat(
                                    APPLICATION.update(
                                            "update public_request set status = 'CONFIRMED', ended_at = now(), ended_by = ?",
                                            OUTSIDER.operatorId()))
                            .isZero();
                    assertThat(APPLICATION.update("delete from booking")).isZero();
                });
    }

    @Test
    void anAnswerIsSigned() {
        assertThatThrownBy(() ->
                        as(
                                DESK,
                                () ->
                                        APPLICATION.update(
                                                "update public_request set status = 'CONFIRMED', ended_at = now(), ended_by = ?",
                                                OUTSIDER.operatorId())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void whereItCameFromIsForNobodysEyes() {
        assertThatThrownBy(() ->
                        as(
                                DESK,
                                () ->
                                        APPLICATION.queryForList(
                                                "select source_hash from public_request")))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void aTimeIsGivenOnceAndOnlyOfAnOpenServiceInItsHours() {
        assertThat(send(TALK, 10)).isEqualTo("TAKEN");
        assertThatThrownBy(() -> send(TALK, 14)).hasStackTraceContaining("no time of a service");
        assertThatThrownBy(() -> send(CLOSED_TO_ALL, 11))
                .hasStackTraceContaining("no time of a service");
    }

    @Test
    void whatIsTakenIsToldOnlyOfServicesOpenToEverybody() {
        String taken =
                "select count(*) from taken_for_everybody(?, array[?::uuid], now() + interval '30 days')";

        assertThat(APPLICATION.queryForObject(taken, Integer.class, TALK, OPERATOR)).isEqualTo(1);
        assertThat(APPLICATION.queryForObject(taken, Integer.class, CLOSED_TO_ALL, OPERATOR))
                .isZero();
    }
}
