package it.percorsi.casefile;

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

/** What the database refuses by itself of tasks, teams, transfers and meetings. */
class CareWallTests {

    private static final String DATABASE = "care_wall";
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
    private static final Actor SOCIAL = actor(PRATO, Role.SOCIAL_WORKER);
    private static final Actor COLLEAGUE = actor(PRATO, Role.SOCIAL_WORKER);
    private static final Actor DESK = actor(PRATO, Role.DESK);
    private static final Actor OTHER = actor(LUCCA, Role.SOCIAL_WORKER);
    private static final Actor OTHERS_COLLEAGUE = actor(LUCCA, Role.SOCIAL_WORKER);
    private static ContextKey key;

    private static Actor actor(UUID organisation, Role role) {
        return new Actor(Ids.next(), "Ada Neri", Ids.next(), organisation, "Comune", role);
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
        for (Actor actor : List.of(SOCIAL, COLLEAGUE, DESK, OTHER, OTHERS_COLLEAGUE)) {
            OWNER.update(
                    "insert into operator values (?, ?, 'Ada Neri', true, false, 0)",
                    actor.operatorId(),
                    actor.operatorId().toString());
            OWNER.update(
                    "insert into membership values (gen_random_uuid(), ?, ?, ?, '2020-01-01', null)",
                    actor.operatorId(),
                    actor.organisationId(),
                    actor.role().name());
        }
    }

    private static int as(Actor actor, String sql, Object... values) {
        return new TransactionTemplate(new DataSourceTransactionManager(SOURCE))
                .execute(status -> {
                    context(actor);
                    return APPLICATION.update(sql, values);
                });
    }

    private static int seen(Actor actor, String what) {
        return new TransactionTemplate(new DataSourceTransactionManager(SOURCE))
                .execute(status -> {
                    context(actor);
                    return APPLICATION.queryForObject(
                            "select count(*) from " + what, Integer.class);
                });
    }

    private static void context(Actor actor) {
        APPLICATION.queryForObject(
                "select set_config('percorsi.context', ?, true)", String.class, key.sign(actor));
    }

    private static void refused(String why, Actor by, String sql, Object... values) {
        assertThatThrownBy(() -> as(by, sql, values)).hasStackTraceContaining(why);
    }

    private static UUID person() {
        UUID person = Ids.next();
        as(
                SOCIAL,
                "insert into person (id, family_name, given_name, born_on, born_precision, language, search_name, name_key, registered_at, version) values (?, 'Hoxha', 'Arta', '1990-03-15', 'DAY', 'it', 'hoxha arta', 'arta hoxha', now(), 0)",
                person);
        as(
                SOCIAL,
                """
                insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, valid_from, given_by, given_by_organisation_id)
                values (gen_random_uuid(), ?, ?, 'FILE', ?, ?, 'test', now(), ?, ?)\
                """,
                person,
                PRATO,
                Basis.FILE.roles().stream().map(Enum::name).toArray(String[]::new),
                Basis.FILE.sections().stream().map(Enum::name).toArray(String[]::new),
                SOCIAL.operatorId(),
                PRATO);
        return person;
    }

    private static UUID file(UUID person) {
        UUID file = Ids.next();
        as(
                SOCIAL,
                "insert into case_file (id, person_id, organisation_id, status, opened_at, case_manager_id, team_kind, version) values (?, ?, ?, 'IN_CARE', now(), ?, 'WITHIN_BODY', 0)",
                file,
                person,
                PRATO,
                SOCIAL.operatorId());
        return file;
    }

    private static final String TASK =
            """
            insert into task (id, person_id, organisation_id, owner_id, what, section, due_on, status, origin,
                asked_by_id, asked_for_id, asked_at, version)
            values (?, ?, ?, ?, 'x', ?, '2090-01-01', 'OPEN', 'HAND', ?, ?, now(), 0)\
            """;

    private static UUID task(Actor by, UUID person, Actor owner, String section) {
        UUID task = Ids.next();
        as(
                by,
                TASK,
                task,
                person,
                owner.organisationId(),
                owner.operatorId(),
                section,
                by.operatorId(),
                by.organisationId());
        return task;
    }

    @Test
    void aTaskIsSeenByWhoHasItAndByThoseWhoReadItsSection() {
        UUID task = task(SOCIAL, person(), DESK, "SOCIAL");
        String one = "task where id = '%s'".formatted(task);

        assertThat(List.of(seen(SOCIAL, one), seen(COLLEAGUE, one), seen(DESK, one)))
                .containsOnly(1);
        assertThat(seen(OTHER, one)).isZero();
        UUID anothers = task(SOCIAL, person(), COLLEAGUE, "SOCIAL");
        assertThat(seen(DESK, "task where id = '%s'".formatted(anothers))).isZero();
    }

    @Test
    void aTaskAboutAPersonGoesToNobodyWhoDoesNotSeeThePerson() {
        UUID person = person();

        assertThatThrownBy(() -> task(SOCIAL, person, OTHER, "LABOUR"))
                .hasStackTraceContaining("task_owner_sees_the_person");
        refused(
                "task_owner_sees_the_person",
                SOCIAL,
                "update task set owner_id = ? where id = ?",
                OTHER.operatorId(),
                task(SOCIAL, person, SOCIAL, "LABOUR"));
        assertThatThrownBy(() -> task(OTHER, person, SOCIAL, "LABOUR"))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void aTaskIsSignedByWhoSettlesItAndNotRewritten() {
        UUID task = task(SOCIAL, person(), SOCIAL, "LABOUR");
        String settle =
                "update task set status = 'DONE', settled_at = now(), settled_by_id = ? where id = ?";

        refused("row-level security", SOCIAL, settle, COLLEAGUE.operatorId(), task);
        refused("permission denied", SOCIAL, "update task set what = 'y' where id = ?", task);
        refused("permission denied", SOCIAL, "delete from task where id = ?", task);
        refused(
                "dropped_with_a_reason",
                SOCIAL,
                "update task set status = 'DROPPED', settled_at = now(), settled_by_id = ? where id = ?",
                SOCIAL.operatorId(),
                task);
        assertThat(as(OTHER, settle, OTHER.operatorId(), task)).isZero();
        assertThat(as(SOCIAL, settle, SOCIAL.operatorId(), task)).isOne();
    }

    private static final String PLACE =
            """
            insert into team_member (id, case_file_id, person_id, organisation_id, operator_id, function, since, status,
                asked_by_id, asked_for_id, words)
            values (?, ?, ?, ?, ?, 'SOCIAL_WORKER', current_date, ?, ?, ?, '')\
            """;

    private static UUID place(UUID file, UUID person, Actor who, String status) {
        UUID place = Ids.next();
        as(
                SOCIAL,
                PLACE,
                place,
                file,
                person,
                who.organisationId(),
                who.operatorId(),
                status,
                SOCIAL.operatorId(),
                PRATO);
        return place;
    }

    @Test
    void nobodyOfAnotherBodyIsPutInATeamWithoutAnswering() {
        UUID person = person();
        UUID file = file(person);

        assertThatThrownBy(() -> place(file, person, OTHER, "JOINED"))
                .hasStackTraceContaining("row-level security");
        UUID place = place(file, person, OTHER, "INVITED");
        assertThat(seen(OTHER, "person where id = '%s'".formatted(person))).isZero();
        String join = "update team_member set status = 'JOINED' where id = ?";
        refused("only who is invited answers", SOCIAL, join, place);
        assertThat(as(OTHERS_COLLEAGUE, join, place)).isZero();
        assertThat(as(OTHER, join, place)).isOne();
        assertThat(seen(OTHER, "person where id = '%s'".formatted(person))).isOne();
        refused(
                "team_member",
                SOCIAL,
                "update team_member set status = 'INVITED' where id = ?",
                place);
        as(
                OTHER,
                "update team_member set status = 'LEFT', until = current_date, answer = 'x' where id = ?",
                place);
        assertThat(seen(OTHER, "person where id = '%s'".formatted(person))).isZero();
    }

    private static final String TRANSFER =
            """
            insert into case_transfer (id, case_file_id, person_id, organisation_id, to_organisation_id, operator_id,
                reason, status, asked_at, version)
            values (?, ?, ?, ?, ?, ?, 'x', 'REQUESTED', now(), 0)\
            """;
    private static final String ACCEPT =
            "update case_transfer set status = 'ACCEPTED', answered_at = now(), answered_by_id = ? where id = ?";

    @Test
    void aCasePassesOnlyByTheYesOfTheBodyThatIsAsked() {
        UUID person = person();
        UUID file = file(person);
        UUID transfer = Ids.next();
        UUID forger = OTHER.operatorId();

        refused(
                "row-level security",
                OTHER,
                TRANSFER,
                transfer,
                file,
                person,
                LUCCA,
                PRATO,
                forger);
        as(SOCIAL, TRANSFER, transfer, file, person, PRATO, LUCCA, SOCIAL.operatorId());
        as(
                SOCIAL,
                """
                insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id, valid_from, given_by, given_by_organisation_id)
                values (gen_random_uuid(), ?, ?, 'TRANSFER', '{SOCIAL_WORKER}', '{IDENTITY}', 'x', ?, now(), ?, ?)\
                """,
                person,
                LUCCA,
                transfer,
                SOCIAL.operatorId(),
                PRATO);
        refused("row-level security", SOCIAL, ACCEPT, SOCIAL.operatorId(), transfer);
        refused("row-level security", OTHER, ACCEPT, SOCIAL.operatorId(), transfer);
        assertThat(as(OTHER, "update case_file set organisation_id = ? where id = ?", LUCCA, file))
                .isZero();
        refused(
                "row-level security",
                SOCIAL,
                "update case_file set organisation_id = ? where id = ?",
                LUCCA,
                file);

        assertThat(as(OTHER, ACCEPT, OTHER.operatorId(), transfer)).isOne();

        assertThat(seen(OTHER, "case_file where case_manager_id = acting_operator()")).isOne();
        assertThat(
                        TRUTH.queryForObject(
                                "select count(*) from access_grant where person_id = ? and organisation_id = ? and basis = 'FILE' and valid_until is null",
                                Integer.class,
                                person,
                                PRATO))
                .as("who handed it over holds it no more")
                .isZero();
        assertThat(as(OTHER, ACCEPT, OTHER.operatorId(), transfer)).as("once").isZero();
    }

    @Test
    void aMeetingIsWrittenByWhoLeadsItUntilItIsClosed() {
        UUID person = person();
        UUID file = file(person);
        UUID meeting = Ids.next();
        as(
                SOCIAL,
                "insert into team_meeting (id, organisation_id, operator_id, held_at, version) values (?, ?, ?, now(), 0)",
                meeting,
                PRATO,
                SOCIAL.operatorId());
        String item =
                "insert into meeting_item (id, meeting_id, case_file_id, person_id, place, words, version) values (gen_random_uuid(), ?, ?, ?, 1, '', 0)";
        String write = "update meeting_item set words = 'y' where meeting_id = ?";

        refused("row-level security", COLLEAGUE, item, meeting, file, person);
        as(SOCIAL, item, meeting, file, person);
        assertThat(seen(OTHER, "meeting_item")).isZero();
        assertThat(seen(OTHER, "team_meeting")).isZero();
        assertThat(as(COLLEAGUE, write, meeting)).isZero();
        assertThat(as(SOCIAL, write, meeting)).isOne();
        String close = "update team_meeting set closed_at = now() where id = ?";
        String there = "insert into meeting_present values (?, ?, 'x', 'x')";
        refused("somebody_was_present", SOCIAL, close, meeting);
        refused("row-level security", COLLEAGUE, there, meeting, SOCIAL.operatorId());
        refused("present_of_the_teams", SOCIAL, there, meeting, COLLEAGUE.operatorId());
        as(SOCIAL, there, meeting, SOCIAL.operatorId());
        assertThat(seen(OTHER, "meeting_present")).isZero();
        assertThat(as(SOCIAL, close, meeting)).isOne();
        assertThat(as(SOCIAL, write, meeting)).isZero();
        assertThat(as(SOCIAL, "delete from meeting_present where meeting_id = ?", meeting))
                .isZero();
        refused(
                "permission denied",
                SOCIAL,
                "insert into meeting_decision values (gen_random_uuid(), ?, ?, 1, 'x', 'x', now())",
                meeting,
                person);
    }

    private static final String CLOSING =
            "update case_file set status = 'CLOSED', outcome = 'OTHER', exits_assistance = false, review_waived = true, closed_on = current_date - 10, follow_up_on = current_date + ? where id = ?";

    private static final String FOLLOW_UP =
            """
            insert into follow_up (id, case_file_id, person_id, heard_on, situation, at, operator_id, organisation_id)
            values (gen_random_uuid(), ?, ?, current_date - ?, 'WORK', now(), ?, ?)\
            """;

    private static Object[] heard(UUID file, UUID person, int ago, Actor by) {
        return new Object[] {file, person, ago, by.operatorId(), by.organisationId()};
    }

    /** The other body knows of the file, and no more. */
    private static void connected(UUID person) {
        TRUTH.update(
                """
                insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, valid_from, given_by, given_by_organisation_id)
                values (gen_random_uuid(), ?, ?, 'CONNECTION', '{SOCIAL_WORKER}', '{IDENTITY}', 'test', now(), ?, ?)\
                """,
                person,
                LUCCA,
                SOCIAL.operatorId(),
                PRATO);
    }

    @Test
    void whoWasFollowedIsHeardOfAfterTheClosingAndByTheBodyThatKeepsTheFile() {
        UUID person = person();
        UUID file = file(person);

        refused("follow_up_of_a_closed_case", SOCIAL, FOLLOW_UP, heard(file, person, 1, SOCIAL));
        refused(
                "follow_up_of_a_closed_case",
                SOCIAL,
                "update case_file set follow_up_on = current_date where id = ?",
                file);
        refused("follow_up_of_a_closed_case", SOCIAL, CLOSING, -20, file);
        as(SOCIAL, CLOSING, 30, file);
        refused("follow_up_of_a_closed_case", SOCIAL, FOLLOW_UP, heard(file, person, 20, SOCIAL));
        refused("follow_up_of_a_closed_case", OTHER, FOLLOW_UP, heard(file, person, 1, OTHER));
        refused(
                "follow_up_of_a_closed_case",
                OTHER,
                FOLLOW_UP,
                file,
                person,
                1,
                OTHER.operatorId(),
                PRATO);
        as(DESK, FOLLOW_UP, heard(file, person, 1, DESK));

        assertThat(seen(COLLEAGUE, "follow_up where person_id = '" + person + "'")).isOne();
        assertThat(seen(OTHER, "follow_up where person_id = '" + person + "'")).isZero();
        refused("permission denied", SOCIAL, "update follow_up set situation = 'DIED'");
        refused("permission denied", SOCIAL, "delete from follow_up");

        connected(person);
        assertThat(seen(OTHER, "case_file where id = '" + file + "'")).isOne();
        assertThat(seen(OTHER, "follow_up where person_id = '" + person + "'")).isZero();
        assertThat(as(OTHER, "update case_file set follow_up_on = null where id = ?", file))
                .isZero();
    }

    @Test
    void whatSomebodyHasInHandIsCheckedAgainstNobodyOfAnotherBody() {
        TRUTH.update(
                """
                insert into task (id, organisation_id, owner_id, what, section, due_on, status, origin, asked_by_id,
                    asked_for_id, asked_at, version)
                values (gen_random_uuid(), ?, ?, 'riordinare', 'IDENTITY', current_date, 'OPEN', 'HAND', ?, ?, now(), 0)\
                """,
                PRATO,
                COLLEAGUE.operatorId(),
                COLLEAGUE.operatorId(),
                PRATO);
        String held = "work_in_hand('%s', '%s') where kind = 'TASK'";

        assertThat(seen(SOCIAL, held.formatted(COLLEAGUE.operatorId(), SOCIAL.operatorId())))
                .isPositive();
        assertThat(seen(SOCIAL, held.formatted(COLLEAGUE.operatorId(), OTHER.operatorId())))
                .isZero();
        assertThat(seen(OTHER, held.formatted(COLLEAGUE.operatorId(), OTHER.operatorId())))
                .isZero();
    }
}
