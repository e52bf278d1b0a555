package it.percorsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.access.Actor;
import it.percorsi.access.Basis;
import it.percorsi.access.Role;
import it.percorsi.database.ContextKey;
import it.percorsi.database.Roles;
import it.percorsi.database.TestServer;
import it.percorsi.network.Organisation;
import it.percorsi.pathway.Ids;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

    private static void agree(UUID from, UUID to, String direction, String kind) {
        TRUTH.update("delete from legal_basis");
        TRUTH.update(
                "insert into legal_basis (id, direction, purpose, kind, from_organisation_id, to_organisation_id, reference, valid_from) values (?, ?, 'CARE', ?, ?, ?, 'prova', '2020-01-01')",
                Ids.next(),
                direction,
                kind,
                from,
                to);
    }

    private static int notesOf(UUID person) {
        return APPLICATION.queryForObject(
                "select count(*) from note where person_id = ?", Integer.class, person);
    }

    private static int peopleCalled(UUID person) {
        return APPLICATION.queryForObject(
                "select count(*) from person where id = ?", Integer.class, person);
    }

    @ParameterizedTest
    @EnumSource(Organisation.Kind.class)
    void bodiesStandOnTheSameSideInBothWalls(Organisation.Kind kind) {
        assertThat(TRUTH.queryForObject("select area(?)", String.class, kind.name()))
                .isEqualTo(kind.area().name());
    }

    @Test
    void nothingPassesToTheOtherSideWithoutALegalBasisForThatDirectionAndPurpose() {
        UUID person = somebody("senza");

        TRUTH.update("delete from legal_basis");
        assertThatThrownBy(() -> as(SOCIAL, () -> grant(person, CPI, Basis.TEAM, person)))
                .hasStackTraceContaining("grant_crosses_lawfully");
        agree(CPI, PRATO, "LABOUR_TO_SOCIAL", "PUBLIC_TASK");
        assertThatThrownBy(() -> as(SOCIAL, () -> grant(person, CPI, Basis.TEAM, person)))
                .hasStackTraceContaining("grant_crosses_lawfully");
        agree(PRATO, CPI, "SOCIAL_TO_LABOUR", "PUBLIC_TASK");
        TRUTH.update("update legal_basis set purpose = 'ASSESSMENT'");
        assertThatThrownBy(() -> as(SOCIAL, () -> grant(person, CPI, Basis.TEAM, person)))
                .hasStackTraceContaining("grant_crosses_lawfully");
        agree(PRATO, CPI, "SOCIAL_TO_LABOUR", "PUBLIC_TASK");
        assertThat(as(SOCIAL, () -> grant(person, CPI, Basis.TEAM, person))).isOne();
        assertThat(as(SOCIAL, () -> grant(person, PISTOIA, Basis.TEAM, person)))
                .as("on the same side")
                .isOne();
        assertThat(as(LABOUR, () -> notesOf(person))).isOne();
    }

    @Test
    void whatRestedOnAnAgreementIsClosedWhenItEndsAndOpenWhenItIsRenewed() {
        UUID person = somebody("accordo");
        agree(PRATO, CPI, "SOCIAL_TO_LABOUR", "PUBLIC_TASK");
        as(SOCIAL, () -> grant(person, CPI, Basis.TEAM, person));

        TRUTH.update("update legal_basis set valid_until = current_date - 1");
        assertThat(as(LABOUR, () -> notesOf(person))).isZero();
        assertThat(as(LABOUR, () -> peopleCalled(person))).as("identity remains").isOne();
        assertThat(
                        as(
                                SOCIAL,
                                () ->
                                        APPLICATION.queryForObject(
                                                "select array_to_string(carried, ' ') from grants_on(?, null) where basis = 'TEAM'",
                                                String.class,
                                                person)))
                .doesNotContain("LABOUR")
                .contains("IDENTITY");

        agree(PRATO, CPI, "SOCIAL_TO_LABOUR", "PUBLIC_TASK");
        assertThat(as(LABOUR, () -> notesOf(person))).isOne();
    }

    @Test
    void anAgreementOfAProgrammeHoldsAmongItsBodies() {
        UUID person = somebody("progetto");
        UUID programme = Ids.next();
        TRUTH.update("delete from legal_basis");
        TRUTH.update("insert into funding_source values ('F', 'F') on conflict do nothing");
        TRUTH.update(
                "insert into programme (id, code, name, fund, runs_from, runs_until, zone) values (?, 'P', 'P', 'F', '2020-01-01', '2040-01-01', 'x')",
                programme);
        TRUTH.update(
                "insert into programme_body (programme_id, organisation_id, role, ordinal, enrols) values (?, ?, 'LEAD', 1, true), (?, ?, 'ADHERENT', 2, true)",
                programme,
                PRATO,
                programme,
                PISTOIA);
        TRUTH.update(
                "insert into legal_basis (id, direction, purpose, kind, programme_id, reference, valid_from) values (?, 'SOCIAL_TO_LABOUR', 'CARE', 'PUBLIC_TASK', ?, 'prova', '2020-01-01')",
                Ids.next(),
                programme);

        assertThatThrownBy(() -> as(SOCIAL, () -> grant(person, CPI, Basis.TEAM, person)))
                .as("not one of its bodies")
                .hasStackTraceContaining("grant_crosses_lawfully");
        TRUTH.update(
                "insert into programme_body (programme_id, organisation_id, role, ordinal, enrols) values (?, ?, 'PARTNER', 3, true)",
                programme,
                CPI);
        assertThat(as(SOCIAL, () -> grant(person, CPI, Basis.TEAM, person))).isOne();
    }

    private static UUID consent(Actor by, UUID person) {
        UUID consent = Ids.next();
        update(
                "insert into consent (id, person_id, to_organisation_id, purpose, notice_version, notice_language, signature, given_at, operator_id, organisation_id, version) values (?, ?, ?, 'CARE', '2026-01', 'it', 'PAPER', now(), ?, ?, 0)",
                consent,
                person,
                CPI,
                by.operatorId(),
                by.organisationId());
        return consent;
    }

    @Test
    void aWithdrawnConsentIsGoneAtTheNextStatement() {
        UUID person = somebody("consenziente");
        agree(PRATO, CPI, "SOCIAL_TO_LABOUR", "CONSENT");
        assertThatThrownBy(() -> as(SOCIAL, () -> grant(person, CPI, Basis.TEAM, person)))
                .hasStackTraceContaining("grant_crosses_lawfully");
        UUID consent = as(SOCIAL, () -> consent(SOCIAL, person));
        as(SOCIAL, () -> grant(person, CPI, Basis.TEAM, person));
        assertThat(as(LABOUR, () -> notesOf(person))).isOne();
        assertThat(
                        as(
                                SOCIAL,
                                () ->
                                        APPLICATION.queryForObject(
                                                "select array_to_string(carried, ' ') from grants_on(?, ?) where basis = 'TEAM'",
                                                String.class,
                                                person,
                                                consent)))
                .as("shown before it is done")
                .doesNotContain("LABOUR");

        as(
                SOCIAL,
                () ->
                        update(
                                "update consent set withdrawn_at = now(), withdrawn_by = ? where id = ?",
                                SOCIAL.operatorId(),
                                consent));

        assertThat(as(LABOUR, () -> notesOf(person))).isZero();
        assertThat(as(LABOUR, () -> peopleCalled(person))).isOne();
        assertThat(
                        as(
                                SOCIAL,
                                () ->
                                        update(
                                                "update consent set withdrawn_at = null, withdrawn_by = ? where id = ?",
                                                SOCIAL.operatorId(),
                                                consent)))
                .as("not revived")
                .isZero();
        as(SOCIAL, () -> consent(SOCIAL, person));
        assertThat(as(LABOUR, () -> notesOf(person))).as("given anew").isOne();
    }

    @Test
    void aConsentCountsForItsBodyItsPurposeAndItsTime() {
        UUID person = somebody("limitata");
        agree(PRATO, CPI, "SOCIAL_TO_LABOUR", "CONSENT");
        UUID consent = as(SOCIAL, () -> consent(SOCIAL, person));
        as(SOCIAL, () -> grant(person, CPI, Basis.TEAM, person));

        for (String change :
                List.of(
                        "valid_until = current_date - 1",
                        "purpose = 'ASSESSMENT', valid_until = null",
                        "purpose = 'CARE', to_organisation_id = organisation_id")) {
            TRUTH.update("update consent set " + change + " where id = ?", consent);
            assertThat(as(LABOUR, () -> notesOf(person))).as(change).isZero();
        }
        TRUTH.update("update consent set to_organisation_id = ? where id = ?", CPI, consent);
        assertThat(as(LABOUR, () -> notesOf(person))).isOne();
    }

    @Test
    void nobodyConsentsInAnothersNameOrForAnothersPerson() {
        UUID person = somebody("altrui");

        assertThatThrownBy(() -> as(OUTSIDER, () -> consent(OUTSIDER, person)))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> as(SOCIAL, () -> consent(OUTSIDER, person)))
                .hasStackTraceContaining("row-level security");
    }

    /** A consent may open the file to a third: being let in is not enough to give it. */
    @Test
    void whoOnlySeesThePersonConsentsToNothing() {
        UUID person = somebody("veduta");
        TRUTH.update(
                """
                insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, valid_from, given_by, given_by_organisation_id)
                values (?, ?, ?, 'CONNECTION', '{DESK,SOCIAL_WORKER}', '{IDENTITY}', 'x', now(), ?, ?)\
                """,
                Ids.next(),
                person,
                PISTOIA,
                SOCIAL.operatorId(),
                PRATO);

        assertThatThrownBy(() -> as(OUTSIDER, () -> consent(OUTSIDER, person)))
                .hasStackTraceContaining("row-level security");
        TRUTH.update(
                "update access_grant set valid_until = now() where person_id = ? and basis = 'CONNECTION'",
                person);
    }

    @Test
    void nobodyHasMoreThanThreeFilesOpenInEmergency() {
        Actor asking = operator(Role.DESK);
        for (String name : List.of("quartauno", "quartadue", "quartatre", "quartaquattro")) {
            somebody(name);
        }
        for (String name : List.of("quartauno", "quartadue", "quartatre")) {
            assertThat(ask(asking, name)).isNotNull();
        }

        assertThatThrownBy(() -> ask(asking, "quartaquattro"))
                .hasStackTraceContaining("emergency_three_at_once");
    }

    private static UUID ask(Actor actor, String name, String cause, String why) {
        return as(
                actor,
                () ->
                        APPLICATION.queryForObject(
                                "select ask_emergency(null, ?, '1990-03-15', ?, ?)",
                                UUID.class,
                                name,
                                cause,
                                why));
    }

    private static UUID ask(Actor actor, String name) {
        return ask(actor, name, "LIFE", "Sta male");
    }

    /** A new operator of Pistoia: nobody else's emergencies stand in their way. */
    private static Actor operator(Role role) {
        Actor actor = actor(PISTOIA, role);
        TRUTH.update(
                "insert into operator values (?, ?, 'Ada Neri', true, false, 0)",
                actor.operatorId(),
                actor.operatorId().toString());
        return actor;
    }

    @Test
    void anEmergencyHasACauseOfTheListAndAReason() {
        somebody("motivata");
        Actor asking = operator(Role.DESK);

        assertThatThrownBy(() -> ask(asking, "motivata", "CURIOSITY", "x"))
                .hasStackTraceContaining("emergency_access_cause_check");
        assertThatThrownBy(() -> ask(asking, "motivata", "LIFE", ""))
                .hasStackTraceContaining("emergency_access_reason_check");
    }

    @Test
    void anEmergencyLastsAnHourAtTheMost() {
        UUID person = somebody("breve");
        Actor asking = operator(Role.DESK);
        assertThat(ask(asking, "breve")).isEqualTo(person);

        assertThat(as(asking, () -> peopleCalled(person))).isOne();
        for (String until : List.of("now() + interval '61 minutes'", "null::timestamptz")) {
            assertThatThrownBy(() ->
                            TRUTH.update(
                                    """
                                    insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, valid_from, valid_until, given_by, given_by_organisation_id)
                                    values (gen_random_uuid(), ?, ?, 'EMERGENCY', '{DESK}', '{IDENTITY}', 'x', now(), %s, ?, ?)\
                                    """
                                            .formatted(until),
                                    person,
                                    PISTOIA,
                                    asking.operatorId(),
                                    PISTOIA))
                    .as(until)
                    .hasStackTraceContaining("an_emergency_lasts_an_hour");
        }
        TRUTH.update(
                "update access_grant set valid_from = now() - interval '61 minutes', valid_until = now() - interval '1 minute' where basis = 'EMERGENCY' and given_by = ?",
                asking.operatorId());
        assertThat(as(asking, () -> peopleCalled(person))).as("an hour later").isZero();
    }

    @Test
    void anEmergencyOpensOnePersonToOneOperator() {
        UUID person = somebody("sola");
        somebody("doppia");
        somebody("doppia");
        Actor asking = operator(Role.SOCIAL_WORKER);

        assertThat(ask(asking, "doppia")).as("two people, none for certain").isNull();
        assertThat(ask(asking, "nessuna")).isNull();
        assertThat(ask(asking, "sola")).isEqualTo(person);

        assertThat(
                        as(
                                asking,
                                () ->
                                        APPLICATION.queryForObject(
                                                "select count(*) from person", Integer.class)))
                .isOne();
        assertThat(as(operator(Role.SOCIAL_WORKER), () -> peopleCalled(person)))
                .as("a colleague")
                .isZero();
        assertThat(
                        as(
                                new Actor(
                                        asking.operatorId(),
                                        "Ada Neri",
                                        Ids.next(),
                                        PISTOIA,
                                        "Pistoia",
                                        Role.DESK),
                                () -> peopleCalled(person)))
                .as("in another role")
                .isZero();
    }

    @Test
    void onlyTheRolesThatMeetPeopleMayAsk() {
        somebody("cercata");
        for (Role role : Role.values()) {
            if (Basis.EMERGENCY.roles().contains(role)) {
                assertThat(ask(operator(role), "cercata")).as(role.name()).isNotNull();
            } else {
                assertThatThrownBy(() -> ask(operator(role), "cercata"))
                        .as(role.name())
                        .hasStackTraceContaining("not for this role");
            }
        }
    }

    @Test
    void whoIsOpenedInEmergencyStandsInNoListAndNoExport() {
        UUID person = somebody("elencata");
        Actor asking = operator(Role.DESK);
        ask(asking, "elencata");

        String sees = "select %s(?, ?, ?, 'AGENDA')";
        for (Actor actor : List.of(asking, SOCIAL)) {
            as(
                    actor,
                    () -> {
                        assertThat(
                                        APPLICATION.queryForObject(
                                                sees.formatted("granted"),
                                                Boolean.class,
                                                person,
                                                actor.organisationId(),
                                                actor.roleName()))
                                .isTrue();
                        assertThat(
                                        APPLICATION.queryForObject(
                                                sees.formatted("entrusted"),
                                                Boolean.class,
                                                person,
                                                actor.organisationId(),
                                                actor.roleName()))
                                .isEqualTo(actor.equals(SOCIAL));
                        return null;
                    });
        }
        assertThat(Basis.EMERGENCY.roles()).doesNotContain(Role.COORDINATOR);
    }

    @Test
    void anEmergencyLetsNobodyTransferMergeOrGrant() {
        UUID person = somebody("bloccata");
        UUID file = Ids.next();
        TRUTH.update(
                "insert into case_file (id, person_id, organisation_id, status, opened_at, version) values (?, ?, ?, 'FIRST_LEVEL', now(), 0)",
                file,
                person,
                PRATO);
        UUID other = somebody("bloccante");
        Actor asking = operator(Role.SOCIAL_WORKER);
        ask(asking, "bloccata");
        ask(asking, "bloccante");

        as(
                asking,
                () ->
                        assertThat(
                                        APPLICATION.update(
                                                "update case_file set organisation_id = ? where id = ?",
                                                PISTOIA,
                                                file))
                                .isZero());
        assertThatThrownBy(() ->
                        as(
                                asking,
                                () ->
                                        APPLICATION.queryForList(
                                                "select merge_people(?, ?, ?, null)::text",
                                                Ids.next(),
                                                person,
                                                other)))
                .hasStackTraceContaining("only who holds the files");
        for (Basis basis : Basis.values()) {
            assertThatThrownBy(() ->
                            as(
                                    asking,
                                    () ->
                                            update(
                                                    """
                                                    insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id, valid_from, valid_until, given_by, given_by_organisation_id)
                                                    values (gen_random_uuid(), ?, ?, ?, '{}', '{IDENTITY}', 'x', ?, now(), now(), ?, ?)\
                                                    """,
                                                    person,
                                                    PISTOIA,
                                                    basis.name(),
                                                    person,
                                                    asking.operatorId(),
                                                    PISTOIA)))
                    .as(basis.name())
                    .hasStackTraceContaining("row-level security");
        }
        assertThatThrownBy(() ->
                        as(
                                SOCIAL,
                                () ->
                                        update(
                                                """
                                                insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id, valid_from, valid_until, given_by, given_by_organisation_id)
                                                values (gen_random_uuid(), ?, ?, 'EMERGENCY', '{DESK}', '{IDENTITY}', 'x', ?, now(), now(), ?, ?)\
                                                """,
                                                person,
                                                PRATO,
                                                person,
                                                SOCIAL.operatorId(),
                                                PRATO)))
                .as("not even by who holds the file")
                .hasStackTraceContaining("row-level security");
    }

    private static int emergenciesSeenBy(Actor actor, UUID person) {
        return as(
                actor,
                () ->
                        APPLICATION.queryForObject(
                                "select count(*) from emergency_access where person_id = ?",
                                Integer.class,
                                person));
    }

    @Test
    void ownerAndOfficerAreToldInTheSameTransaction() {
        UUID person = somebody("notificata");
        Actor asking = operator(Role.DESK);
        ask(asking, "notificata");

        assertThat(emergenciesSeenBy(SOCIAL, person)).as("owner").isOne();
        assertThat(emergenciesSeenBy(operator(Role.DPO), person)).as("officer").isOne();
        assertThat(emergenciesSeenBy(asking, person)).as("asker").isOne();
        assertThat(emergenciesSeenBy(operator(Role.SOCIAL_WORKER), person))
                .as("a stranger")
                .isZero();
        assertThat(
                        TRUTH.queryForObject(
                                "select max(n.told_at - e.asked_at) = interval '0' from emergency_notice n join emergency_access e on e.id = n.emergency_id where e.person_id = ?",
                                Boolean.class,
                                person))
                .isTrue();
    }

    @Test
    void withoutAReviewInSevenDaysTheRightIsLost() {
        UUID person = somebody("valutata");
        somebody("seconda");
        Actor asking = operator(Role.SPECIALIST);
        Actor officer = operator(Role.DPO);
        ask(asking, "valutata");
        TRUTH.update(
                "update emergency_access set asked_at = now() - interval '8 days' where person_id = ?",
                person);

        assertThatThrownBy(() -> ask(asking, "seconda"))
                .hasStackTraceContaining("emergency_review_pending");
        String review =
                "update emergency_access set status = 'JUSTIFIED', review = 'x', reviewed_at = now(), reviewer_id = ? where person_id = ?";
        for (Actor notTheirs : List.of(asking, SOCIAL)) {
            assertThat(as(notTheirs, () -> update(review, notTheirs.operatorId(), person)))
                    .isZero();
        }
        Actor oneself =
                new Actor(
                        asking.operatorId(), "Ada Neri", Ids.next(), PISTOIA, "Pistoia", Role.DPO);
        assertThatThrownBy(() -> as(oneself, () -> update(review, oneself.operatorId(), person)))
                .hasStackTraceContaining("emergency_access_check");
        assertThat(as(officer, () -> update(review, officer.operatorId(), person))).isOne();
        assertThat(ask(asking, "seconda")).isNotNull();
    }

    @Test
    void theListOfWhoLookedMarksTheEmergency() {
        UUID person = somebody("marcata");
        Actor asking = operator(Role.DESK);
        ask(asking, "marcata");
        as(asking, () -> look(asking, person, "person"));

        List<String> bases =
                as(
                        SOCIAL,
                        () -> {
                            look(SOCIAL, person, "looks");
                            return APPLICATION.queryForList(
                                    "select array_to_string(bases, ' ') from looks_at(?, null)",
                                    String.class,
                                    person);
                        });
        assertThat(bases).containsExactlyInAnyOrder("FILE", "EMERGENCY");
    }

    @Test
    void askingInVainIsCountedAsASearchThatReveals() {
        somebody("bersaglio");
        Actor asking = operator(Role.DESK);
        TRUTH.update(
                """
                insert into trail (id, at, operator_id, organisation_id, role, action, subject, person_ids, sections)
                select gen_random_uuid(), now(), ?, ?, 'DESK', 'REVEAL', 'emergency', '{}', '{}' from generate_series(1, 30)\
                """,
                asking.operatorId(),
                PISTOIA);

        assertThat(ask(asking, "bersaglio")).isNull();
    }
}
