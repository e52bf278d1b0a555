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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database keeps of the promises to the person, whatever the application does. */
class PrivacyWallTests {

    private static final String DATABASE = "privacy_wall";
    private static final DataSource SOURCE;
    private static final JdbcTemplate APPLICATION;
    private static final JdbcTemplate TRUTH;

    static {
        TestServer.database(DATABASE);
        SOURCE = TestServer.source(DATABASE, Roles.APPLICATION);
        APPLICATION = new JdbcTemplate(SOURCE);
        TRUTH = new JdbcTemplate(TestServer.source(DATABASE, "postgres"));
    }

    private static ContextKey key;
    private static final UUID PRATO = Ids.next();
    private static final UUID PISTOIA = Ids.next();
    private static final UUID CPI = Ids.next();
    private static final Actor SOCIAL = actor(PRATO, Role.SOCIAL_WORKER);
    private static final Actor OUTSIDER = actor(PISTOIA, Role.SOCIAL_WORKER);
    private static final Actor LABOUR = actor(CPI, Role.CPI_OPERATOR);

    private static Actor actor(UUID organisation, Role role) {
        return new Actor(Ids.next(), "Ada Neri", Ids.next(), organisation, "Ente", role);
    }

    @BeforeAll
    static void network() {
        DataSource owner = TestServer.source(DATABASE, Roles.OWNER);
        Flyway.configure().dataSource(owner).load().migrate();
        key = new ContextKey(owner);
        TRUTH.update(
                "insert into language values ('it', 'italiano', 'italiano', 'ltr'), ('sq', 'albanese', 'shqip', 'ltr')");
        TRUTH.update(
                "insert into privacy_notice (version, language, title, text, translation_verified, valid_from) values ('2026-01', 'it', 'Titolo', 'Testo', true, '2026-01-01')");
        TRUTH.update(
                "insert into organisation (id, code, name, kind, version) values (?, 'prato', 'Prato', 'MUNICIPALITY', 0), (?, 'pistoia', 'Pistoia', 'MUNICIPALITY', 0), (?, 'cpi', 'CPI', 'CPI', 0)",
                PRATO,
                PISTOIA,
                CPI);
        for (Actor actor : List.of(SOCIAL, OUTSIDER, LABOUR)) {
            TRUTH.update(
                    "insert into operator values (?, ?, 'Ada Neri', true, false, 0)",
                    actor.operatorId(),
                    actor.operatorId().toString());
        }
    }

    private static <T> T as(Actor actor, java.util.function.Supplier<T> work) {
        return new TransactionTemplate(new DataSourceTransactionManager(SOURCE))
                .execute(status -> {
                    APPLICATION.queryForObject(
                            "select set_config('percorsi.context', ?, true)",
                            String.class,
                            key.sign(actor));
                    return work.get();
                });
    }

    private static int update(String sql, Object... values) {
        return APPLICATION.update(sql, values);
    }

    /** Somebody of Prato, with a name nobody else has. */
    private static UUID somebody(String name) {
        UUID person = Ids.next();
        as(
                SOCIAL,
                () -> {
                    update(
                            "insert into person (id, family_name, given_name, born_on, born_precision, language, search_name, name_key, registered_at, version) values (?, ?, '', '1990-03-15', 'DAY', 'sq', ?, ?, now(), 0)",
                            person,
                            name,
                            name,
                            name);
                    grant(person, PRATO, Basis.FILE, person);
                    return update(
                            "insert into note (id, person_id, section, body, at, operator_id, organisation_id) values (?, ?, 'LABOUR', 'x', now(), ?, ?)",
                            Ids.next(),
                            person,
                            SOCIAL.operatorId(),
                            PRATO);
                });
        return person;
    }

    private static int grant(UUID person, UUID to, Basis basis, UUID subject) {
        return update(
                """
                insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id, valid_from, given_by, given_by_organisation_id)
                values (?, ?, ?, ?, ?, ?, 'test', ?, now(), ?, ?)\
                """,
                Ids.next(),
                person,
                to,
                basis.name(),
                basis.roles().stream().map(Enum::name).toArray(String[]::new),
                basis.sections().stream().map(Enum::name).toArray(String[]::new),
                subject,
                SOCIAL.operatorId(),
                PRATO);
    }

    private static int look(Actor actor, UUID person, String page) {
        return update(
                "insert into trail (id, at, operator_id, organisation_id, role, action, subject, person_ids, sections) values (?, now(), ?, ?, ?, 'LOOK', ?, array[?], '{IDENTITY}')",
                Ids.next(),
                actor.operatorId(),
                actor.organisationId(),
                actor.roleName(),
                page,
                person);
    }

    private static int looksShown(UUID person) {
        return APPLICATION.queryForList("select * from looks_at(?, null)", person).size();
    }

    @Test
    void whoLookedIsShownOnlyToWhoHoldsTheFileAndWritesItDown() {
        UUID person = somebody("guardata");
        as(SOCIAL, () -> look(SOCIAL, person, "person"));

        assertThat(as(SOCIAL, () -> looksShown(person))).as("not written down").isZero();
        assertThat(
                        as(
                                SOCIAL,
                                () -> {
                                    look(SOCIAL, person, "looks");
                                    return looksShown(person);
                                }))
                .isEqualTo(2);
        assertThat(as(SOCIAL, () -> looksShown(person))).as("written down before").isZero();
        assertThat(
                        as(
                                OUTSIDER,
                                () -> {
                                    look(OUTSIDER, person, "looks");
                                    return looksShown(person);
                                }))
                .as("another body")
                .isZero();
    }

    @Test
    void theLooksAtAMergedFileAreAmongThem() {
        UUID kept = somebody("unita");
        UUID absorbed = somebody("unite");
        UUID other = somebody("altra");
        as(SOCIAL, () -> look(SOCIAL, absorbed, "person"));
        as(SOCIAL, () -> look(SOCIAL, other, "person"));
        TRUTH.update("update person set merged_into = ? where id = ?", kept, absorbed);

        assertThat(
                        as(
                                SOCIAL,
                                () -> {
                                    look(SOCIAL, kept, "looks");
                                    return looksShown(kept);
                                }))
                .isEqualTo(2);
    }

    @Test
    void aPublishedNoticeNeverChangesAndItalianComesFirst() {
        Actor administrator =
                new Actor(
                        SOCIAL.operatorId(),
                        "Ada Neri",
                        Ids.next(),
                        PRATO,
                        "Prato",
                        Role.ADMINISTRATOR);
        String insert =
                "insert into privacy_notice (version, language, title, text, translation_verified, valid_from) values (?, ?, 'x', 'x', true, ?::date)";

        assertThatThrownBy(() -> TRUTH.update("update privacy_notice set text = 'altro'"))
                .hasStackTraceContaining("never changes");
        assertThatThrownBy(() -> TRUTH.update("delete from privacy_notice"))
                .hasStackTraceContaining("never changes");
        assertThatThrownBy(() ->
                        as(administrator, () -> update(insert, "2030-01", "sq", "2030-01-01")))
                .hasStackTraceContaining("notice_italian_first");
        assertThatThrownBy(() -> as(SOCIAL, () -> update(insert, "2030-01", "it", "2030-01-01")))
                .hasStackTraceContaining("row-level security");
        assertThat(as(administrator, () -> update(insert, "2030-01", "it", "2030-01-01"))).isOne();
        assertThatThrownBy(() ->
                        as(administrator, () -> update(insert, "2030-01", "sq", "2030-02-01")))
                .hasStackTraceContaining("notice_one_day_a_version");
        assertThat(
                        as(
                                SOCIAL,
                                () ->
                                        APPLICATION.queryForList(
                                                "select notice_in_force(d::date) from unnest(array['2025-06-01', '2026-06-01', '2030-06-01']) d",
                                                String.class)))
                .containsExactly("2026-01", "2026-01", "2030-01");
    }
}
