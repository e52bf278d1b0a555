package it.percorsi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database that was in use when a version before stopped, opened by this one. */
class UpgradeTests {

    private static final String DATABASE = "upgrade";

    private static JdbcTemplate truth;

    /** Rows as the version before left them; what they refer to is of no matter here. */
    @BeforeAll
    static void goOn() throws SQLException {
        TestServer.database(DATABASE);
        truth =
                new JdbcTemplate(
                        new SingleConnectionDataSource(
                                TestServer.source(DATABASE, "postgres").getConnection(), true));
        truth.execute(
                "drop schema public cascade; create schema public authorization percorsi_owner");
        migrate("0101");
        truth.execute(
                """
                set session_replication_role = replica;
                insert into reference_rule (key, value, unit, valid_from, source, verified)
                values ('direct.answer-within', '15', 'days', '2000-01-01', 'prova', false);
                insert into operator (id, username, name, active, version)
                values (md5('gone')::uuid, 'gone', 'Andata Via', false, 0);
                insert into resource (id, code, kind, organisation_id, operator_id, name)
                values (md5('resource')::uuid, 'op-one', 'OPERATOR', md5('body')::uuid, md5('one')::uuid, 'Uno');
                insert into encounter (id, support_id, plan_id, person_id, on_day, starts, minutes, operator_id, topic,
                    recorded_at, group_id, status, version)
                select md5('hour' || n)::uuid, md5('s')::uuid, md5('p')::uuid, md5('person')::uuid, current_date + n,
                    '10:00', 60, md5('one')::uuid, 'Curriculum', now(), md5('group' || n)::uuid, 'BOOKED', 0
                from unnest(array[-9, 9, 10]) n;
                insert into booking (appointment_id, resource_id, during, held)
                select md5('appointment')::uuid, md5('resource')::uuid, tstzrange(t, t + interval '30 minutes'), true
                from (select (current_date + 10 + time '10:15') at time zone 'Europe/Rome' t) x;
                insert into direct_referral (id, person_id, person_name, language, organisation_id, operator_id,
                    receiver_name, service, asked, status, sent_at, due_on, version)
                select md5(s)::uuid, md5('person')::uuid, 'Arta Hoxha', 'it', md5('body')::uuid, md5('one')::uuid, 'Scuola',
                    'SCHOOL', 'Corso', s, now() - interval '40 days',
                    case when s in ('SENT', 'TAKEN_UP', 'STARTED') then current_date - 10 end, 0
                from unnest(array['SENT', 'TAKEN_UP', 'STARTED', 'CONCLUDED', 'WITHDRAWN']) s;
                set session_replication_role = origin;
                """);
        migrate("latest");
    }

    private static void migrate(String version) {
        Flyway.configure()
                .dataSource(TestServer.source(DATABASE, Roles.OWNER))
                .target(version)
                .load()
                .migrate();
    }

    private static int count(String what) {
        return truth.queryForObject("select count(*)::int from " + what, Integer.class);
    }

    @Test
    void anHourToComeHoldsWhoGivesItAndOneThatMeetsAnAppointmentStaysAsItWas() {
        assertThat(
                        truth.queryForList(
                                "select e.on_day - current_date from booking b join encounter e on e.id = b.encounter_id",
                                Integer.class))
                .containsExactly(9);
        assertThat(count("encounter where status = 'BOOKED'")).isEqualTo(3);
    }

    @Test
    void whoWasSentBeforeThereWasAClockIsAnsweredFromToday() {
        assertThat(count("direct_referral where status = 'SENT' and answer_by >= current_date"))
                .isOne();
        assertThat(count("direct_referral where answer_by is null")).isZero();
    }

    @Test
    void ofAnAccountThatWasClosedThereIsADay() {
        assertThat(count("operator where username = 'gone' and disabled_at is not null")).isOne();
    }
}
