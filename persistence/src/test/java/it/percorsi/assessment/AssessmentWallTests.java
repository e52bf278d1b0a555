package it.percorsi.assessment;

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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database refuses by itself of assessments and skills reviews. */
class AssessmentWallTests {

    private static final String DATABASE = "assessment_wall";
    private static final DataSource SOURCE;
    private static final JdbcTemplate APPLICATION;
    private static final JdbcTemplate TRUTH;

    static {
        TestServer.database(DATABASE);
        SOURCE = TestServer.source(DATABASE, Roles.APPLICATION);
        APPLICATION = new JdbcTemplate(SOURCE);
        TRUTH = new JdbcTemplate(TestServer.source(DATABASE, "postgres"));
    }

    private static final UUID PRATO = Ids.next();
    private static final UUID CENTRE = Ids.next();
    private static final Actor SOCIAL = actor(PRATO, Role.SOCIAL_WORKER);
    private static final Actor EMPLOYMENT = actor(CENTRE, Role.CPI_OPERATOR);
    private static final Actor PLACEMENT = actor(CENTRE, Role.PLACEMENT);
    private static ContextKey key;

    private static Actor actor(UUID organisation, Role role) {
        return new Actor(Ids.next(), "Ada Neri", Ids.next(), organisation, "Ente", role);
    }

    @BeforeAll
    static void twoBodies() {
        Flyway.configure().dataSource(TestServer.source(DATABASE, Roles.OWNER)).load().migrate();
        key = new ContextKey(TestServer.source(DATABASE, Roles.OWNER));
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
    private static UUID somebody() {
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

    private static UUID open(UUID person, Actor by, String depth) {
        UUID id = Ids.next();
        as(
                by,
                () ->
                        APPLICATION.update(
                                "insert into assessment (id, person_id, depth, opened_at, operator_id, organisation_id) values (?, ?, ?, now(), ?, ?)",
                                id,
                                person,
                                depth,
                                by.operatorId(),
                                by.organisationId()));
        return id;
    }

    private static void write(
            UUID assessment, UUID person, String area, String section, int version, Actor by) {
        as(
                by,
                () ->
                        APPLICATION.update(
                                "insert into assessment_area (id, assessment_id, person_id, area, section, version, level, body, at, operator_id, organisation_id) values (?, ?, ?, ?, ?, ?, 3, 'x', now(), ?, ?)",
                                Ids.next(),
                                assessment,
                                person,
                                area,
                                section,
                                version,
                                by.operatorId(),
                                by.organisationId()));
    }

    private static int sign(UUID assessment, Actor by, Actor signer) {
        int[] signed = {0};
        as(
                by,
                () ->
                        signed[0] =
                                APPLICATION.update(
                                        "update assessment set signed_at = now(), signed_by = ?, signed_for = ? where id = ?",
                                        signer.operatorId(),
                                        signer.organisationId(),
                                        assessment));
        return signed[0];
    }

    private static List<String> areas(UUID assessment, Actor by) {
        List<String> areas = new java.util.ArrayList<>();
        as(
                by,
                () ->
                        areas.addAll(
                                APPLICATION.queryForList(
                                        "select area from assessment_area where assessment_id = ? order by area",
                                        String.class,
                                        assessment)));
        return areas;
    }

    @Test
    void anAreaIsReadAndWrittenByItsSection() {
        UUID person = somebody();
        UUID assessment = open(person, SOCIAL, "FIRST");
        write(assessment, person, "SOCIAL", "RESERVED", 1, SOCIAL);
        write(assessment, person, "HOUSING", "SOCIAL", 1, SOCIAL);
        write(assessment, person, "WORK", "LABOUR", 1, EMPLOYMENT);

        assertThat(areas(assessment, SOCIAL)).containsExactly("HOUSING", "SOCIAL", "WORK");
        assertThat(areas(assessment, EMPLOYMENT)).containsExactly("WORK");
        assertThatThrownBy(() -> write(assessment, person, "ECONOMY", "SOCIAL", 1, EMPLOYMENT))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> write(assessment, person, "ECONOMY", "LABOUR", 1, EMPLOYMENT))
                .hasStackTraceContaining("check constraint");
        assertThatThrownBy(() -> write(assessment, person, "EDUCATION", "LABOUR", 1, PLACEMENT))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> write(assessment, person, "WORK", "LABOUR", 1, EMPLOYMENT))
                .hasStackTraceContaining("area_version_once");
        assertThatThrownBy(() ->
                        as(
                                SOCIAL,
                                () -> APPLICATION.update("update assessment_area set body = 'y'")))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void oneIsOpenAtATimeAndTheDeepOneComesAfter() {
        UUID person = somebody();
        assertThatThrownBy(() -> open(person, SOCIAL, "IN_DEPTH"))
                .hasStackTraceContaining("first_assessment_first");
        UUID first = open(person, SOCIAL, "FIRST");
        assertThatThrownBy(() -> open(person, EMPLOYMENT, "FIRST"))
                .hasStackTraceContaining("one_open_assessment");
        assertThatThrownBy(() -> sign(first, SOCIAL, SOCIAL))
                .hasStackTraceContaining("assessment_is_blank");
        write(first, person, "WORK", "LABOUR", 1, EMPLOYMENT);

        assertThat(sign(first, EMPLOYMENT, EMPLOYMENT)).isZero();
        assertThatThrownBy(() -> sign(first, SOCIAL, EMPLOYMENT))
                .hasStackTraceContaining("row-level security");
        assertThat(sign(first, SOCIAL, SOCIAL)).isOne();
        assertThat(sign(first, SOCIAL, SOCIAL)).isZero();
        assertThatThrownBy(() -> write(first, person, "WORK", "LABOUR", 2, EMPLOYMENT))
                .hasStackTraceContaining("assessment_signed_already");
        UUID deep = open(person, EMPLOYMENT, "IN_DEPTH");
        write(deep, person, "WORK", "LABOUR", 1, EMPLOYMENT);
        assertThat(sign(deep, EMPLOYMENT, EMPLOYMENT)).isOne();
    }

    @Test
    void nobodyOpensOneForSomebodyElseOrSignedAlready() {
        UUID person = somebody();
        assertThatThrownBy(() ->
                        as(
                                SOCIAL,
                                () ->
                                        APPLICATION.update(
                                                "insert into assessment (id, person_id, depth, opened_at, operator_id, organisation_id) values (?, ?, 'FIRST', now(), ?, ?)",
                                                Ids.next(),
                                                person,
                                                EMPLOYMENT.operatorId(),
                                                PRATO)))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() ->
                        as(
                                SOCIAL,
                                () ->
                                        APPLICATION.update(
                                                "insert into assessment values (?, ?, 'FIRST', now(), ?, ?, now(), ?, ?)",
                                                Ids.next(),
                                                person,
                                                SOCIAL.operatorId(),
                                                PRATO,
                                                SOCIAL.operatorId(),
                                                PRATO)))
                .hasStackTraceContaining("row-level security");
    }
}
