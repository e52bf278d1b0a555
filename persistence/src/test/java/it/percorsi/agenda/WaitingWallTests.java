package it.percorsi.agenda;

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

/** What the database refuses by itself of the waiting list. */
class WaitingWallTests {

    private static final String DATABASE = "waiting_wall";
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

    private static final UUID PRATO = Ids.next();
    private static final UUID LUCCA = Ids.next();
    private static final Actor DESK = actor(PRATO, Role.DESK);
    private static final Actor OUTSIDER = actor(LUCCA, Role.DESK);
    private static final UUID ARTA = Ids.next();
    private static final UUID[] SERVICES = new UUID[12];
    private static final UUID[] ROOMS = {Ids.next(), Ids.next(), Ids.next()};
    private static int used;
    private static ContextKey key;

    private static Actor actor(UUID organisation, Role role) {
        return new Actor(Ids.next(), "Ada Neri", Ids.next(), organisation, "Comune", role);
    }

    @BeforeAll
    static void servicesAndAPersonInPrato() {
        Flyway.configure().dataSource(TestServer.source(DATABASE, Roles.OWNER)).load().migrate();
        key = new ContextKey(TestServer.source(DATABASE, Roles.OWNER));
        SUPERUSER.update("insert into language values ('it', 'italiano', 'italiano', 'ltr')");
        SUPERUSER.update("insert into municipality values ('G999', 'Prato', 'PO', null)");
        SUPERUSER.update(
                "insert into organisation values (?, 'prato', 'Prato', 'MUNICIPALITY', null, 0), (?, 'lucca', 'Lucca', 'MUNICIPALITY', null, 0)",
                PRATO,
                LUCCA);
        for (int i = 0; i < SERVICES.length; i++) {
            SERVICES[i] = Ids.next();
            SUPERUSER.update(
                    "insert into service (id, organisation_id, code, name, content) values (?, ?, ?, 'Colloquio', 'x')",
                    SERVICES[i],
                    PRATO,
                    "s" + i);
        }
        for (UUID room : ROOMS) {
            SUPERUSER.update(
                    "insert into resource (id, code, kind, organisation_id, name) values (?, ?, 'ROOM', ?, 'Stanza')",
                    room,
                    room.toString(),
                    PRATO);
        }
        for (Actor actor : List.of(DESK, OUTSIDER)) {
            SUPERUSER.update(
                    "insert into operator values (?, ?, 'Ada Neri', true, false, 0)",
                    actor.operatorId(),
                    actor.operatorId().toString());
        }
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

    private static UUID wait(Actor by, UUID service, UUID putBy, String notAfter) {
        UUID id = Ids.next();
        as(
                by,
                () ->
                        APPLICATION.update(
                                """
                                insert into wait (id, person_id, person_name, language, service_id, organisation_id, reason, mediation, not_before, not_after, weekdays, half, put_by_id, since, turned_down, status, version)
                                values (?, ?, 'Hoxha Arta', 'it', ?, ?, 'WORK', 'NOT_NEEDED', current_date, %s, '12345', 'ANY', ?, now(), '{}', 'WAITING', 0)\
                                """
                                        .formatted(notAfter),
                                id,
                                ARTA,
                                service,
                                PRATO,
                                putBy));
        return id;
    }

    /** Each in the queue of another service. */
    private static UUID wait(Actor by) {
        return wait(by, SERVICES[used++], by.organisationId(), "current_date + 30");
    }

    private static void offer(UUID wait, int day) {
        as(
                DESK,
                () ->
                        assertThat(
                                        APPLICATION.update(
                                                "update wait set status = 'OFFERED', offered_from = current_date + ?, offered_until = current_date + 1 where id = ?",
                                                day,
                                                wait))
                                .isOne());
    }

    private static void keep(Actor by, UUID wait, UUID room, int day, String until) {
        as(
                by,
                () ->
                        APPLICATION.update(
                                """
                                insert into booking (resource_id, during, held, wait_id, held_until)
                                values (?, tstzrange(current_date + ?, current_date + ? + interval '30 minutes'), true, ?, %s)\
                                """
                                        .formatted(until),
                                room,
                                day,
                                day,
                                wait));
    }

    private static void refused(String why, Runnable what) {
        assertThatThrownBy(what::run).hasStackTraceContaining(why);
    }

    @Test
    void nobodyWaitsTwiceForOneServiceNorForEver() {
        UUID service = SERVICES[used++];
        wait(DESK, service, PRATO, "current_date + 30");

        refused("one_wait_each", () -> wait(DESK, service, PRATO, "current_date + 30"));
        refused(
                "nobody_waits_for_ever",
                () -> wait(DESK, SERVICES[used++], PRATO, "current_date + 400"));
    }

    @Test
    void aBodyPutsItsOwnPeopleInItsOwnName() {
        refused(
                "row-level security",
                () -> wait(DESK, SERVICES[used++], LUCCA, "current_date + 30"));
        refused("row-level security", () -> wait(OUTSIDER));
        refused(
                "row-level security",
                () -> wait(actor(PRATO, Role.PLACEMENT), SERVICES[used++], PRATO, "current_date"));
    }

    @Test
    void othersSeeAPlaceAndNotWhoseItIs() {
        UUID service = SERVICES[used++];
        wait(DESK, service, PRATO, "current_date + 30");
        as(
                OUTSIDER,
                () -> {
                    assertThat(
                                    APPLICATION.queryForObject(
                                            "select count(*) from wait", Integer.class))
                            .isZero();
                    assertThat(APPLICATION.queryForList("select * from queue_for(?)", service))
                            .singleElement()
                            .satisfies(place ->
                                    assertThat(place)
                                            .doesNotContainKeys(
                                                    "person_id", "person_name", "reason")
                                            .doesNotContainValue(ARTA));
                });
        as(
                actor(LUCCA, Role.PLACEMENT),
                () ->
                        assertThat(APPLICATION.queryForList("select * from queue_for(?)", service))
                                .isEmpty());
    }

    @Test
    void onlyTheTimeThatIsOfferedIsKeptAndForNobodyElse() {
        UUID wait = wait(DESK);
        refused("row-level security", () -> keep(DESK, wait, ROOMS[0], 2, "current_date + 1"));
        offer(wait, 2);

        refused("row-level security", () -> keep(DESK, wait, ROOMS[0], 3, "current_date + 1"));
        refused("row-level security", () -> keep(DESK, wait, ROOMS[0], 2, "current_date + 2"));
        refused("row-level security", () -> keep(OUTSIDER, wait, ROOMS[0], 2, "current_date + 1"));
        keep(DESK, wait, ROOMS[0], 2, "current_date + 1");
        UUID other = wait(DESK);
        offer(other, 2);
        refused("booking_once", () -> keep(DESK, other, ROOMS[0], 2, "current_date + 1"));
        as(
                OUTSIDER,
                () ->
                        assertThat(
                                        APPLICATION.update(
                                                "delete from booking where wait_id = ?", wait))
                                .isZero());
        refused(
                "one_offer_each",
                () ->
                        SUPERUSER.update(
                                """
                                insert into booking (resource_id, during, held, wait_id, held_until)
                                values (?, tstzrange(current_date + 5, current_date + 5 + interval '30 minutes'), true, ?, current_date + 1)\
                                """,
                                ROOMS[1],
                                wait));
    }

    @Test
    void anOfferIsATimeAndEndsBeforeIt() {
        UUID wait = wait(DESK);

        refused(
                "offered_a_time",
                () ->
                        as(
                                DESK,
                                () ->
                                        APPLICATION.update(
                                                "update wait set status = 'OFFERED' where id = ?",
                                                wait)));
        refused("wait_check", () -> offer(wait, 0));
        refused(
                "permission denied",
                () ->
                        as(
                                DESK,
                                () ->
                                        APPLICATION.update(
                                                "update wait set since = now() - interval '1 year' where id = ?",
                                                wait)));
        refused(
                "permission denied",
                () -> as(DESK, () -> APPLICATION.update("delete from wait where id = ?", wait)));
    }
}
