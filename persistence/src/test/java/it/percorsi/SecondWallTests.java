package it.percorsi;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the database refuses by itself, whatever the application does: raw SQL as the application
 * role.
 */
class SecondWallTests {

    private static final String DATABASE = "second_wall";
    private static final DataSource SOURCE;
    private static final JdbcTemplate APPLICATION;
    private static final JdbcTemplate OWNER;
    private static final JdbcTemplate SUPERUSER;

    static {
        TestServer.database(DATABASE);
        SOURCE = TestServer.source(DATABASE, Roles.APPLICATION);
        APPLICATION = new JdbcTemplate(SOURCE);
        OWNER = new JdbcTemplate(TestServer.source(DATABASE, Roles.OWNER));
        SUPERUSER = new JdbcTemplate(TestServer.source(DATABASE, "postgres"));
    }

    private static ContextKey key;
    private static final UUID PRATO = Ids.next();
    private static final UUID PISTOIA = Ids.next();
    private static final Actor DESK = actor(PRATO, Role.DESK);
    private static final Actor OUTSIDER = actor(PISTOIA, Role.DESK);
    private static final UUID ARTA = Ids.next();

    private static Actor actor(UUID organisation, Role role) {
        return new Actor(Ids.next(), "Ada Neri", Ids.next(), organisation, "Comune", role);
    }

    @BeforeAll
    static void oneFileInPrato() {
        Flyway.configure().dataSource(TestServer.source(DATABASE, Roles.OWNER)).load().migrate();
        key = new ContextKey(TestServer.source(DATABASE, Roles.OWNER));
        OWNER.update(
                "insert into language values ('it', 'italiano', 'italiano', 'ltr'), ('sq', 'albanese', 'shqip', 'ltr')");
        OWNER.update(
                "insert into organisation values (?, 'prato', 'Prato', 'MUNICIPALITY', null, 0), (?, 'pistoia', 'Pistoia', 'MUNICIPALITY', null, 0)",
                PRATO,
                PISTOIA);
        for (Actor actor : List.of(DESK, OUTSIDER)) {
            OWNER.update(
                    "insert into operator values (?, ?, 'Ada Neri', true, false, 0)",
                    actor.operatorId(),
                    actor.operatorId().toString());
        }
        as(
                DESK,
                () -> {
                    APPLICATION.update(
                            "insert into person (id, family_name, given_name, born_on, born_precision, language, search_name, name_key, registered_at, version) values (?, 'Hoxha', 'Arta', '1990-03-15', 'DAY', 'sq', 'hoxha arta', 'arta hoxha', now(), 0)",
                            ARTA);
                    grant(DESK, ARTA, PRATO, Basis.FILE);
                    APPLICATION.update(
                            "insert into case_file (id, person_id, organisation_id, status, opened_at, version) values (?, ?, ?, 'FIRST_LEVEL', now(), 0)",
                            Ids.next(),
                            ARTA,
                            PRATO);
                });
    }

    @ParameterizedTest
    @EnumSource(Basis.class)
    void basesMeanTheSameInBothWalls(Basis basis) {
        assertThat(
                        OWNER.queryForObject(
                                        "select array_to_string(roles, ' ') from basis_scope where basis = ?",
                                        String.class,
                                        basis.name())
                                .split(" "))
                .containsExactlyInAnyOrderElementsOf(
                        basis.roles().stream().map(Enum::name).toList());
        assertThat(
                        OWNER.queryForObject(
                                        "select array_to_string(sections, ' ') from basis_scope where basis = ?",
                                        String.class,
                                        basis.name())
                                .split(" "))
                .containsExactlyInAnyOrderElementsOf(
                        basis.sections().stream().map(Enum::name).toList());
    }

    private static void grant(Actor by, UUID person, UUID to, Basis basis) {
        APPLICATION.update(
                """
                insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, valid_from, given_by, given_by_organisation_id)
                values (?, ?, ?, ?, ?, ?, 'test', now(), ?, ?)\
                """,
                Ids.next(),
                person,
                to,
                basis.name(),
                basis.roles().stream().map(Enum::name).toArray(String[]::new),
                basis.sections().stream().map(Enum::name).toArray(String[]::new),
                by.operatorId(),
                by.organisationId());
    }

    private static void as(Actor actor, Runnable work) {
        withContext(key.sign(actor), work);
    }

    private static void withContext(String context, Runnable work) {
        new TransactionTemplate(new DataSourceTransactionManager(SOURCE))
                .executeWithoutResult(status -> {
                    APPLICATION.queryForObject(
                            "select set_config('percorsi.context', ?, true)",
                            String.class,
                            context);
                    work.run();
                });
    }

    private static int people() {
        return APPLICATION.queryForObject("select count(*) from person", Integer.class);
    }

    @Test
    void whoHoldsTheFileSeesIt() {
        as(DESK, () -> assertThat(people()).isOne());
    }

    @Test
    void anotherBodySeesNothing() {
        as(
                OUTSIDER,
                () -> {
                    assertThat(people()).isZero();
                    assertThat(
                                    APPLICATION.queryForObject(
                                            "select count(*) from case_file", Integer.class))
                            .isZero();
                    assertThat(
                                    APPLICATION.queryForObject(
                                            "select count(*) from access_grant", Integer.class))
                            .isZero();
                });
    }

    @Test
    void nobodyActingSeesNothing() {
        for (String table : personalTables()) {
            assertThat(APPLICATION.queryForObject("select count(*) from " + table, Integer.class))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void anotherRoleOfTheSameBodySeesNoMoreThanItsGrantSays() {
        as(actor(PRATO, Role.PANEL_SECRETARY), () -> assertThat(people()).isZero());
        as(actor(PRATO, Role.ADMINISTRATOR), () -> assertThat(people()).isZero());
    }

    @Test
    void aForgedContextIsNobody() {
        String signed = key.sign(OUTSIDER);
        String forged = signed.replace(PISTOIA.toString(), PRATO.toString());

        withContext(forged, () -> assertThat(people()).isZero());
        withContext("nonsense", () -> assertThat(people()).isZero());
    }

    @Test
    void aWorkAddressIsItsOperatorsAndOfWhoAdministers() {
        String keep = "insert into work_mail values (?, ?, true)";
        as(DESK, () -> APPLICATION.update(keep, DESK.operatorId(), "ada@prato.example.it"));

        for (Actor other : List.of(OUTSIDER, actor(PRATO, Role.DESK))) {
            as(
                    other,
                    () -> {
                        assertThat(APPLICATION.queryForList("select * from work_mail")).isEmpty();
                        assertThat(APPLICATION.update("update work_mail set daily = false"))
                                .isZero();
                    });
            assertThatThrownBy(() ->
                            as(other, () -> APPLICATION.update(keep, DESK.operatorId(), "a@b.it")))
                    .isInstanceOf(DataAccessException.class);
        }
        as(
                actor(PRATO, Role.ADMINISTRATOR),
                () -> assertThat(APPLICATION.queryForList("select * from work_mail")).hasSize(1));
    }

    @Test
    void aContextEndsWithItsTransaction() {
        as(DESK, () -> assertThat(people()).isOne());

        assertThat(people()).isZero();
    }

    @Test
    void nobodyCanGiveThemselvesAGrant() {
        assertThatThrownBy(() -> as(OUTSIDER, () -> grant(OUTSIDER, ARTA, PISTOIA, Basis.FILE)))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> as(OUTSIDER, () -> grant(DESK, ARTA, PISTOIA, Basis.FILE)))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void keysAndPasswordHashesCannotBeRead() {
        for (String table :
                List.of(
                        "context_key",
                        "credential",
                        "spring_session",
                        "spring_session_attributes",
                        "login_failure")) {
            assertThatThrownBy(() -> APPLICATION.queryForList("select * from " + table))
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void theTrailIsOnlyAddedTo() {
        assertThatThrownBy(() -> as(DESK, () -> APPLICATION.update("delete from trail")))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(
                        () -> as(DESK, () -> APPLICATION.update("update trail set action = 'x'")))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> SUPERUSER.update("delete from trail"))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void nobodySignsTheTrailForSomebodyElse() {
        assertThatThrownBy(() ->
                        as(
                                DESK,
                                () ->
                                        APPLICATION.update(
                                                "insert into trail (id, at, operator_id, organisation_id, role, action, subject, person_ids, sections) values (?, now(), ?, ?, 'DESK', 'LOOK', 'person', '{}', '{}')",
                                                Ids.next(),
                                                OUTSIDER.operatorId(),
                                                PRATO)))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void aPersonHasOneOpenFile() {
        assertThatThrownBy(() ->
                        as(
                                DESK,
                                () ->
                                        APPLICATION.update(
                                                "insert into case_file (id, person_id, organisation_id, status, opened_at, version) values (?, ?, ?, 'FIRST_LEVEL', now(), 0)",
                                                Ids.next(),
                                                ARTA,
                                                PRATO)))
                .hasStackTraceContaining("one_open_case_file");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void rolesMeanTheSameInBothWalls(Role role) {
        List<String> sections =
                OWNER.queryForList(
                        "select section from role_section where role = ?",
                        String.class,
                        role.name());

        assertThat(sections)
                .containsExactlyInAnyOrderElementsOf(
                        role.sections().stream().map(Enum::name).toList());
    }

    @Test
    void everyTableThatSpeaksOfAPersonIsBehindTheWall() {
        List<String> open =
                OWNER.queryForList(
                        """
                        select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                          and (a.attname in ('person_id', 'person_ids') or c.relname in ('person', 'operator', 'membership'))
                          and not (c.relrowsecurity and c.relforcerowsecurity
                            and exists (select 1 from pg_policy p where p.polrelid = c.oid))\
                        """,
                        String.class);

        assertThat(open).isEmpty();
        assertThat(personalTables())
                .contains("person", "note", "referral", "enrolment", "encounter", "minute");
    }

    private static List<String> personalTables() {
        return OWNER.queryForList(
                """
                select distinct c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and (a.attname = 'person_id' or c.relname = 'person')
                  and has_table_privilege('percorsi_app', c.oid, 'select')\
                """,
                String.class);
    }

    @Test
    void theApplicationRoleOwnsNothingAndBypassesNothing() {
        assertThat(
                        OWNER.queryForObject(
                                """
                                select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole
                                    or has_schema_privilege('percorsi_app', 'public', 'create')
                                    or exists (select 1 from pg_class where relowner = r.oid)
                                    or pg_has_role('percorsi_app', 'percorsi_gate', 'member')
                                    or pg_has_role('percorsi_app', 'percorsi_owner', 'member')
                                from pg_roles r where rolname = 'percorsi_app'\
                                """,
                                Boolean.class))
                .isFalse();
    }

    @Test
    void onlyTheseFunctionsLookAcrossBodies() {
        assertThat(
                        OWNER.queryForList(
                                "select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace",
                                String.class))
                .containsExactlyInAnyOrder(
                        "acting",
                        "address_kept_apart",
                        "ahead_here",
                        "ahead_of",
                        "alike_in_list",
                        "alike_people",
                        "answering_body",
                        "appointment_by_link",
                        "appointment_tells",
                        "ask_another_day",
                        "ask_connection",
                        "ask_emergency",
                        "asked_by_decisions",
                        "before_it",
                        "booking_meets_no_absence",
                        "booking_within_capacity",
                        "budget_has_its_programme",
                        "calendar_entries",
                        "cases_in_order",
                        "claim_notices",
                        "claim_reminder_mail",
                        "closed_against_its_scan",
                        "closed_case_is_asked_of_nobody",
                        "closing_keeps_what_was_decided",
                        "conclude_notice",
                        "conclude_reminder_mail",
                        "decline_appointment",
                        "demo_operators",
                        "elsewhere_in_list",
                        "enrolled_in_turn",
                        "enrolled_outside",
                        "enrolment_takes_hours",
                        "expire_directs",
                        "expire_referrals",
                        "extension_counts",
                        "file_elsewhere",
                        "find_people",
                        "follow_up_of_a_closed_case",
                        "forget_imports",
                        "forget_old_drafts",
                        "freeze_hours",
                        "grant_ends_what_is_owed",
                        "grants_follow",
                        "grants_on",
                        "held_by_nobody",
                        "holds_the_file",
                        "hours_count",
                        "hours_given",
                        "hour_holds_its_giver",
                        "index_people",
                        "index_person",
                        "login_credential",
                        "looks_at",
                        "loose_ends",
                        "may_merge",
                        "membership_moves",
                        "memberships_in_force",
                        "merge_people",
                        "merged_person",
                        "names_before",
                        "open_appointment",
                        "operators_to_remind",
                        "panel_places",
                        "panel_waits",
                        "pass_on",
                        "path_begins",
                        "places_for_who_is_there",
                        "places_taken",
                        "present_of_the_teams",
                        "printed_on_a_sheet",
                        "programme_hours",
                        "programme_mediation",
                        "programme_places",
                        "programme_steps",
                        "queue_for",
                        "queue_for_comparison",
                        "recused_before_deciding",
                        "refuse_notices",
                        "request_becomes_appointment",
                        "request_by_link",
                        "seek_duplicates",
                        "send_request",
                        "set_credential",
                        "sight_changes",
                        "sitting_is_still_planned",
                        "sitting_leaves_its_minutes",
                        "spoken_at_desks",
                        "sweep_requests",
                        "taken_for_everybody",
                        "task_owner_sees_the_person",
                        "tasks_go_back",
                        "touched_since_import",
                        "transfer_hands_over",
                        "transfer_of_an_open_case",
                        "transfer_takes_what_was_sent",
                        "two_funds_a_day",
                        "undo_import",
                        "undo_merge",
                        "waiting_for_place",
                        "waiting_places",
                        "waits_since",
                        "what_was_sent_ends",
                        "whole_sheet",
                        "withdraw_request",
                        "withdrawn_from_a_panel",
                        "work_in_hand",
                        "writes_meeting");
    }

    @Test
    void theLoginCannotBeAskedFromAPage() {
        assertThatThrownBy(
                        () -> APPLICATION.queryForList("select * from login_credential('admin')"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void noTemporaryTableStandsInForARealOne() {
        assertThatThrownBy(() -> APPLICATION.execute("create temp table access_grant (id uuid)"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void aGrantOpensNoMoreThanItsBasisAndIsGivenByWhoHoldsTheFile() {
        assertThatThrownBy(() -> as(DESK, () -> grant(DESK, ARTA, PISTOIA, Basis.FILE)))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() ->
                        as(
                                DESK,
                                () ->
                                        APPLICATION.update(
                                                """
                                                insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id, valid_from, given_by, given_by_organisation_id)
                                                values (?, ?, ?, 'APPOINTMENT', '{CPI_OPERATOR}', '{AGENDA,SOCIAL}', 'test', ?, now(), ?, ?)\
                                                """,
                                                Ids.next(),
                                                ARTA,
                                                PISTOIA,
                                                Ids.next(),
                                                DESK.operatorId(),
                                                PRATO)))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void anEndedGrantIsNotRevived() {
        assertThatThrownBy(() ->
                        as(
                                DESK,
                                () ->
                                        APPLICATION.update(
                                                "update access_grant set valid_until = null where person_id = ?",
                                                ARTA)))
                .hasStackTraceContaining("not prolonged");
    }

    @Test
    void nobodySignsForSomebodyElse() {
        assertThatThrownBy(() ->
                        as(
                                DESK,
                                () ->
                                        APPLICATION.update(
                                                "insert into step (id, subject_id, person_id, feature, section, move, status, at, operator_id, organisation_id) values (?, ?, ?, 'casefile', 'IDENTITY', 'X', 'X', now(), ?, ?)",
                                                Ids.next(),
                                                Ids.next(),
                                                ARTA,
                                                OUTSIDER.operatorId(),
                                                PRATO)))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void whoOnlyReadsDoesNotWrite() {
        as(
                new Actor(
                        DESK.operatorId(), "Ada Neri", Ids.next(), PRATO, "Prato", Role.PLACEMENT),
                () -> {
                    assertThat(people()).isOne();
                    assertThat(APPLICATION.update("update person set family_name = 'X'")).isZero();
                });
    }

    @Test
    void whereNobodyActsNothingIsWrittenEither() {
        assertThat(APPLICATION.update("update organisation set name = 'x'")).isZero();
        assertThat(APPLICATION.update("update sitting set place = 'x'")).isZero();
        assertThat(APPLICATION.update("update programme set extension_note = 'x'")).isZero();
    }
}
