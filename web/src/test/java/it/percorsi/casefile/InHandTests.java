package it.percorsi.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All that somebody who goes has in hand passes to a colleague at once, or says why it stays. */
class InHandTests extends TeamCase {

    private UUID leaving;
    private UUID staying;
    private Client leaver;
    private String page;

    @BeforeEach
    void somebodyGoes() {
        leaving = operator("sociale2.prato");
        staying = operator("sociale.prato");
        leaver = as("sociale2.prato");
        page = "/cases/caseload/" + leaving + "/in-hand";
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

    /** In a team that Pistoia leads. */
    private UUID seatInPistoia(String familyName, String... usernames) {
        Client pistoia = as("sociale.pistoia");
        UUID person = open(pistoia, familyName, Map.of());
        UUID theCase = id("select id from case_file where person_id = ?", person);
        post(
                pistoia,
                theCase,
                "/care",
                Map.of(
                        "manager",
                        operator("sociale.pistoia").toString(),
                        "decision",
                        "Serve un lavoro comune"));
        for (String each : usernames) {
            post(
                    pistoia,
                    theCase,
                    "/invitation",
                    Map.of("operator", operator(each).toString(), "opened", "LABOUR"));
            answer(as(each), "members/" + place(theCase, each) + "/acceptance", Map.of());
        }
        return theCase;
    }

    private UUID hour(UUID who, String day) {
        return id(
                """
                insert into encounter select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(),
                    'group_id', gen_random_uuid(), 'operator_id', ?::uuid, 'status', 'BOOKED', 'counted', 0,
                    'minutes', 15, 'marked_by', null, 'validated_by', null, 'sheet_id', null, 'period_id', null,
                    'absence', null, 'signatures', null, 'corrects_id', null, 'on_day', ?::date, 'starts', '05:00'))).*
                from encounter e join plan l on l.id = e.plan_id join person p on p.id = l.person_id
                where l.status not in ('CONCLUDED', 'INTERRUPTED') and p.family_name = 'Hoxha' limit 1 returning id
                """,
                who,
                day);
    }

    private Client.Page pass(String why, String... kinds) {
        return passTo(staying, why, kinds);
    }

    private Client.Page passTo(UUID receiver, String why, String... kinds) {
        String body =
                Stream.concat(
                                social.seal(page + "?to=" + staying, page).entrySet().stream()
                                        .map(e -> e.getKey() + "=" + Client.encode(e.getValue())),
                                Arrays.stream(kinds).map("kinds="::concat))
                        .collect(Collectors.joining("&"));
        return social.sendBody(page, body + "&to=" + receiver + "&note=" + Client.encode(why));
    }

    @Test
    void everythingPassesInOneGoAndWhatCannotSaysWhy() {
        UUID theCase = theirs("Consegnata", "333 000 9521");
        UUID person = personOf(theCase);
        UUID seat = seatInPistoia("Ceduta", "sociale2.prato");
        UUID shared = seatInPistoia("Divisa", "sociale2.prato", "sociale.prato");
        leaver.post(
                "/tasks",
                "/people/" + personOf(seat) + "/tasks",
                Map.of("tasks", "io: telefonata di saluto entro domani"));
        UUID alone =
                id(
                        """
                        insert into task (id, organisation_id, owner_id, what, section, due_on, status, origin, asked_by_id,
                            asked_for_id, asked_at, version)
                        values (gen_random_uuid(), ?, ?, 'riordinare lo scaffale', 'IDENTITY', current_date + 3, 'OPEN',
                            'HAND', ?, ?, now(), 0) returning id
                        """,
                        body("comune-prato"),
                        leaving,
                        leaving,
                        body("comune-prato"));
        UUID meeting =
                id(
                        "insert into team_meeting (id, organisation_id, operator_id, held_at, version) values (gen_random_uuid(), ?, ?, now(), 0) returning id",
                        body("comune-prato"),
                        leaving);
        UUID direct =
                id(
                        """
                        insert into direct_referral (id, person_id, person_name, language, organisation_id, operator_id,
                            receiver_name, service, asked, status, sent_at, due_on, answer_by, version)
                        values (gen_random_uuid(), ?, 'Consegnata Prova', 'it', ?, ?, 'Scuola', 'SCHOOL', 'Corso', 'SENT', now(),
                            current_date + 9, current_date + 9, 0) returning id
                        """,
                        person,
                        body("comune-prato"),
                        leaving);
        UUID referral =
                id(
                        """
                        insert into referral select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
                            'person_id', ?::uuid, 'referrer_id', ?::uuid, 'organisation_id', ?::uuid,
                            'follows_id', null, 'told_at', now(),
                            'acknowledged_at', null))).* from referral r where r.status = 'ACCEPTED' limit 1
                        returning id
                        """,
                        person,
                        leaving,
                        body("comune-prato"));
        UUID procedure =
                id(
                        """
                        insert into procedure (id, person_id, organisation_id, kind, several, about, missing, status,
                            prepared_on, owner_id, next_on, moved_at, version)
                        select gen_random_uuid(), ?, ?, k.code, k.several, '', '', 'TO_PREPARE', current_date - 1, ?,
                            current_date + 5, now(), 0 from procedure_kind k limit 1 returning id
                        """,
                        person,
                        body("comune-prato"),
                        leaving);
        UUID ahead = hour(leaving, "2031-03-03");
        UUID past = hour(leaving, "2025-02-03");

        assertThat(social.get(page + "?to=" + staying).body())
                .contains(
                        "Posti in altre équipe",
                        "riordinare lo scaffale",
                        "è già in quell&#39;équipe");
        Client.Page done =
                pass(
                        "Va in pensione",
                        Arrays.stream(InHand.Kind.values()).map(Enum::name).toArray(String[]::new));

        assertThat(done.body()).contains("Passate ad altri: ", "prima si segna se è stata data");
        assertThat(
                        Stream.of(
                                id("select case_manager_id from case_file where id = ?", theCase),
                                id("select owner_id from task where id = ?", alone),
                                id(
                                        "select owner_id from task where what = 'telefonata di saluto' and person_id = ?",
                                        personOf(seat)),
                                id("select operator_id from team_meeting where id = ?", meeting),
                                id("select operator_id from direct_referral where id = ?", direct),
                                id("select referrer_id from referral where id = ?", referral),
                                id("select owner_id from procedure where id = ?", procedure),
                                id("select operator_id from encounter where id = ?", ahead)))
                .containsOnly(staying);
        assertThat(id("select operator_id from encounter where id = ?", past)).isEqualTo(leaving);
        String joined =
                "team_member where case_file_id = ? and operator_id = ? and status = 'JOINED'";
        assertThat(count(joined, seat, leaving)).isZero();
        assertThat(count(joined, seat, staying)).isOne();
        assertThat(count(joined, shared, leaving)).as("already there: it stays").isOne();
        for (UUID each : Arrays.asList(alone, meeting, direct, referral, procedure, ahead)) {
            assertThat(
                            count(
                                    "trail where subject_id = ? and action = 'PASS' and reason = 'Va in pensione'",
                                    each))
                    .isOne();
        }
        assertThat(social.get("/cases/" + seat).status()).as("seen as before").isEqualTo(200);
        TRUTH.update("delete from booking where encounter_id in (?, ?)", ahead, past);
        TRUTH.update("delete from encounter where id in (?, ?)", ahead, past);
    }

    @Test
    void onlyTheChosenKindsPassAndNothingWithoutAReason() {
        UUID theCase = theirs("Trattenuta", "333 000 9522");
        UUID seat = seatInPistoia("Lasciata", "sociale2.prato");

        assertThat(pass(" ", "SEAT").status()).isEqualTo(422);
        assertThat(pass("Cambia ufficio").status()).isEqualTo(422);
        assertThat(pass("Cambia ufficio", "SEAT").body()).contains("Passate ad altri: ");

        assertThat(id("select case_manager_id from case_file where id = ?", theCase))
                .isEqualTo(leaving);
        assertThat(
                        count(
                                "team_member where case_file_id = ? and operator_id = ? and status = 'JOINED'",
                                seat,
                                staying))
                .isOne();
    }

    @Test
    void whoHasGoneMeanwhileTakesNothingOverAndWhatWasTypedStays() {
        theirs("Rimandata", "333 000 9524");

        Client.Page refused = passTo(operator("sociale.pistoia"), "Va in pensione", "CASE");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("scegli un altro", "value=\"Va in pensione\"", "<select id=\"to\"")
                .contains(
                        "Quello che ha in mano "
                                + TRUTH.queryForObject(
                                        "select name from operator where id = ?",
                                        String.class,
                                        leaving));
    }

    @Test
    void whoGivesAnHourOfAGroupThatWasDividedIsRemindedToo() {
        UUID one = hour(leaving, "2025-02-10");
        UUID other = hour(staying, "2025-02-11");
        TRUTH.update(
                "update encounter set group_id = (select group_id from encounter where id = ?) where id = ?",
                one,
                other);
        for (UUID each : Arrays.asList(one, other)) {
            TRUTH.update(
                    """
                    insert into step (id, subject_id, person_id, feature, section, move, status, at, operator_id,
                        organisation_id)
                    select gen_random_uuid(), e.id, e.person_id, 'hours', 'LABOUR', 'BOOK', 'BOOKED', now(),
                        e.operator_id, ? from encounter e where e.id = ?\
                    """,
                    body("comune-prato"),
                    each);
        }

        assertThat(count("open_step where kind = 'HOUR' and id in (?, ?)", one, other))
                .isEqualTo(2);
        TRUTH.update("delete from booking where encounter_id in (?, ?)", one, other);
        TRUTH.update("delete from encounter where id in (?, ?)", one, other);
    }

    @Test
    void whatIsInTheHandsOfAnotherBodyIsNobodysBusiness() {
        assertThat(as("sociale.pistoia").get(page).status()).isEqualTo(404);
        assertThat(as("sportello.prato").get(page).status()).isEqualTo(404);
        assertThat(cpi.get("/cases/caseload/" + operator("cpi2.prato") + "/in-hand").status())
                .isEqualTo(404);
    }
}
