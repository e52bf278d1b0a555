package it.percorsi.access.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.database.ContextKey;
import it.percorsi.database.Roles;
import it.percorsi.database.TestServer;
import it.percorsi.pathway.Ids;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database refuses by itself of drafts: raw SQL as the application role. */
class DraftWallTests {

    private static final String DATABASE = "draft_wall";
    private static final DataSource SOURCE;
    private static final JdbcTemplate APPLICATION;
    private static final JdbcTemplate OWNER;
    private static final UUID PRATO = Ids.next();
    private static final UUID PISTOIA = Ids.next();
    private static final UUID ADA = Ids.next();
    private static final UUID BRUNO = Ids.next();
    private static final Actor TYPING = actor(ADA, PRATO, Role.SOCIAL_WORKER);

    static {
        TestServer.database(DATABASE);
        SOURCE = TestServer.source(DATABASE, Roles.APPLICATION);
        APPLICATION = new JdbcTemplate(SOURCE);
        OWNER = new JdbcTemplate(TestServer.source(DATABASE, Roles.OWNER));
    }

    private static ContextKey key;

    private static Actor actor(UUID operator, UUID organisation, Role role) {
        return new Actor(operator, "Ada Neri", Ids.next(), organisation, "Comune", role);
    }

    @BeforeAll
    static void twoOperatorsInTwoBodies() {
        Flyway.configure().dataSource(TestServer.source(DATABASE, Roles.OWNER)).load().migrate();
        key = new ContextKey(TestServer.source(DATABASE, Roles.OWNER));
        OWNER.update(
                "insert into organisation values (?, 'prato', 'Prato', 'MUNICIPALITY', null, 0), (?, 'pistoia', 'Pistoia', 'MUNICIPALITY', null, 0)",
                PRATO,
                PISTOIA);
        OWNER.update(
                "insert into operator values (?, 'ada', 'Ada Neri', true, false, 0), (?, 'bruno', 'Bruno Verdi', true, false, 0)",
                ADA,
                BRUNO);
        as(TYPING, () -> keep(TYPING, "/people/one"));
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

    private static void keep(Actor owner, String form) {
        APPLICATION.update(
                """
                insert into draft (operator_id, organisation_id, role, form, key_id, nonce, ciphertext, saved_at)
                values (?, ?, ?, ?, 'key', decode(repeat('00', 12), 'hex'), 'x', now())\
                """,
                owner.operatorId(),
                owner.organisationId(),
                owner.roleName(),
                form);
    }

    private static int drafts() {
        return APPLICATION.queryForObject(
                "select count(*) from draft where form = '/people/one'", Integer.class);
    }

    @Test
    void onlyWhoTypedItReachesItAndOnlyActingAsThen() {
        as(TYPING, () -> assertThat(drafts()).isOne());
        for (Actor other :
                new Actor[] {
                    actor(BRUNO, PRATO, Role.SOCIAL_WORKER),
                    actor(ADA, PISTOIA, Role.SOCIAL_WORKER),
                    actor(ADA, PRATO, Role.DESK)
                }) {
            as(
                    other,
                    () -> {
                        assertThat(drafts()).isZero();
                        assertThat(APPLICATION.update("delete from draft")).isZero();
                        assertThat(APPLICATION.update("update draft set saved_at = now()"))
                                .isZero();
                    });
            assertThatThrownBy(() -> as(other, () -> keep(TYPING, "/people/two")))
                    .hasStackTraceContaining("row-level security");
        }
        assertThat(drafts()).isZero();
    }

    @Test
    void aFormHasOneDraftAndNobodyMovesItElsewhere() {
        assertThatThrownBy(() -> as(TYPING, () -> keep(TYPING, "/people/one")))
                .hasStackTraceContaining("one_draft_of_a_form");
        assertThatThrownBy(() ->
                        as(
                                TYPING,
                                () ->
                                        APPLICATION.update(
                                                "update draft set form = '/people/three'")))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void whoeverKeepsOneForgetsTheOldOnesOfAllAndNoOthers() {
        Actor bruno = actor(BRUNO, PISTOIA, Role.DESK);
        as(
                bruno,
                () -> {
                    keep(bruno, "/people/old");
                    APPLICATION.update("update draft set saved_at = now() - interval '31 days'");
                });

        as(TYPING, () -> APPLICATION.queryForList("select forget_old_drafts() is null"));

        as(
                bruno,
                () ->
                        assertThat(
                                        APPLICATION.queryForObject(
                                                "select count(*) from draft", Integer.class))
                                .isZero());
        as(TYPING, () -> assertThat(drafts()).isOne());
    }
}
