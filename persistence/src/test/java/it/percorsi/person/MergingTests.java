package it.percorsi.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.access.Actor;
import it.percorsi.access.Basis;
import it.percorsi.access.Role;
import it.percorsi.database.ContextKey;
import it.percorsi.database.Roles;
import it.percorsi.database.TestServer;
import it.percorsi.pathway.Ids;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Two files of one person become one, and two again, to the row. */
class MergingTests {

    private static final String DATABASE = "merging";
    private static final DataSource SOURCE;
    private static final JdbcTemplate APPLICATION;
    private static final JdbcTemplate TRUTH;

    /** What a merge writes about itself, or is computed from people. */
    private static final List<String> NOT_COMPARED =
            List.of(
                    "person_merge",
                    "merged_row",
                    "comparison_queue",
                    "duplicate_pair",
                    "person_block",
                    "flyway_schema_history");

    static {
        TestServer.database(DATABASE);
        SOURCE = TestServer.source(DATABASE, Roles.APPLICATION);
        APPLICATION = new JdbcTemplate(SOURCE);
        TRUTH = new JdbcTemplate(oneConnection());
    }

    /** The same connection each time: thousands of statements are sent. */
    private static DataSource oneConnection() {
        try {
            return new SingleConnectionDataSource(
                    TestServer.source(DATABASE, "postgres").getConnection(), true);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static final UUID PRATO = Ids.next();
    private static final UUID PISTOIA = Ids.next();
    private static final Actor SOCIAL = actor(PRATO, Role.SOCIAL_WORKER);
    private static final Actor OUTSIDER = actor(PISTOIA, Role.SOCIAL_WORKER);
    private static ContextKey key;
    private static RandomHistories histories;

    private static Actor actor(UUID organisation, Role role) {
        return new Actor(Ids.next(), "Ada Neri", Ids.next(), organisation, "Comune", role);
    }

    @BeforeAll
    static void network() {
        DataSource owner = TestServer.source(DATABASE, Roles.OWNER);
        Flyway.configure().dataSource(owner).load().migrate();
        key = new ContextKey(owner);
        histories = new RandomHistories(TRUTH, PRATO, SOCIAL.operatorId());
        histories.network(PISTOIA, OUTSIDER.operatorId());
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

    private static UUID merge(Actor by, UUID kept, UUID absorbed, UUID lead) {
        UUID merge = Ids.next();
        as(
                by,
                () ->
                        APPLICATION.queryForList(
                                "select merge_people(?, ?, ?, ?)::text",
                                merge,
                                kept,
                                absorbed,
                                lead));
        return merge;
    }

    private static void undo(Actor by, UUID merge) {
        as(by, () -> APPLICATION.queryForList("select undo_merge(?)::text", merge));
    }

    private static UUID lead(UUID one, UUID other) {
        List<UUID> open =
                TRUTH.queryForList(
                        "select id from case_file where person_id in (?, ?) and status <> 'CLOSED' order by id",
                        UUID.class,
                        one,
                        other);
        return open.isEmpty() ? null : open.getLast();
    }

    /** Every row of every table, by table. */
    private static Map<String, List<String>> everything() {
        List<String> tables =
                TRUTH.queryForList(
                        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
                        String.class);
        return tables.stream()
                .filter(table -> !NOT_COMPARED.contains(table))
                .collect(
                        Collectors.toMap(
                                table -> table,
                                table ->
                                        TRUTH.queryForList(
                                                "select t::text from %s t order by 1"
                                                        .formatted(table),
                                                String.class),
                                (a, b) -> a,
                                TreeMap::new));
    }

    private static int rowsOf(UUID person) {
        return TRUTH
                .queryForList(
                        """
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'person_id'
                          and c.relname not in ('person_merge', 'comparison_queue', 'duplicate_pair', 'person_block')\
                        """,
                        String.class)
                .stream()
                .mapToInt(table ->
                        TRUTH.queryForObject(
                                "select count(*) from %s where person_id = ?".formatted(table),
                                Integer.class,
                                person))
                .sum();
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
                24, 25
            })
    void undoingGivesBackEveryRowAsItWas(long seed) {
        Random random = new Random(seed);
        UUID one = histories.person(random);
        UUID other = histories.person(random);
        Map<String, List<String>> before = everything();
        int rows = rowsOf(one) + rowsOf(other);

        UUID merge = merge(SOCIAL, one, other, lead(one, other));

        assertThat(rowsOf(one) + rowsOf(other)).as("no row is lost").isEqualTo(rows);
        assertThat(rowsOf(one)).isGreaterThan(rowsOf(other));
        undo(SOCIAL, merge);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void theHistoryOfBothIsReadByWhoHoldsTheFile() {
        Random random = new Random(99);
        UUID one = histories.person(random);
        UUID other = histories.person(random);
        int notes =
                TRUTH.queryForObject(
                        "select count(*) from note where person_id in (?, ?)",
                        Integer.class,
                        one,
                        other);

        merge(SOCIAL, one, other, lead(one, other));

        assertThat(
                        as(
                                SOCIAL,
                                () ->
                                        APPLICATION.queryForObject(
                                                "select count(*) from note where person_id = ?",
                                                Integer.class,
                                                one)))
                .isEqualTo(notes);
        assertThat(
                        as(
                                SOCIAL,
                                () ->
                                        APPLICATION.queryForObject(
                                                "select count(*) from person where id = ?",
                                                Integer.class,
                                                other)))
                .as("the shell is nobody's any more")
                .isZero();
    }

    @Test
    void twoOpenFilesNeedOneThatLeads() {
        UUID one = histories.withOpenFile(new Random(5));
        UUID other = histories.withOpenFile(new Random(6));

        assertThatThrownBy(() -> merge(SOCIAL, one, other, null))
                .hasStackTraceContaining("merge_lead_chosen");
        assertThatThrownBy(() -> merge(SOCIAL, one, other, Ids.next()))
                .hasStackTraceContaining("merge_lead_chosen");
        UUID lead = lead(one, other);
        merge(SOCIAL, one, other, lead);
        assertThat(
                        TRUTH.queryForObject(
                                "select id from case_file where person_id = ? and status <> 'CLOSED' and led_by is null",
                                UUID.class,
                                one))
                .isEqualTo(lead);
    }

    @Test
    void aBodyThatHoldsNeitherMergesNothing() {
        UUID one = histories.person(new Random(7));
        UUID other = histories.person(new Random(8));

        assertThatThrownBy(() -> merge(OUTSIDER, one, other, lead(one, other)))
                .hasStackTraceContaining("only who holds the files");
        UUID merge = merge(SOCIAL, one, other, lead(one, other));
        assertThatThrownBy(() -> undo(OUTSIDER, merge))
                .hasStackTraceContaining("only who holds the files");
    }

    @ParameterizedTest
    @EnumSource(
            value = Basis.class,
            names = {"TEAM", "CONNECTION"})
    void beingLetIntoAFileIsNotEnoughToMergeIt(Basis basis) {
        UUID theirs = histories.person(new Random(11));
        UUID own = histories.person(new Random(12));
        histories.grant(theirs, PISTOIA, basis);
        histories.grant(own, PISTOIA, Basis.FILE);

        assertThatThrownBy(() -> merge(OUTSIDER, own, theirs, lead(own, theirs)))
                .hasStackTraceContaining("only who holds the files");
    }

    private static void agree(Actor by, UUID one, UUID other, UUID kept, UUID lead) {
        boolean ordered = one.toString().compareTo(other.toString()) < 0;
        as(
                by,
                () ->
                        APPLICATION.update(
                                """
                                insert into merge_agreement (id, one_id, other_id, kept_id, lead_id, organisation_id, operator_id, agreed_at)
                                values (?, ?, ?, ?, ?, ?, ?, now())\
                                """,
                                Ids.next(),
                                ordered ? one : other,
                                ordered ? other : one,
                                kept,
                                lead,
                                by.organisationId(),
                                by.operatorId()));
    }

    @Test
    void twoBodiesThatHoldOneFileEachMergeThemAsTheyAgreedAndNotOtherwise() {
        UUID theirs = histories.person(new Random(21));
        UUID own = histories.heldBy(PISTOIA, "Rossini", "Ada");
        histories.grant(theirs, PISTOIA, Basis.CONNECTION);
        UUID lead = lead(own, theirs);

        agree(SOCIAL, theirs, own, theirs, lead);

        assertThatThrownBy(() -> merge(SOCIAL, theirs, own, lead))
                .hasStackTraceContaining("only who holds the files");
        assertThatThrownBy(() -> merge(OUTSIDER, own, theirs, lead))
                .hasStackTraceContaining("only who holds the files");
        merge(OUTSIDER, theirs, own, lead);
        assertThat(
                        TRUTH.queryForObject(
                                "select merged_into from person where id = ?", UUID.class, own))
                .isEqualTo(theirs);
    }

    @Test
    void theSocialAndTheLabourSideNeverMakeTheirFilesOne() {
        UUID theirs = histories.person(new Random(24));
        UUID own = histories.heldBy(PISTOIA, "Rossini", "Ada");
        histories.grant(theirs, PISTOIA, Basis.CONNECTION);
        UUID lead = lead(own, theirs);
        agree(SOCIAL, theirs, own, theirs, lead);

        TRUTH.update("update organisation set kind = 'CPI' where id = ?", PISTOIA);
        try {
            assertThatThrownBy(() -> merge(OUTSIDER, theirs, own, lead))
                    .hasStackTraceContaining("only who holds the files");
        } finally {
            TRUTH.update("update organisation set kind = 'MUNICIPALITY' where id = ?", PISTOIA);
        }
        merge(OUTSIDER, theirs, own, lead);
    }

    @Test
    void aProtectedAddressIsNotLeftOpenByAMerge() {
        UUID hidden = histories.named("Nascosta", "Prova");
        UUID other = histories.named("Nascosti", "Prova");
        TRUTH.update(
                "insert into protected_address (id, person_id, address, recorded_at, operator_id) values (?, ?, 'Via X', now(), ?)",
                Ids.next(),
                hidden,
                SOCIAL.operatorId());
        TRUTH.update("update person_contact set address = 'Via X' where person_id = ?", other);

        assertThatThrownBy(() -> merge(SOCIAL, other, hidden, null))
                .hasStackTraceContaining("merge_of_addresses");
        TRUTH.update("update person_contact set address = null where person_id = ?", other);
        merge(SOCIAL, other, hidden, null);
    }

    @Test
    void whoHoldsNeitherFileAgreesToNothing() {
        UUID one = histories.person(new Random(22));
        UUID other = histories.person(new Random(23));
        histories.grant(one, PISTOIA, Basis.CONNECTION);
        histories.grant(other, PISTOIA, Basis.CONNECTION);

        assertThatThrownBy(() -> agree(OUTSIDER, one, other, one, null))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void itCannotBeUndoneTwiceNorAfterThirtyDays() {
        UUID one = histories.person(new Random(13));
        UUID other = histories.person(new Random(14));
        UUID merge = merge(SOCIAL, one, other, lead(one, other));
        TRUTH.update(
                "update person_merge set undo_until = now() - interval '1 second' where id = ?",
                merge);

        assertThatThrownBy(() -> undo(SOCIAL, merge))
                .hasStackTraceContaining("merge_undone_in_time");
        TRUTH.update(
                "update person_merge set undo_until = now() + interval '1 day' where id = ?",
                merge);
        undo(SOCIAL, merge);
        assertThatThrownBy(() -> undo(SOCIAL, merge))
                .hasStackTraceContaining("merge_undone_in_time");
    }

    @Test
    void whatWasWrittenMeanwhileGoesBackWithWhatItHangsOn() {
        UUID one = histories.withOpenFile(new Random(31));
        UUID other = histories.withOpenFile(new Random(32));
        UUID lead = lead(one, other);
        UUID absorbed =
                TRUTH.queryForObject(
                        "select person_id from case_file where id = ?", UUID.class, lead);
        UUID kept = absorbed.equals(one) ? other : one;
        UUID review = Ids.next();
        TRUTH.update(
                "insert into skills_review values (?, ?, now(), ?, ?)",
                review,
                absorbed,
                SOCIAL.operatorId(),
                PRATO);
        UUID merge = merge(SOCIAL, kept, absorbed, lead);
        TRUTH.update(
                "insert into skills_line (id, thing_id, review_id, person_id, kind, what, place, period, evidence, struck, at, operator_id, organisation_id)"
                        + " values (gen_random_uuid(), gen_random_uuid(), ?, ?, 'WORK', 'Cucire', '', '', '', false, now(), ?, ?)",
                review,
                kept,
                SOCIAL.operatorId(),
                PRATO);
        TRUTH.update(
                "insert into step (id, subject_id, person_id, feature, section, move, status, at, operator_id, organisation_id)"
                        + " values (gen_random_uuid(), ?, ?, 'casefile', 'IDENTITY', 'CLOSE', 'CLOSED', now(), ?, ?)",
                lead,
                kept,
                SOCIAL.operatorId(),
                PRATO);
        TRUTH.update(
                "update access_grant set valid_until = now() + interval '1 hour' where person_id = ? and basis = 'FILE' and ctid <> all (array(select ctid from access_grant where person_id = ? and basis = 'FILE' limit 1))",
                kept,
                kept);

        undo(SOCIAL, merge);

        assertThat(
                        TRUTH.queryForList(
                                "select person_id from skills_line where review_id = ? union select person_id from step where subject_id = ?",
                                UUID.class,
                                review,
                                lead))
                .containsExactly(absorbed);
        assertThat(
                        TRUTH.queryForList(
                                "select person_id from access_grant where person_id in (?, ?) and basis = 'FILE' and valid_until is null",
                                UUID.class,
                                one,
                                other))
                .as("who leads an open case holds its file")
                .containsExactlyInAnyOrder(one, other);
    }

    @Test
    void whatIsMergedIntoAnotherIsNotMergedAgain() {
        UUID one = histories.person(new Random(15));
        UUID other = histories.person(new Random(16));
        UUID third = histories.person(new Random(17));
        merge(SOCIAL, one, other, lead(one, other));

        assertThatThrownBy(() -> merge(SOCIAL, third, other, lead(third, other)))
                .hasStackTraceContaining("only who holds the files");
    }

    @Test
    void everyTableThatNamesAPersonFollowsThem() {
        List<String> lost =
                TRUTH.queryForList(
                        """
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'person_id'
                          and c.relname not in ('person_index', 'person_block', 'comparison_queue', 'duplicate_pair',
                              'person_merge', 'person_contact')
                          and not (has_column_privilege('percorsi_gate', c.oid, a.attnum, 'update')
                              and exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'gate_moves'))\
                        """,
                        String.class);

        assertThat(lost).isEmpty();
    }

    @Test
    void theAbsorbedNameStillFindsThePerson() {
        UUID one = histories.named("Zwolinska", "Halina");
        UUID other = histories.named("Brzeczyk", "Halina");

        merge(SOCIAL, one, other, null);

        assertThat(
                        as(
                                SOCIAL,
                                () ->
                                        APPLICATION.queryForList(
                                                "select person_id from find_people('{brzeczyk}', null, null, null)",
                                                UUID.class)))
                .containsExactly(one);
    }
}
