package it.percorsi.referral;

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
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database refuses by itself of panels, conflicts of interest and votes. */
class PanelWallTests {

    private static final String DATABASE = "panel_wall";
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
    private static final Actor SECRETARY = actor(PRATO, Role.PANEL_SECRETARY);
    private static final Actor MEMBER = actor(PRATO, Role.PANEL_MEMBER);
    private static final Actor ELSEWHERE = actor(LUCCA, Role.PANEL_SECRETARY);
    private static final Actor SOCIAL = actor(PRATO, Role.SOCIAL_WORKER);
    private static ContextKey key;

    private UUID panel;
    private UUID ada;
    private UUID ugo;
    private UUID pia;
    private UUID sitting;
    private UUID referral;

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
        OWNER.update("insert into funding_source values ('FUND', 'x')");
        for (Actor actor : List.of(SECRETARY, MEMBER, ELSEWHERE, SOCIAL)) {
            OWNER.update(
                    "insert into operator values (?, ?, 'Ada Neri', true, false, 0)",
                    actor.operatorId(),
                    actor.operatorId().toString());
        }
    }

    /** A panel of three where two are present, and a case on the agenda of its open sitting. */
    @BeforeEach
    void anOpenSitting() {
        panel = Ids.next();
        sitting = Ids.next();
        referral = Ids.next();
        UUID person = Ids.next();
        TRUTH.update(
                "insert into panel (id, organisation_id, name, kind, votes) values (?, ?, ?, 'COMMISSION', true)",
                panel,
                PRATO,
                "Commissione " + panel);
        TRUTH.update("insert into panel_quorum values (?, '2020-01-01', 1)", panel);
        ada = member(MEMBER.operatorId(), "2020-01-01", null);
        ugo = member(null, "2020-01-01", null);
        pia = member(null, "2020-01-01", "2021-01-01");
        TRUTH.update(
                "insert into sitting (id, panel_id, planned_for, place, status, opened_at, version) values (?, ?, now(), 'x', 'OPEN', now(), 0)",
                sitting,
                panel);
        TRUTH.update(
                "insert into attendance values (?, ?, ?), (?, ?, ?)",
                sitting,
                panel,
                ada,
                sitting,
                panel,
                ugo);
        TRUTH.update(
                "insert into person (id, family_name, given_name, born_on, born_precision, language, search_name, name_key, registered_at, version) values (?, 'Hoxha', 'Arta', '1990-03-15', 'DAY', 'it', 'hoxha arta', 'arta hoxha', now(), 0)",
                person);
        TRUTH.update(
                """
                insert into referral (id, person_id, panel_id, organisation_id, referrer_id, needs, reason, legal_basis, status,
                    submitted_at, answer_by, sitting_id, version)
                values (?, ?, ?, ?, ?, '{WORK}', 'x', 'x', 'SCHEDULED', now(), '2090-01-01', ?, 0)\
                """,
                referral,
                person,
                panel,
                PRATO,
                SOCIAL.operatorId(),
                sitting);
        TRUTH.update(
                """
                insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id, valid_from,
                    given_by, given_by_organisation_id)
                values (?, ?, ?, 'REFERRAL', ?, ?, 'test', ?, now(), ?, ?)\
                """,
                Ids.next(),
                person,
                PRATO,
                Basis.REFERRAL.roles().stream().map(Enum::name).toArray(String[]::new),
                Basis.REFERRAL.sections().stream().map(Enum::name).toArray(String[]::new),
                referral,
                SOCIAL.operatorId(),
                PRATO);
    }

    private UUID member(UUID operator, String from, String until) {
        UUID member = Ids.next();
        TRUTH.update(
                "insert into panel_member (id, panel_id, operator_id, name, body, seat, valid_from, valid_until) values (?, ?, ?, 'Ada', 'Comune', 'MEMBER', ?::date, ?::date)",
                member,
                panel,
                operator,
                from,
                until);
        return member;
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

    private static void refused(String why, Actor by, String sql, Object... values) {
        assertThatThrownBy(() -> as(by, () -> APPLICATION.update(sql, values)))
                .hasStackTraceContaining(why);
    }

    private static int seen(Actor by, String table) {
        int[] rows = new int[1];
        as(
                by,
                () ->
                        rows[0] =
                                APPLICATION.queryForObject(
                                        "select count(*) from " + table, Integer.class));
        return rows[0];
    }

    private void recuse(Actor by, UUID member) {
        as(
                by,
                () ->
                        APPLICATION.update(
                                "insert into recusal values (?, ?, ?, now(), ?)",
                                referral,
                                panel,
                                member,
                                by.operatorId()));
    }

    private void vote(Actor by, UUID member) {
        as(
                by,
                () ->
                        APPLICATION.update(
                                "insert into vote values (?, ?, ?, ?, 'FAVOUR')",
                                sitting,
                                referral,
                                panel,
                                member));
    }

    private void decide() {
        TRUTH.update(
                "update referral set status = 'ACCEPTED', decided_at = now(), decision_reason = 'x' where id = ?",
                referral);
    }

    @Test
    void onlyTheSecretaryOfItsBodySaysWhoSits() {
        String appoint =
                "insert into panel_member (id, panel_id, name, body, seat, valid_from) values (?, ?, 'X', 'X', 'MEMBER', '2020-01-01')";
        refused("row-level security", ELSEWHERE, appoint, Ids.next(), panel);
        refused("row-level security", MEMBER, appoint, Ids.next(), panel);
        as(SECRETARY, () -> APPLICATION.update(appoint, Ids.next(), panel));
        refused(
                "permission denied",
                SECRETARY,
                "update panel_member set name = 'Altra' where id = ?",
                ada);
        refused("permission denied", SECRETARY, "delete from panel_member where id = ?", ada);
    }

    @Test
    void nobodyIsPresentWhoIsNotAMemberThatDay() {
        refused(
                "present_in_force",
                SECRETARY,
                "insert into attendance values (?, ?, ?)",
                sitting,
                panel,
                pia);
        refused(
                "member_was_present",
                SECRETARY,
                "update panel_member set valid_until = current_date - 10 where id = ?",
                ada);
    }

    @Test
    void theQuorumChangesOnlyFromAfterTheLastSitting() {
        String need = "insert into panel_quorum values (?, current_date + ?, 3)";
        refused("quorum_not_behind", SECRETARY, need, panel, -3);
        refused("row-level security", ELSEWHERE, need, panel, 3);
        as(SECRETARY, () -> APPLICATION.update(need, panel, 3));
        refused(
                "permission denied",
                SECRETARY,
                "update panel_quorum set members = 1 where panel_id = ?",
                panel);
    }

    @Test
    void aMemberSpeaksForThemselvesOnlyAndThenReadsTheCaseNoMore() {
        assertThat(seen(MEMBER, "referral")).isPositive();
        int before = seen(MEMBER, "referral");
        assertThatThrownBy(() -> recuse(MEMBER, ugo)).hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> recuse(ELSEWHERE, ugo))
                .hasStackTraceContaining("row-level security");
        recuse(MEMBER, ada);

        assertThat(seen(MEMBER, "referral")).isEqualTo(before - 1);
        assertThat(seen(ELSEWHERE, "recusal")).isZero();
        as(
                MEMBER,
                () ->
                        assertThat(
                                        APPLICATION.update(
                                                "delete from recusal where referral_id = ?",
                                                referral))
                                .isZero());
        as(
                SECRETARY,
                () ->
                        assertThat(
                                        APPLICATION.update(
                                                "delete from recusal where referral_id = ?",
                                                referral))
                                .isOne());
    }

    @Test
    void aConflictIsDeclaredBeforeTheDecision() {
        decide();

        assertThatThrownBy(() -> recuse(SECRETARY, ugo))
                .hasStackTraceContaining("recused_before_deciding");
    }

    @Test
    void whoHasAConflictDoesNotCountInThatCase() {
        TRUTH.update("delete from attendance where member_id = ?", ugo);
        recuse(SECRETARY, ada);

        assertThatThrownBy(this::decide).hasStackTraceContaining("no open sitting with quorum");
        as(SECRETARY, () -> APPLICATION.update("delete from recusal"));
        decide();
    }

    @Test
    void eachVotesOnceIfPresentAndWithoutAConflict() {
        recuse(SECRETARY, ugo);
        assertThatThrownBy(() -> vote(SECRETARY, ugo))
                .hasStackTraceContaining("vote_of_who_takes_part");
        assertThatThrownBy(() -> vote(SECRETARY, pia))
                .hasStackTraceContaining("vote_of_the_present");
        assertThatThrownBy(() -> vote(MEMBER, ada)).hasStackTraceContaining("row-level security");
        vote(SECRETARY, ada);
        assertThatThrownBy(() -> vote(SECRETARY, ada)).hasStackTraceContaining("one_vote_each");
        refused("permission denied", SECRETARY, "update vote set ballot = 'AGAINST'");
        assertThat(seen(ELSEWHERE, "vote")).isZero();
        assertThat(seen(SOCIAL, "vote")).isZero();
    }

    @Test
    void nobodyVotesAfterTheDecisionOrWhereThePanelDoesNotVote() {
        TRUTH.update("update panel set votes = false where id = ?", panel);
        assertThatThrownBy(() -> vote(SECRETARY, ada))
                .hasStackTraceContaining("vote_of_who_takes_part");
        TRUTH.update("update panel set votes = true where id = ?", panel);
        decide();

        assertThatThrownBy(() -> vote(SECRETARY, ada))
                .hasStackTraceContaining("vote_of_who_takes_part");
    }

    private void closed() {
        TRUTH.update(
                "insert into minute (sitting_id, ordinal, person_id, person, decision, reason) select ?, 1, person_id, 'x', decision, 'x' from referral where id = ?",
                sitting,
                referral);
        TRUTH.update(
                "update sitting set status = 'CLOSED', closed_at = now(), minutes_number = 1 where id = ?",
                sitting);
    }

    @Test
    void aDecisionIsTakenBackWithItsVotesWhileItsSittingIsOpen() {
        String back =
                "update referral set status = 'SCHEDULED', decided_at = null, decision_reason = null where id = ?";
        vote(SECRETARY, ada);
        decide();
        refused(
                "vote_of_a_decision",
                SECRETARY,
                "delete from vote where referral_id = ?",
                referral);
        refused("decision_taken_back", SECRETARY, back.replace("SCHEDULED", "WITHDRAWN"), referral);
        as(
                SECRETARY,
                () -> {
                    assertThat(APPLICATION.update(back, referral)).isOne();
                    assertThat(
                                    APPLICATION.update(
                                            "delete from vote where referral_id = ?", referral))
                            .isOne();
                });

        decide();
        closed();
        refused("decision_taken_back", SECRETARY, back, referral);
    }

    @Test
    void whoComesAndGoesIsWrittenWhileTheSittingIsOpenAndCountsNoMore() {
        String leave = "update attendance set left_at = now() where member_id = ?";
        as(MEMBER, () -> assertThat(APPLICATION.update(leave, ugo)).isZero());
        as(SECRETARY, () -> assertThat(APPLICATION.update(leave, ugo)).isOne());
        assertThatThrownBy(() -> vote(SECRETARY, ugo))
                .hasStackTraceContaining("vote_of_who_takes_part");
        as(SECRETARY, () -> APPLICATION.update(leave, ada));
        assertThatThrownBy(this::decide).hasStackTraceContaining("no open sitting with quorum");
        as(
                SECRETARY,
                () ->
                        APPLICATION.update(
                                "update attendance set left_at = null where member_id = ?", ada));
        decide();
        closed();

        refused("presence_while_open", SECRETARY, leave, ada);
        UUID late = member(null, "2020-01-01", null);
        refused(
                "presence_while_open",
                SECRETARY,
                "insert into attendance (sitting_id, panel_id, member_id, arrived_at) values (?, ?, ?, now())",
                sitting,
                panel,
                late);
    }

    @Test
    void onlyWhoIsAcceptedIsGivenHours() {
        assertThatThrownBy(() ->
                        TRUTH.update(
                                "update referral set status = 'REJECTED', decided_at = now(), decision_reason = 'x', decided_hours = 10 where id = ?",
                                referral))
                .hasStackTraceContaining("resources_of_the_accepted");
    }

    @Test
    void aPanelIsSetUpByWhoCoordinatesItsProgramme() {
        refused(
                "row-level security",
                SECRETARY,
                "insert into panel (id, organisation_id, name, kind, votes) values (?, ?, 'X', 'COMMISSION', false)",
                Ids.next(),
                PRATO);
        refused(
                "row-level security",
                actor(PRATO, Role.COORDINATOR),
                "insert into panel (id, organisation_id, name, kind, votes) values (?, ?, 'X', 'COMMISSION', false)",
                Ids.next(),
                PRATO);
    }

    @Test
    void theNumbersOfAPanelAreForThoseWhoSitInItOnly() {
        UUID programme = Ids.next();
        TRUTH.update(
                "insert into programme (id, code, name, fund, runs_from, runs_until, zone) values (?, ?, 'x', 'FUND', '2018-01-01', '2030-01-01', 'x')",
                programme,
                "P" + programme);
        TRUTH.update(
                "insert into programme_body (programme_id, organisation_id, role, target, enrols, ordinal) values (?, ?, 'PARTNER', 200, true, 1)",
                programme,
                PRATO);
        TRUTH.update("update panel set programme_id = ? where id = ?", programme, panel);
        TRUTH.update(
                "update referral set status = 'WAITLISTED', decided_at = now(), decision_reason = 'x' where id = ?",
                referral);

        assertThat(seen(SECRETARY, "panel_places('" + panel + "')")).isOne();
        assertThat(seen(MEMBER, "panel_waits('" + panel + "') w where w.waiting = 1")).isOne();
        for (Actor other : List.of(ELSEWHERE, SOCIAL)) {
            assertThat(seen(other, "panel_places('" + panel + "')")).isZero();
            assertThat(seen(other, "panel_waits('" + panel + "')")).isZero();
        }
    }

    /** What the actor would have to wait for: whoever waits gives up at once. */
    private static void waits(Actor by, String sql, Object... values) {
        assertThatThrownBy(() ->
                        as(
                                by,
                                () -> {
                                    APPLICATION.execute("set local lock_timeout = '100ms'");
                                    APPLICATION.update(sql, values);
                                }))
                .hasStackTraceContaining("lock timeout");
    }

    /** While somebody else has done this and has not finished. */
    private static void meanwhile(Actor other, Runnable first, Runnable then) {
        as(
                other,
                () -> {
                    first.run();
                    Thread alongside = new Thread(then);
                    AtomicReference<Throwable> fault = new AtomicReference<>();
                    alongside.setUncaughtExceptionHandler((thread, thrown) -> fault.set(thrown));
                    alongside.start();
                    try {
                        alongside.join();
                    } catch (InterruptedException interrupted) {
                        throw new IllegalStateException(interrupted);
                    }
                    assertThat(fault.get()).isNull();
                });
    }

    @Test
    void aConflictAndADecisionWaitForEachOther() {
        String recuse = "insert into recusal values (?, ?, ?, now(), ?)";
        String decide =
                "update referral set status = 'ACCEPTED', decided_at = now(), decision_reason = 'x' where id = ?";
        meanwhile(
                MEMBER,
                () -> APPLICATION.update(recuse, referral, panel, ada, MEMBER.operatorId()),
                () -> waits(SECRETARY, decide, referral));
        meanwhile(
                SECRETARY,
                () -> APPLICATION.update(decide, referral),
                () -> waits(SECRETARY, recuse, referral, panel, ugo, SECRETARY.operatorId()));
    }

    @Test
    void nothingIsDecidedByTheVoteOfWhoDeclaredAConflictAfterwards() {
        vote(SECRETARY, ada);
        recuse(MEMBER, ada);

        assertThatThrownBy(this::decide).hasStackTraceContaining("vote_of_who_takes_part");
    }

    private UUID nextSitting() {
        UUID next = Ids.next();
        TRUTH.update(
                "insert into sitting (id, panel_id, planned_for, place, status, version) values (?, ?, now(), 'x', 'PLANNED', 0)",
                next,
                panel);
        return next;
    }

    @Test
    void aCaseIsPutOnlyBeforeASittingThatNobodyOpensMeanwhile() {
        String schedule = "update referral set status = 'SCHEDULED', sitting_id = ? where id = ?";
        UUID next = nextSitting();
        UUID over = nextSitting();
        TRUTH.update("update sitting set status = 'OPEN', opened_at = now() where id = ?", over);
        TRUTH.update("update referral set status = 'UNDER_REVIEW' where id = ?", referral);

        refused("scheduled_ahead", SECRETARY, schedule, over, referral);
        meanwhile(
                SECRETARY,
                () ->
                        APPLICATION.update(
                                "update sitting set status = 'OPEN', opened_at = now() where id = ?",
                                next),
                () -> waits(SECRETARY, schedule, next, referral));
    }

    private static final String CLOSE =
            "update sitting set status = 'CLOSED', closed_at = now(), minutes_number = 1 where id = ?";

    private void minuted(String decision) {
        TRUTH.update(
                "insert into minute (sitting_id, ordinal, person_id, person, decision, reason) select ?, 1, person_id, 'Hoxha Arta', ?, 'x' from referral where id = ?",
                sitting,
                decision,
                referral);
    }

    @Test
    void aSittingIsNotClosedOverACaseThatWaits() {
        refused("sitting_leaves_its_minutes", SECRETARY, CLOSE, sitting);
    }

    @Test
    void theMinutesSayWhatWasDecidedAlsoOfACaseThatIsWithdrawnThen() {
        decide();
        TRUTH.update("update referral set status = 'WITHDRAWN' where id = ?", referral);

        refused("sitting_leaves_its_minutes", SECRETARY, CLOSE, sitting);
        minuted("WITHDRAWN");
        refused("sitting_leaves_its_minutes", SECRETARY, CLOSE, sitting);
        TRUTH.update("update minute set decision = 'ACCEPTED' where sitting_id = ?", sitting);
        as(SECRETARY, () -> assertThat(APPLICATION.update(CLOSE, sitting)).isOne());
    }

    @Test
    void aDecisionIsNotSaidToBeOfAnotherSitting() {
        decide();
        as(
                SECRETARY,
                () ->
                        APPLICATION.update(
                                "update referral set decision = 'REJECTED', decided_in = ? where id = ?",
                                nextSitting(),
                                referral));

        assertThat(
                        TRUTH.queryForMap(
                                "select decision, decided_in from referral where id = ?", referral))
                .containsEntry("decision", "ACCEPTED")
                .containsEntry("decided_in", sitting);
    }
}
