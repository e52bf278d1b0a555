package it.percorsi.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who answers for how much, and passing it on when somebody goes. */
class CaseloadTests extends TeamCase {

    private static final String BOARD = "/cases/caseload";

    private UUID leaving;
    private Client leaver;

    @BeforeEach
    void somebodyGoes() {
        leaving = operator("sociale2.prato");
        leaver = as("sociale2.prato");
    }

    private UUID theirs(String familyName, String phone) {
        UUID theCase = aCase(familyName, phone);
        post(
                leaver,
                theCase,
                "/care",
                Map.of("manager", leaving.toString(), "decision", "Serve un lavoro comune"));
        return theCase;
    }

    private static UUID manager(UUID theCase) {
        return id("select case_manager_id from case_file where id = ?", theCase);
    }

    private Client.Page entrust(Map<String, String> seal, List<UUID> cases, String why) {
        String body =
                Stream.concat(
                                seal.entrySet().stream()
                                        .map(e -> e.getKey() + "=" + Client.encode(e.getValue())),
                                cases.stream()
                                        .map(id ->
                                                "cases=%s&receivers=%s"
                                                        .formatted(id, operator("sociale.prato"))))
                        .collect(Collectors.joining("&"));
        return social.sendBody(BOARD + "/" + leaving, body + "&note=" + Client.encode(why));
    }

    @Test
    void aWholeCaseloadIsEntrustedInOnePageAndTheTasksGoWithIt() {
        UUID one = theirs("Affidata", "333 000 9421");
        UUID two = theirs("Consegnata", "333 000 9422");
        String tasks = "/people/" + personOf(one) + "/tasks";
        leaver.post(tasks, tasks, Map.of("tasks", "io: visita a casa da fare entro domani"));
        assertThat(social.get(BOARD).body()).contains("Martina Risaliti").contains("in tutto");
        String page = BOARD + "/" + leaving;
        assertThat(social.get(page).body()).contains("Affidata Prova").contains("Consegnata Prova");

        Client.Page done = entrust(social.seal(page, page), List.of(one, two), "Va in pensione");

        assertThat(done.body()).contains("Casi affidati ad altri: 2.");
        assertThat(List.of(manager(one), manager(two))).containsOnly(operator("sociale.prato"));
        assertThat(
                        count(
                                "team_member where case_file_id = ? and operator_id = ? and until is null",
                                one,
                                leaving))
                .isZero();
        assertThat(
                        id(
                                "select owner_id from task where person_id = ? and what = 'visita a casa da fare'",
                                personOf(one)))
                .isEqualTo(operator("sociale.prato"));
        assertThat(social.get("/cases/" + one).body())
                .contains("Chi ne ha fatto parte", "Martina Risaliti, Comune di Prato: dal ");
        assertThat(social.get("/people/" + personOf(one) + "/diary").body())
                .contains("Nuovo referente")
                .contains("Va in pensione");
    }

    @Test
    void ifOneCaseCannotBeEntrustedNoneIsAndItsRowSaysWhy() {
        UUID one = theirs("Rimasta", "333 000 9423");
        UUID two = theirs("Contesa", "333 000 9424");
        String page = BOARD + "/" + leaving;
        Map<String, String> seal = social.seal(page, page);
        UUID other = operator("sociale.pistoia");
        TRUTH.update("update case_file set case_manager_id = ? where id = ?", other, two);

        Client.Page refused = entrust(seal, List.of(one, two), "Va in pensione");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Niente è stato registrato");
        assertThat(manager(one)).isEqualTo(leaving);
        assertThat(manager(two)).isEqualTo(other);
        assertThat(entrust(social.seal(page, page), List.of(one), " ").status()).isEqualTo(422);
        assertThat(manager(one)).isEqualTo(leaving);
    }

    @Test
    void whoWasAcceptedAndWaitsForAManagerIsSaid() {
        UUID waiting = aCase("Attesa", "333 000 9425");
        TRUTH.update(
                """
                insert into referral
                select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'person_id', ?::uuid,
                    'follows_id', null))).* from referral r where r.status = 'ACCEPTED' limit 1\
                """,
                personOf(waiting));

        assertThat(social.get(BOARD).body()).contains("/cases/" + waiting + "/care");
        post(social, waiting, "/care", Map.of("manager", operator("sociale.prato").toString()));
        assertThat(social.get(BOARD).body()).doesNotContain("/cases/" + waiting + "/care");
    }

    @Test
    void whoComesFromAnotherBodyWaitsFromThatDayAndNotFromWhatWasAnsweredBefore() {
        UUID theCase = theirs("Trasferita", "333 000 9431");
        TRUTH.update(
                """
                insert into referral
                select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'person_id', ?::uuid,
                    'follows_id', null, 'decided_at', now() - interval '300 days'))).* from referral r
                where r.status = 'ACCEPTED' limit 1\
                """,
                personOf(theCase));
        TRUTH.update(
                """
                insert into case_transfer (id, case_file_id, person_id, organisation_id, to_organisation_id, operator_id,
                    reason, status, asked_at, answered_at, answered_by_id, version)
                select gen_random_uuid(), c.id, c.person_id, ?, c.organisation_id, ?, 'Ha cambiato casa', 'ACCEPTED', now(),
                    now(), ?, 0 from case_file c where c.id = ?\
                """,
                body("comune-pistoia"),
                leaving,
                leaving,
                theCase);
        TRUTH.update(
                "update case_file set status = 'FIRST_LEVEL', case_manager_id = null, team_kind = null where id = ?",
                theCase);

        assertThat(
                        count(
                                "case_without_manager where id = ? and how = 'TRANSFER' and since > current_date - 2",
                                theCase))
                .isOne();
    }

    @Test
    void whoIsGoneOrBeganAgainIsWaitedForTooByADay() {
        UUID gone = theirs("Orfana", "333 000 9427");
        UUID again = theirs("Ripresa", "333 000 9428");
        TRUTH.update(
                """
                insert into step (id, subject_id, person_id, feature, section, move, status, at, operator_id, organisation_id)
                select gen_random_uuid(), c.id, c.person_id, 'casefile', 'IDENTITY', 'REOPEN', 'FIRST_LEVEL',
                    now() - interval '100 days', ?, c.organisation_id from case_file c where c.id = ?\
                """,
                leaving,
                again);
        TRUTH.update(
                "update case_file set status = 'FIRST_LEVEL', case_manager_id = null, team_kind = null where id = ?",
                again);
        assertThat(social.get(BOARD).body())
                .contains("/cases/" + again + "/care", "caso riaperto", "in ritardo")
                .doesNotContain("/cases/" + gone + "\"");
        TRUTH.update("update operator set active = false where id = ?", leaving);
        try {
            assertThat(social.get(BOARD).body())
                    .contains("/cases/" + gone + "\"", "il referente non lavora più qui");
            assertThat(count("open_step where kind = 'UNFOLLOWED' and id in (?, ?)", gone, again))
                    .isEqualTo(2);
        } finally {
            TRUTH.update("update operator set active = true where id = ?", leaving);
        }
    }

    @Test
    void thePageAfterBeginsWhereTheOneBeforeEnded() {
        UUID first = theirs("Aaa", "333 000 9429");
        UUID second = theirs("Aab", "333 000 9430");

        assertThat(social.get(BOARD + "/" + leaving + "?after=" + first).body())
                .contains("/cases/" + second, "Dall'inizio")
                .doesNotContain("Aaa Prova");
        assertThat(social.get(BOARD + "?after=2090-01-01_" + first).body())
                .contains("Non ce ne sono altre.");
    }

    @Test
    void whoFollowsCasesInATeamIsCountedInTheirOwnBody() {
        int before = teams(cpi.get(BOARD).body(), "Andrea Sanesi");
        UUID theCase = theirs("Seguita", "333 000 9426");
        post(
                leaver,
                theCase,
                "/invitation",
                Map.of("operator", operator("cpi.prato").toString(), "opened", "LABOUR"));
        assertThat(teams(cpi.get(BOARD).body(), "Andrea Sanesi")).as("invited").isEqualTo(before);

        answer(cpi, "members/" + place(theCase, "cpi.prato") + "/acceptance", Map.of());

        assertThat(teams(cpi.get(BOARD).body(), "Andrea Sanesi")).isEqualTo(before + 1);
        assertThat(cpi.get(BOARD).body())
                .doesNotContain("Martina Risaliti", "senza referente", BOARD + "/");
        assertThat(cpi.get(BOARD + "/" + operator("cpi.prato")).status()).isEqualTo(404);
    }

    /** What the row of somebody says. */
    private static int teams(String board, String name) {
        Matcher row =
                Pattern.compile(
                                Pattern.quote(name) + ".*?data-label=\"Altre équipe\">(\\d+)<",
                                Pattern.DOTALL)
                        .matcher(board);
        assertThat(row.find()).isTrue();
        return Integer.parseInt(row.group(1));
    }

    @Test
    void theCaseloadOfAnotherBodyIsNobodysBusiness() {
        assertThat(as("sociale.pistoia").get(BOARD + "/" + leaving).status()).isEqualTo(404);
        assertThat(as("sportello.prato").get(BOARD).status()).isEqualTo(404);
    }
}
