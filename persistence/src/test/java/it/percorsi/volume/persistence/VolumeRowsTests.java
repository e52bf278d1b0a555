package it.percorsi.volume.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.database.Roles;
import it.percorsi.database.TestServer;
import it.percorsi.pathway.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is loaded in bulk is what the application would have written. */
class VolumeRowsTests {

    private static final String DATABASE = "volume";
    private static final int COUNT = 2_000;
    private static JdbcTemplate truth;

    @BeforeAll
    static void load() throws Exception {
        TestServer.database(DATABASE);
        Flyway.configure().dataSource(TestServer.source(DATABASE, Roles.OWNER)).load().migrate();
        truth = new JdbcTemplate(TestServer.source(DATABASE, "postgres"));
        for (String language : "it sq ro ar zh ur pa uk tl bn si es en fr".split(" ")) {
            truth.update(
                    "insert into language values (?, ?, ?, 'ltr')", language, language, language);
        }
        truth.update(
                "insert into municipality values ('G999', 'Prato', 'PO', null), ('G713', 'Pistoia', 'PT', null)");
        List<UUID> bodies = new ArrayList<>();
        for (int i = 0; i < VolumePeople.BODIES; i++) {
            bodies.add(Ids.next());
            truth.update(
                    "insert into organisation values (?, ?, ?, 'MUNICIPALITY', null, 0)",
                    bodies.get(i),
                    "b" + i,
                    "Ente " + i);
        }
        UUID operator = Ids.next();
        truth.update("insert into operator values (?, 'op', 'Ada Neri', true, false, 0)", operator);
        VolumePeople people = new VolumePeople(1, Map.of("AL", "Z100"), List.of("G999"));
        new VolumeRows(people, bodies, operator)
                .load(TestServer.source(DATABASE, "postgres"), COUNT);
    }

    private static int count(String sql) {
        return truth.queryForObject("select count(*) from " + sql, Integer.class);
    }

    @Test
    void everybodyIsThereHeldAndIndexed() {
        assertThat(count("person")).isEqualTo(COUNT);
        assertThat(count("access_grant where basis = 'FILE'")).isEqualTo(COUNT);
        assertThat(count("person_contact")).isEqualTo(COUNT);
        assertThat(count("comparison_queue")).isEqualTo(COUNT);
        assertThat(count("person_index i where i.tokens <> person_tokens(i.person_id)")).isZero();
        assertThat(count("person_index")).isEqualTo(COUNT);
    }

    @Test
    void pointsAtNothingThatIsNotThere() {
        for (String fk :
                truth.queryForList(
                        """
                        select format('%s t where t.%I is not null and not exists (select 1 from %s r where r.%I = t.%I)',
                            conrelid::regclass, a.attname, confrelid::regclass, b.attname, a.attname)
                        from pg_constraint
                        join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
                        join pg_attribute b on b.attrelid = confrelid and b.attnum = confkey[1]
                        where contype = 'f' and cardinality(conkey) = 1
                          and confrelid in ('person'::regclass, 'organisation'::regclass, 'operator'::regclass, 'language'::regclass)\
                        """,
                        String.class)) {
            assertThat(count(fk)).as(fk).isZero();
        }
    }
}
