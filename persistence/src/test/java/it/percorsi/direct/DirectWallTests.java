package it.percorsi.direct;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Wall;
import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.pathway.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the database refuses by itself of a person sent to a service. */
class DirectWallTests {

    private static final Wall WALL = new Wall("direct_wall");
    private static final UUID PRATO = WALL.body("prato");
    private static final UUID SCHOOL = WALL.body("cpia");
    private static final Actor DESK = WALL.actor(PRATO, Role.DESK);
    private static final Actor TEACHER = WALL.actor(SCHOOL, Role.DESK);
    private static final Actor OUTSIDER = WALL.actor(WALL.body("lucca"), Role.DESK);
    private static UUID arta;

    @BeforeAll
    static void somebodyInPrato() {
        WALL.owner.update("insert into language values ('it', 'italiano', 'italiano', 'ltr')");
        arta = WALL.person(DESK, "Hoxha");
    }

    private static final String INSERT =
            """
            insert into direct_referral (id, person_id, person_name, language, organisation_id, operator_id, receiver_id,
                receiver_name, service, asked, status, sent_at, due_on, version, answer_by, reason, needs, legal_basis)
            values (?, ?, 'Hoxha Arta', 'it', ?, ?, ?, ?, 'ITALIAN_COURSE', 'Corso A2', 'SENT', now(), '2040-01-01', 0,
                current_date + 15, 'Vuole lavorare', '{LANGUAGE}', 'PUBLIC_TASK')\
            """;

    private static UUID sent(@Nullable UUID receiver, @Nullable String name) {
        return sent(INSERT, receiver, name);
    }

    private static UUID late(@Nullable UUID receiver, @Nullable String name) {
        return sent(INSERT.replace("current_date + 15", "current_date - 1"), receiver, name);
    }

    private static UUID sent(String insert, @Nullable UUID receiver, @Nullable String name) {
        UUID id = Ids.next();
        WALL.does(DESK, insert, id, arta, PRATO, DESK.operatorId(), receiver, name);
        if (receiver != null) {
            WALL.does(
                    DESK,
                    """
                    insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, subject_id,
                        valid_from, given_by, given_by_organisation_id)
                    select ?, ?, ?, 'APPOINTMENT', string_to_array('DESK SOCIAL_WORKER CPI_OPERATOR SPECIALIST MEDIATOR', ' '),
                        array['AGENDA'], 'direct.sent', ?, now(), ?, ?\
                    """,
                    Ids.next(),
                    arta,
                    receiver,
                    id,
                    DESK.operatorId(),
                    PRATO);
        }
        return id;
    }

    private static int seen(Actor viewer, UUID id) {
        int[] rows = new int[1];
        WALL.as(
                viewer,
                () ->
                        rows[0] =
                                WALL.application.queryForObject(
                                        "select count(*) from direct_referral where id = ?",
                                        Integer.class,
                                        id));
        return rows[0];
    }

    @Test
    void theServiceSeesWhatItWasSentAndNothingElseOfThePerson() {
        UUID sent = sent(SCHOOL, null);
        UUID elsewhere = sent(null, "Caritas");

        assertThat(seen(DESK, sent)).isOne();
        assertThat(seen(TEACHER, sent)).isOne();
        assertThat(seen(OUTSIDER, sent)).isZero();
        assertThat(seen(TEACHER, elsewhere)).isZero();
        WALL.as(
                TEACHER,
                () ->
                        assertThat(
                                        WALL.application.queryForObject(
                                                "select count(*) from person", Integer.class))
                                .isZero());
    }

    @Test
    void nobodyIsSentInAnothersNameNorToTwo() {
        WALL.refuses(
                "row-level security",
                OUTSIDER,
                INSERT,
                Ids.next(),
                arta,
                PRATO,
                OUTSIDER.operatorId(),
                SCHOOL,
                null);
        WALL.refuses(
                "row-level security",
                DESK,
                INSERT,
                Ids.next(),
                arta,
                SCHOOL,
                DESK.operatorId(),
                null,
                "Caritas");
        WALL.refuses(
                "violates check constraint",
                DESK,
                INSERT,
                Ids.next(),
                arta,
                PRATO,
                DESK.operatorId(),
                SCHOOL,
                "Caritas");
        WALL.refuses(
                "sent_to_another",
                DESK,
                INSERT,
                Ids.next(),
                arta,
                PRATO,
                DESK.operatorId(),
                PRATO,
                null);
    }

    @Test
    void whoeverWasAskedAnswersAndWhoeverAskedWithdraws() {
        UUID sent = sent(SCHOOL, null);

        WALL.refuses(
                "whoever was asked answers",
                DESK,
                "update direct_referral set status = 'TAKEN_UP' where id = ?",
                sent);
        WALL.refuses(
                "whoever was asked answers",
                TEACHER,
                "update direct_referral set status = 'WITHDRAWN', due_on = null where id = ?",
                sent);
        WALL.does(TEACHER, "update direct_referral set status = 'TAKEN_UP' where id = ?", sent);
        WALL.refuses(
                "direct_moves",
                TEACHER,
                "update direct_referral set status = 'CONCLUDED', due_on = null where id = ?",
                sent);
    }

    @Test
    void whoeverWasAskedAsksAndWhoeverAskedAnswersThatWhileTheClockStandsStill() {
        UUID sent = sent(SCHOOL, null);

        WALL.refuses(
                "direct_paused_while_asked",
                TEACHER,
                "update direct_referral set status = 'INTEGRATION_REQUESTED' where id = ?",
                sent);
        WALL.does(
                TEACHER,
                "update direct_referral set status = 'INTEGRATION_REQUESTED', paused_at = now() - interval '3 days' where id = ?",
                sent);
        WALL.refuses(
                "direct_moves",
                DESK,
                "update direct_referral set status = 'SENT', paused_at = null, answer_by = answer_by + 4 where id = ?",
                sent);
        WALL.refuses(
                "whoever was asked answers",
                TEACHER,
                "update direct_referral set status = 'SENT', paused_at = null where id = ?",
                sent);
        WALL.does(
                DESK,
                "update direct_referral set status = 'SENT', paused_at = null, answer_by = answer_by + 3 where id = ?",
                sent);
    }

    @Test
    void theDayToAnswerMovesWithAMoveOnly() {
        UUID sent = sent(SCHOOL, null);

        WALL.refuses(
                "direct_moves",
                TEACHER,
                "update direct_referral set answer_by = answer_by + 30 where id = ?",
                sent);
        WALL.refuses(
                "direct_moves",
                TEACHER,
                "update direct_referral set status = 'WAITLISTED', answer_by = answer_by + 30 where id = ?",
                sent);
        WALL.refuses(
                "direct_moves",
                TEACHER,
                "update direct_referral set status = 'DEFERRED', answer_by = current_date + 500 where id = ?",
                sent);
        WALL.does(
                TEACHER,
                "update direct_referral set status = 'DEFERRED', answer_by = current_date + 40 where id = ?",
                sent);
        WALL.does(TEACHER, "update direct_referral set status = 'WAITLISTED' where id = ?", sent);
    }

    @Test
    void onlyTheClockLetsItGoAndOnlyWhoAnswersHere() {
        UUID late = late(SCHOOL, null);
        UUID elsewhere = late(null, "Caritas");
        UUID early = sent(SCHOOL, null);

        WALL.refuses(
                "only the clock",
                TEACHER,
                "update direct_referral set status = 'EXPIRED', due_on = null where id = ?",
                late);
        WALL.as(
                OUTSIDER,
                () -> WALL.application.queryForObject("select expire_directs()", Integer.class));

        assertThat(statusOf(late)).isEqualTo("EXPIRED");
        assertThat(statusOf(elsewhere)).isEqualTo("SENT");
        assertThat(statusOf(early)).isEqualTo("SENT");
        assertThat(seen(TEACHER, late)).isOne();
    }

    private static String statusOf(UUID id) {
        String[] status = new String[1];
        WALL.as(
                DESK,
                () ->
                        status[0] =
                                WALL.application.queryForObject(
                                        "select status from direct_referral where id = ?",
                                        String.class,
                                        id));
        return status[0];
    }

    @Test
    void whatIsSentSaysWhyAndFollowsOnlyWhatCameToNothing() {
        UUID sent = sent(SCHOOL, null);
        String following = INSERT.replace("legal_basis)", "legal_basis, follows_id)");
        following = following.replace("'PUBLIC_TASK')", "'PUBLIC_TASK', '" + sent + "')");

        WALL.refuses(
                "direct_follows",
                DESK,
                following,
                Ids.next(),
                arta,
                PRATO,
                DESK.operatorId(),
                SCHOOL,
                null);
        WALL.does(
                DESK,
                "update direct_referral set status = 'WITHDRAWN', due_on = null where id = ?",
                sent);
        WALL.does(DESK, following, Ids.next(), arta, PRATO, DESK.operatorId(), SCHOOL, null);
        WALL.refuses(
                "direct_sent_again_once",
                DESK,
                following,
                Ids.next(),
                arta,
                PRATO,
                DESK.operatorId(),
                SCHOOL,
                null);
        WALL.refuses(
                "row-level security",
                DESK,
                INSERT.replace("'Vuole lavorare', '{LANGUAGE}', 'PUBLIC_TASK'", "null, null, null"),
                Ids.next(),
                arta,
                PRATO,
                DESK.operatorId(),
                SCHOOL,
                null);
    }

    @Test
    void whileItIsOpenThereIsADayToAskAgain() {
        UUID sent = sent(null, "Caritas");

        WALL.refuses(
                "violates check constraint",
                DESK,
                "update direct_referral set due_on = null where id = ?",
                sent);
        WALL.refuses(
                "violates check constraint",
                DESK,
                "update direct_referral set status = 'TURNED_AWAY' where id = ?",
                sent);
        WALL.refuses("permission denied", DESK, "update direct_referral set asked = 'x'");
        WALL.refuses("permission denied", DESK, "delete from direct_referral");
    }
}
