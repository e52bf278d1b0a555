package it.percorsi.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import it.percorsi.database.Roles;
import it.percorsi.database.TestServer;
import it.percorsi.pathway.Ids;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a rule of a programme must say, and whom it never counts: said by the schema itself. */
class ProgrammeSchemaTests {

    private static final String DATABASE = "programme_schema";
    private static final UUID PRATO = Ids.next();
    private static final UUID ARTA = Ids.next();
    private static JdbcTemplate rows;

    @BeforeAll
    static void anOldProgrammeMigrated() {
        TestServer.database(DATABASE);
        migrateTo("12");
        rows = new JdbcTemplate(TestServer.source(DATABASE, "postgres"));
        rows.update("insert into language values ('sq', 'albanese', 'shqip', 'ltr')");
        rows.update(
                """
                insert into country (code, name, eu_from, eu_until) values ('IT', 'Italia', '1958-01-01', null),
                    ('AL', 'Albania', null, null), ('RO', 'Romania', '2007-01-01', null),
                    ('CH', 'Svizzera', null, null)\
                """);
        rows.update("insert into municipality values ('G999', 'Prato', 'PO')");
        rows.update("insert into permit_kind values ('FAMILY', 'Famiglia', true, 'x', false)");
        rows.update("insert into funding_source values ('FAMI', 'FAMI')");
        rows.update(
                "insert into organisation values (?, 'prato', 'Prato', 'MUNICIPALITY', null, 0)",
                PRATO);
        rows.update(
                "insert into person (id, family_name, given_name, born_on, born_precision, language, search_name, name_key, registered_at, version) values (?, 'Hoxha', 'Arta', '1990-03-15', 'DAY', 'sq', 'hoxha arta', 'arta hoxha', now(), 0)",
                ARTA);
        UUID teams = programme("TEAMS");
        rows.update(
                "insert into programme_body values (?, ?, 'ZONE_LEAD', 200), (?, ?, 'LEAD', null)",
                teams,
                PRATO,
                teams,
                PRATO);
        rows.update(
                """
                insert into eligibility_rule values (?, 1, 'THIRD_COUNTRY_NATIONAL', null, null),
                    (?, 2, 'AGE', 16, 65), (?, 3, 'PERMIT_OR_RECEIPT', null, null),
                    (?, 4, 'SOCIAL_OR_LABOUR_NEED', null, null)\
                """,
                teams,
                teams,
                teams,
                teams);
        rows.update(
                "insert into enrolment values (?, ?, ?, ?, 'ACTIVE', '2020-01-01', 'F', 'AL', ?, 0)",
                Ids.next(),
                ARTA,
                teams,
                PRATO,
                "2020-01-01\nAGE|MET|eligibility.age.within|29\nPERMIT_OR_RECEIPT|MET|eligibility.permit.valid|01/01/2021");
        migrateTo("latest");
    }

    private static void migrateTo(String version) {
        Flyway.configure()
                .dataSource(TestServer.source(DATABASE, Roles.OWNER))
                .target(version)
                .load()
                .migrate();
    }

    private static UUID programme(String code) {
        UUID id = Ids.next();
        rows.update(
                "insert into programme (id, code, name, fund, runs_from, runs_until, zone) values (?, ?, 'x', 'FAMI', '2018-10-02', '2030-01-01', 'x')",
                id,
                code);
        return id;
    }

    private static void rule(UUID programme, int ordinal, String columns, String values) {
        rows.update(
                "insert into eligibility_rule (programme_id, ordinal, source, %s) values (?, ?, 'Piano', %s)"
                        .formatted(columns, values),
                programme,
                ordinal);
    }

    private static UUID teams() {
        return rows.queryForObject("select id from programme where code = 'TEAMS'", UUID.class);
    }

    @Test
    void whatWasThereBeforeIsSaidInTheNewWay() {
        assertThat(
                        rows.queryForList(
                                "select rule from eligibility_rule where programme_id = ? and verified and valid_from = '2018-10-02' order by ordinal",
                                String.class,
                                teams()))
                .containsExactly("THIRD_COUNTRY_NATIONAL", "AGE", "PERMIT", "NEED");
        assertThat(
                        rows.queryForList(
                                "select role from programme_body where programme_id = ? order by ordinal",
                                String.class,
                                teams()))
                .containsExactly("LEAD", "ZONE_LEAD");
        assertThat(
                        rows.queryForObject(
                                "select free_from::text from country where code = 'CH'",
                                String.class))
                .isEqualTo("2002-06-01");
        assertThat(
                        Eligibility.findings(
                                rows.queryForObject(
                                        "select snapshot from enrolment where programme_id = ?",
                                        String.class,
                                        teams())))
                .extracting(Finding::kind, Finding::verified)
                .containsExactly(
                        tuple(Condition.Kind.AGE, true), tuple(Condition.Kind.PERMIT, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "rule_known           | rule, verified | 'HEIGHT', true",
                "only_ages_have_edges | rule, verified, age_min, age_min_included | 'IN_CARE', true, 16, true",
                "only_ages_have_edges | rule, verified, age_edges_verified | 'AGE', true, true",
                "only_ages_have_edges | rule, verified, age_min, age_edges_verified | 'AGE', true, 16, true",
                "only_ages_have_edges | rule, verified, age_measured_on | 'IN_CARE', true, '2020-01-01'",
                "age_window_not_empty | rule, verified, age_min, age_min_included, age_max, age_max_included, age_edges_verified | 'AGE', true, 65, true, 16, true, true",
                "age_window_not_empty | rule, verified, age_min, age_min_included, age_max, age_max_included, age_edges_verified | 'AGE', true, 16, false, 17, false, true",
                "need_has_words       | rule, verified | 'NEED', true",
                "need_has_words       | rule, verified, wording | 'IN_CARE', true, 'x'",
                "rule_dates_in_order  | rule, verified, valid_from, valid_until | 'IN_CARE', true, '2020-02-01', '2020-01-01'"
            })
    void aRuleThatSaysNothingClearIsRefused(String constraint, String columns, String values) {
        UUID programme = programme("P" + Ids.next());

        assertThatThrownBy(() -> rule(programme, 1, columns, values))
                .hasMessageContaining(constraint);
    }

    @Test
    void aVerifiedRuleIsNotStillToBeVerified() {
        UUID programme = programme("DOUBT");
        String insert =
                "insert into eligibility_rule (programme_id, ordinal, rule, source, verified) values (?, 1, 'IN_CARE', ?, ?)";

        assertThatThrownBy(() -> rows.update(insert, programme, "delibera, da verificare", true))
                .hasMessageContaining("rule_has_a_source");
        assertThatThrownBy(() -> rows.update(insert, programme, "", false))
                .hasMessageContaining("rule_has_a_source");
        assertThatCode(() -> rows.update(insert, programme, "delibera, da verificare", false))
                .doesNotThrowAnyException();
    }

    @Test
    void twoRulesOfAKindFollowEachOtherAndNeverOverlap() {
        UUID programme = programme("DATED");
        String dated = "rule, verified, valid_from, valid_until";
        rule(programme, 1, dated, "'IN_CARE', true, '2019-01-01', '2019-12-31'");
        rule(programme, 2, dated, "'IN_CARE', true, '2020-01-01', null");

        assertThatThrownBy(() -> rule(programme, 3, dated, "'IN_CARE', true, null, '2019-01-01'"))
                .hasMessageContaining("one_rule_of_a_kind");
    }

    @Test
    void permitsAndTownsBelongToTheirKindOfRule() {
        UUID programme = programme("LISTS");
        rule(programme, 1, "rule, verified", "'IN_CARE', true");

        assertThatThrownBy(() ->
                        rows.update(
                                "insert into eligibility_permit_kind (programme_id, ordinal, permit_kind) values (?, 1, 'FAMILY')",
                                programme))
                .hasMessageContaining("foreign key");
        assertThatThrownBy(() ->
                        rows.update(
                                "insert into eligibility_municipality (programme_id, ordinal, municipality) values (?, 1, 'G999')",
                                programme))
                .hasMessageContaining("foreign key");
    }

    @Test
    void aTargetIsOfWhoEnrolsAndABodyEnrolsOnce() {
        UUID programme = programme("BODIES");
        String insert =
                "insert into programme_body (programme_id, organisation_id, role, target, enrols, ordinal) values (?, ?, ?, ?, ?, ?)";

        assertThatThrownBy(() -> rows.update(insert, programme, PRATO, "LEAD", 10, false, 1))
                .hasMessageContaining("target_of_who_enrols");
        rows.update(insert, programme, PRATO, "LEAD", 10, true, 1);
        assertThatThrownBy(() -> rows.update(insert, programme, PRATO, "PARTNER", null, true, 2))
                .hasMessageContaining("enrols_once");
    }

    @ParameterizedTest
    @CsvSource({
        "IT,    2019-06-03, ACTIVE,       false",
        "RO,    2019-06-03, ACTIVE,       false",
        "'AL,RO', 2019-06-03, COMPLETED,  false",
        "ZZ,    2019-06-03, ACTIVE,       false",
        "IT,    2019-06-03, NOT_ELIGIBLE, true",
        "AL,    2019-06-03, ACTIVE,       true",
        "IT,    2018-10-01, ACTIVE,       true"
    })
    void citizensOfTheUnionNeverCountToAThirdCountryTarget(
            String citizenship, String day, String status, boolean stored) {
        UUID programme = programme("C" + Ids.next());
        rule(
                programme,
                1,
                "rule, verified, valid_from",
                "'THIRD_COUNTRY_NATIONAL', true, '2018-10-02'");
        ThrowingCallable enrol =
                () ->
                        rows.update(
                                "insert into enrolment values (?, ?, ?, ?, ?, ?::date, 'F', ?, 'x', 0)",
                                Ids.next(),
                                ARTA,
                                programme,
                                PRATO,
                                status,
                                day,
                                citizenship);

        if (stored) {
            assertThatCode(enrol).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(enrol).hasMessageContaining("not a third-country national");
        }
    }

    @Test
    void whoWasNotEligibleCannotBeMadeToCountLater() {
        UUID programme = programme("LATER");
        rule(programme, 1, "rule, verified", "'THIRD_COUNTRY_NATIONAL', true");
        rows.update(
                "insert into enrolment values (?, ?, ?, ?, 'NOT_ELIGIBLE', '2019-06-03', 'F', 'IT', 'x', 0)",
                Ids.next(),
                ARTA,
                programme,
                PRATO);

        assertThatThrownBy(() ->
                        rows.update(
                                "update enrolment set status = 'ACTIVE' where programme_id = ?",
                                programme))
                .hasMessageContaining("not a third-country national");
    }
}
