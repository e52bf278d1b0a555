package it.percorsi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Wall;
import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.pathway.Ids;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database itself says of a plan that is written, explained, signed and written anew. */
class PlanEditionWallTests {

    private static final Wall WALL = new Wall("plan_editions");
    private static final UUID PRATO = WALL.body("prato");
    private static final UUID LUCCA = WALL.body("lucca");
    private static final Actor DESK = WALL.actor(PRATO, Role.DESK);
    private static final Actor SOCIAL = WALL.actor(PRATO, Role.SOCIAL_WORKER);
    private static final Actor ELSEWHERE = WALL.actor(LUCCA, Role.SOCIAL_WORKER);

    static {
        WALL.owner.update(
                "insert into instrument values ('ORIENTATION', 'Orientamento', 'LABOUR')");
        WALL.owner.update(
                "insert into language values ('it', 'italiano', 'italiano', 'ltr'), ('sq', 'albanese', 'shqip', 'ltr'), ('ar', 'arabo', 'العربية', 'rtl')");
        WALL.owner.update("insert into funding_source values ('FAMI', 'FAMI')");
    }

    private UUID person;
    private final UUID plan = Ids.next();
    private final UUID objective = Ids.next();
    private final UUID support = Ids.next();

    @BeforeEach
    void aPlanInWriting() {
        person = WALL.person(DESK, "Piana");
        UUID file = Ids.next();
        WALL.does(
                DESK,
                "insert into case_file (id, person_id, organisation_id, status, opened_at, version) values (?, ?, ?, 'FIRST_LEVEL', now(), 0)",
                file,
                person,
                PRATO);
        WALL.does(
                SOCIAL,
                "insert into hour_budget (id, person_id, minutes) values (?, ?, 2160)",
                plan,
                person);
        WALL.does(
                SOCIAL,
                "insert into plan (id, person_id, case_file_id, budget_id, status, drawn_on, version) values (?, ?, ?, ?, 'DRAFT', '2026-01-01', 0)",
                plan,
                person,
                file,
                plan);
        WALL.does(
                SOCIAL,
                "insert into objective (id, plan_id, person_id, area, text, expected_result, ordinal, version) values (?, ?, ?, 'WORK', 'Lavorare', 'Un contratto', 1, 0)",
                objective,
                plan,
                person);
        give(support, 1);
    }

    private void give(UUID id, int from) {
        WALL.does(
                SOCIAL,
                "insert into support (id, objective_id, plan_id, person_id, instrument, minutes, organisation_id, funding_source, from_edition) values (?, ?, ?, ?, 'ORIENTATION', 600, ?, 'FAMI', ?)",
                id,
                objective,
                plan,
                person,
                PRATO,
                from);
    }

    private void explain() {
        WALL.does(
                SOCIAL,
                "update plan set status = 'PROPOSED', explained_on = '2026-01-02', explained_in = 'it' where id = ?",
                plan);
    }

    private void sign(int number) {
        WALL.as(
                SOCIAL,
                () -> {
                    keep(number, "plan_content('" + plan + "')");
                    WALL.application.update(
                            "update plan set status = 'ACTIVE', edition = ? where id = ?",
                            number,
                            plan);
                });
    }

    private void keep(int number, String content) {
        WALL.application.update(
                "insert into plan_edition select ?, ?, ?, ?, '2026-01-03', 'PAPER', 'Piana Arta', "
                        + content
                        + ", now(), ?",
                Ids.next(),
                plan,
                person,
                number,
                SOCIAL.operatorId());
    }

    private void hour(String at, UUID of) {
        WALL.does(
                SOCIAL,
                "insert into encounter (id, group_id, support_id, plan_id, person_id, on_day, starts, minutes, counted, operator_id, topic, recorded_at, status) values (?, ?, ?, ?, ?, '2026-02-02', ?::time, 60, 0, ?, 'x', now(), 'BOOKED')",
                Ids.next(),
                Ids.next(),
                of,
                plan,
                person,
                at,
                SOCIAL.operatorId());
    }

    private void refuses(String because, Runnable work) {
        assertThatThrownBy(work::run).hasStackTraceContaining(because);
    }

    @Test
    void nobodySignsWithoutLeavingWhatWasSigned() {
        explain();

        WALL.refuses(
                "plan_is_signed",
                SOCIAL,
                "update plan set status = 'ACTIVE', edition = 1 where id = ?",
                plan);
    }

    @Test
    void whatIsKeptIsWhatThePlanSays() {
        explain();

        refuses(
                "plan_is_signed",
                () ->
                        WALL.as(
                                SOCIAL,
                                () -> {
                                    keep(1, "'{}'::jsonb");
                                    WALL.application.update(
                                            "update plan set status = 'ACTIVE', edition = 1 where id = ?",
                                            plan);
                                }));
    }

    @Test
    void noEditionOfWhatNobodySigned() {
        refuses(
                "plan_edition_follows",
                () -> WALL.as(SOCIAL, () -> keep(1, "plan_content('" + plan + "')")));
    }

    @Test
    void whatWasSignedStaysAsItWasWhileThePlanIsWrittenAnew() {
        explain();
        sign(1);
        WALL.does(SOCIAL, "update plan set status = 'REVISED' where id = ?", plan);
        WALL.does(SOCIAL, "update objective set text = 'Studiare' where id = ?", objective);

        WALL.as(
                SOCIAL,
                () -> {
                    assertThat(
                                    WALL.application.queryForObject(
                                            "select content #>> '{objectives,0,text}' from plan_edition where plan_id = ?",
                                            String.class,
                                            plan))
                            .isEqualTo("Lavorare");
                    assertThat(
                                    WALL.application.queryForObject(
                                            "select in_force from plan where id = ?",
                                            Boolean.class,
                                            plan))
                            .isTrue();
                });
        refuses(
                "permission denied",
                () ->
                        WALL.does(
                                SOCIAL,
                                "update plan_edition set content = '{}' where plan_id = ?",
                                plan));
    }

    @Test
    void whatWasExplainedDoesNotChange() {
        explain();

        for (String change :
                new String[] {
                    "update objective set text = 'Altro' where id = '" + objective + "'",
                    "update objective set until_edition = 0 where id = '" + objective + "'",
                    "update support set minutes = 6000 where id = '" + support + "'",
                    "update plan set person_words = 'Altro' where id = '" + plan + "'",
                }) {
            WALL.refuses("plan_is_being_written", SOCIAL, change);
        }
        WALL.refuses(
                "plan_is_being_written",
                SOCIAL,
                "insert into commitment (id, objective_id, person_id, who, text) values (?, ?, ?, 'x', 'x')",
                Ids.next(),
                objective,
                person);
    }

    @Test
    void hoursAreGivenOnWhatWasSigned() {
        explain();
        sign(1);
        hour("10:00", support);
        WALL.does(SOCIAL, "update plan set status = 'REVISED' where id = ?", plan);
        UUID more = Ids.next();
        give(more, 2);
        hour("12:00", support);

        refuses("support_is_agreed", () -> hour("14:00", more));

        WALL.does(SOCIAL, "update support set until_edition = 1 where id = ?", support);
        hour("15:00", support);
        WALL.does(SOCIAL, "update plan set status = 'PROPOSED' where id = ?", plan);
        sign(2);
        hour("16:00", more);
        refuses("support_is_agreed", () -> hour("17:00", support));
    }

    @Test
    void neitherASignatureNorAReviewIsStillToCome() {
        explain();
        refuses(
                "plan_signed_ahead",
                () ->
                        WALL.does(
                                SOCIAL,
                                "insert into plan_edition select ?, ?, ?, 1, current_date + 2, 'PAPER', 'x', plan_content(?), now(), ?",
                                Ids.next(),
                                plan,
                                person,
                                plan,
                                SOCIAL.operatorId()));
        WALL.refuses(
                "plan_reviewed_ahead",
                SOCIAL,
                "insert into plan_review values (?, ?, ?, current_date + 2, 'x', '', 'TO_END', null, now(), ?, ?)",
                Ids.next(),
                plan,
                person,
                SOCIAL.operatorId(),
                PRATO);
    }

    @Test
    void whoDoesNotSeeThePersonSeesNoEditionAndNoReview() {
        translate("TEXT", "sq");
        explain();
        sign(1);
        scan(1);
        WALL.does(
                SOCIAL,
                "insert into plan_review values (?, ?, ?, '2026-01-04', 'x', '', 'TO_END', null, now(), ?, ?)",
                Ids.next(),
                plan,
                person,
                SOCIAL.operatorId(),
                PRATO);

        for (String table :
                new String[] {"plan_edition", "plan_review", "plan_scan", "plan_translation"}) {
            String seen = "select count(*) from " + table + " where plan_id = ?";
            WALL.as(
                    ELSEWHERE,
                    () ->
                            assertThat(WALL.application.queryForObject(seen, Integer.class, plan))
                                    .isZero());
            WALL.as(
                    SOCIAL,
                    () ->
                            assertThat(WALL.application.queryForObject(seen, Integer.class, plan))
                                    .isOne());
        }
    }

    private void scan(int number) {
        WALL.does(
                SOCIAL,
                "insert into plan_scan values (?, ?, ?, 'PDF', 5, '\\x255044462d', now(), ?)",
                plan,
                number,
                person,
                SOCIAL.operatorId());
    }

    private int unscan() {
        int[] gone = new int[1];
        WALL.as(
                SOCIAL,
                () ->
                        gone[0] =
                                WALL.application.update(
                                        "delete from plan_scan where plan_id = ?", plan));
        return gone[0];
    }

    @Test
    void aScanIsReplacedOnlyWhileThePlanStandsAsItWasSigned() {
        explain();
        sign(1);
        scan(1);
        assertThat(unscan()).isOne();
        scan(1);

        WALL.does(SOCIAL, "update plan set status = 'REVISED' where id = ?", plan);

        assertThat(unscan()).isZero();
        refuses("plan_scan_pkey", () -> scan(1));
        refuses("scan_of_paper", () -> scan(2));
        refuses(
                "scan_is_what_it_says",
                () ->
                        WALL.does(
                                SOCIAL,
                                "insert into plan_scan values (?, 1, ?, 'PNG', 5, '\\x255044462d', now(), ?)",
                                plan,
                                person,
                                SOCIAL.operatorId()));
    }

    private void translate(String part, String language) {
        WALL.does(
                SOCIAL,
                "insert into plan_translation values (?, ?, ?, ?, ?, 'Lavorare', 'Të punosh', 'Lin Hu', '2026-01-01', now(), ?)",
                plan,
                person,
                objective,
                part,
                language,
                SOCIAL.operatorId());
    }

    @Test
    void aTranslationIsOfWhatThePlanSaysUntilItIsSigned() {
        translate("TEXT", "sq");
        explain();
        translate("TEXT", "ar");
        refuses("translation_of_what_it_says", () -> translate("COMMITMENT", "sq"));
        refuses("translated_from_italian", () -> translate("TEXT", "it"));

        sign(1);

        refuses("plan_is_translated", () -> translate("RESULT", "sq"));
        refuses(
                "plan_is_translated",
                () ->
                        WALL.does(
                                SOCIAL,
                                "delete from plan_translation where plan_id = ? and language = 'sq'",
                                plan));
        WALL.as(
                SOCIAL,
                () ->
                        assertThat(
                                        WALL.application.queryForObject(
                                                "select jsonb_array_length(content -> 'translations') from plan_edition where plan_id = ?",
                                                Integer.class,
                                                plan))
                                .isEqualTo(2));
    }
}
