package it.percorsi.reception;

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

/** What the database refuses by itself of what a desk writes. */
class ReceptionWallTests {

    private static final String DATABASE = "reception_wall";
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
    private static final Actor DESK = actor(PRATO);
    private static final Actor OUTSIDER = actor(LUCCA);
    private static final UUID DESK_OF_PRATO = Ids.next();
    private static final UUID ARTA = Ids.next();
    private static ContextKey key;

    private static Actor actor(UUID organisation) {
        return new Actor(Ids.next(), "Ada Neri", Ids.next(), organisation, "Comune", Role.DESK);
    }

    @BeforeAll
    static void aDeskAndAPersonInPrato() {
        Flyway.configure().dataSource(TestServer.source(DATABASE, Roles.OWNER)).load().migrate();
        key = new ContextKey(TestServer.source(DATABASE, Roles.OWNER));
        OWNER.update(
                "insert into language values ('it', 'italiano', 'italiano', 'ltr'), ('zh', 'cinese', '中文', 'ltr')");
        OWNER.update("insert into municipality values ('G999', 'Prato', 'PO', null)");
        OWNER.update(
                "insert into organisation values (?, 'prato', 'Prato', 'MUNICIPALITY', null, 0), (?, 'lucca', 'Lucca', 'MUNICIPALITY', null, 0)",
                PRATO,
                LUCCA);
        OWNER.update(
                "insert into desk (id, organisation_id, code, name, kind, municipality, version) values (?, ?, 'pua', 'PUA', 'PUA_FIRST_LEVEL', 'G999', 0)",
                DESK_OF_PRATO,
                PRATO);
        for (Actor actor : List.of(DESK, OUTSIDER)) {
            OWNER.update(
                    "insert into operator values (?, ?, 'Ada Neri', true, false, 0)",
                    actor.operatorId(),
                    actor.operatorId().toString());
        }
        OWNER.update("insert into operator_language values (?, 'it')", DESK.operatorId());
        as(
                DESK,
                () -> {
                    APPLICATION.update(
                            "insert into person (id, family_name, given_name, born_on, born_precision, language, search_name, name_key, registered_at, version) values (?, 'Hoxha', 'Arta', '1990-03-15', 'DAY', 'it', 'hoxha arta', 'arta hoxha', now(), 0)",
                            ARTA);
                    APPLICATION.update(
                            """
                            insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, valid_from, given_by, given_by_organisation_id)
                            values (?, ?, ?, 'FILE', ?, ?, 'test', now(), ?, ?)\
                            """,
                            Ids.next(),
                            ARTA,
                            PRATO,
                            Basis.FILE.roles().stream().map(Enum::name).toArray(String[]::new),
                            Basis.FILE.sections().stream().map(Enum::name).toArray(String[]::new),
                            DESK.operatorId(),
                            PRATO);
                });
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

    private static UUID contact(Actor by, Actor signed, String outcome) {
        UUID id = Ids.next();
        as(
                by,
                () ->
                        APPLICATION.update(
                                """
                                insert into desk_contact (id, desk_id, organisation_id, operator_id, at, topic, language, channel, outcome)
                                values (?, ?, ?, ?, now(), 'WORK', 'it', 'DESK', ?)\
                                """,
                                id,
                                DESK_OF_PRATO,
                                signed.organisationId(),
                                signed.operatorId(),
                                outcome));
        return id;
    }

    private static UUID ticket(int number) {
        UUID id = Ids.next();
        as(
                DESK,
                () ->
                        APPLICATION.update(
                                """
                                insert into ticket (id, desk_id, organisation_id, day, letter, number, language, status, version)
                                values (?, ?, ?, '2026-11-26', 'A', ?, 'zh', 'WAITING', 0)\
                                """,
                                id,
                                DESK_OF_PRATO,
                                PRATO,
                                number));
        return id;
    }

    private static void refused(String why, Actor by, String sql, Object... values) {
        assertThatThrownBy(() -> as(by, () -> APPLICATION.update(sql, values)))
                .hasStackTraceContaining(why);
    }

    private static int seen(String table) {
        return APPLICATION.queryForObject("select count(*) from " + table, Integer.class);
    }

    @Test
    void anotherBodyAndAnotherRoleSeeNothing() {
        contact(DESK, DESK, "INFORMED");
        ticket(1);
        Actor placement =
                new Actor(DESK.operatorId(), "Ada", Ids.next(), PRATO, "Prato", Role.PLACEMENT);
        for (Actor other : List.of(OUTSIDER, placement)) {
            as(
                    other,
                    () -> {
                        assertThat(seen("desk_contact")).isZero();
                        assertThat(seen("ticket")).isZero();
                        assertThat(seen("ticket_step")).isZero();
                    });
        }
        as(DESK, () -> assertThat(seen("desk_contact") + seen("ticket")).isPositive());
    }

    @Test
    void aContactIsSignedAtADeskOfOnesOwnAndOpensNoFileByItself() {
        assertThatThrownBy(() -> contact(OUTSIDER, DESK, "INFORMED"))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> contact(OUTSIDER, OUTSIDER, "INFORMED"))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> contact(DESK, DESK, "FILE_OPENED"))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void whatWasUndoneStaysUndoneAndNothingElseIsRewritten() {
        UUID contact = contact(DESK, DESK, "INFORMED");
        as(
                DESK,
                () ->
                        APPLICATION.update(
                                "update desk_contact set undone_at = now(), undone_by = ? where id = ?",
                                DESK.operatorId(),
                                contact));
        as(
                DESK,
                () ->
                        assertThat(
                                        APPLICATION.update(
                                                "update desk_contact set undone_at = null, undone_by = null where id = ?",
                                                contact))
                                .isZero());
        refused("permission denied", DESK, "update desk_contact set topic = 'STAY'");
        refused("permission denied", DESK, "delete from desk_contact");
        refused(
                "contact_undone_in_the_day",
                DESK,
                "update desk_contact set undone_at = now() + interval '2 days', undone_by = ? where id = ?",
                DESK.operatorId(),
                contact(DESK, DESK, "INFORMED"));
    }

    @Test
    void onlyWhoSeesThePersonSaysThatItWasThem() {
        UUID contact = contact(DESK, DESK, "INFORMED");
        String link = "insert into contact_person values (?, ?, ?, ?)";

        refused("row-level security", OUTSIDER, link, contact, ARTA, OUTSIDER.operatorId(), LUCCA);
        refused("row-level security", DESK, link, Ids.next(), ARTA, DESK.operatorId(), PRATO);
        as(DESK, () -> APPLICATION.update(link, contact, ARTA, DESK.operatorId(), PRATO));
        as(OUTSIDER, () -> assertThat(seen("contact_person")).isZero());
        refused(
                "contact_of_a_person_stays",
                DESK,
                "update desk_contact set outcome = 'FILE_OPENED', undone_at = now(), undone_by = ? where id = ?",
                DESK.operatorId(),
                contact);
    }

    @Test
    void aNumberIsGivenOnceAndHandedToWhoSpeaksTheLanguage() {
        UUID ticket = ticket(7);

        assertThatThrownBy(() -> ticket(7)).hasStackTraceContaining("ticket_once");
        refused(
                "handed_to_a_speaker",
                DESK,
                "update ticket set for_operator_id = ? where id = ?",
                DESK.operatorId(),
                ticket);
        refused(
                "called_to_a_counter",
                DESK,
                "update ticket set status = 'CALLED' where id = ?",
                ticket);
    }

    @Test
    void theStepsOfANumberAreSignedAndOnlyAddedTo() {
        UUID ticket = ticket(8);
        String step = "insert into ticket_step values (?, ?, 'GIVE', 'WAITING', now(), ?, ?, null)";

        refused("row-level security", DESK, step, Ids.next(), ticket, OUTSIDER.operatorId(), PRATO);
        refused(
                "row-level security",
                OUTSIDER,
                step,
                Ids.next(),
                ticket,
                OUTSIDER.operatorId(),
                LUCCA);
        refused("permission denied", DESK, "update ticket_step set move = 'X'");
        refused("permission denied", DESK, "delete from ticket_step");
        refused("permission denied", DESK, "delete from ticket");
    }

    @Test
    void theRotaIsNotWrittenByADesk() {
        refused(
                "row-level security",
                DESK,
                "insert into operator_language values (?, 'sq')",
                DESK.operatorId());
        refused("permission denied", DESK, "update staffing_rule set least = 9");
        refused(
                "row-level security",
                DESK,
                "insert into duty (id, desk_id, operator_id, profile, weekday, opens, closes) values (?, ?, ?, 'DESK', 7, '9:00', '10:00')",
                Ids.next(),
                DESK_OF_PRATO,
                DESK.operatorId());
        as(DESK, () -> assertThat(APPLICATION.update("delete from duty")).isZero());
    }
}
