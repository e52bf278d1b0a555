package it.percorsi.programme;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.PanelCase;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits for a place is listed in order, and passing somebody asks for a reason that stays. */
class WaitingForAPlaceTests extends PanelCase {

    private static final String WHY = "Lo ha deciso la responsabile: il corso comincia domani.";

    @AfterEach
    void nobodyWaitsAnyMore() {
        TRUTH.update(
                "update panel set programme_id = null where code is null and organisation_id = (select id from organisation where code = 'comune-pistoia')");
        TRUTH.update("update enrolment set status = 'DROPPED' where status = 'WAITLISTED'");
        places(100);
    }

    private static void places(int target) {
        TRUTH.update(
                "update programme_body set target = ? where enrols and programme_id = (select id from programme where code = 'TEAMS') and organisation_id = (select id from organisation where code = 'comune-pistoia')",
                target);
    }

    private UUID ofTeams(String name) {
        UUID panel = panel(name, false);
        TRUTH.update(
                "update panel set programme_id = (select id from programme where code = 'TEAMS') where id = ?",
                panel);
        return panel;
    }

    private void decided(UUID sitting, UUID referral, String decision, int daysAgo) {
        String page = "/sittings/" + sitting;
        as(SECRETARY)
                .post(page, page + "/decisions", decision(referral, decision, "Detto in seduta."));
        TRUTH.update(
                "update step set at = at - make_interval(days => ?) where subject_id = ? and status in ('WAITLISTED', 'ACCEPTED')",
                daysAgo,
                referral);
    }

    private static UUID whose(UUID referral) {
        return TRUTH.queryForObject(
                "select person_id from referral where id = ?", UUID.class, referral);
    }

    private static Client.Page enrol(Client by, UUID person, Map<String, String> more) {
        Map<String, String> form = new java.util.HashMap<>(more);
        form.putAll(Map.of("programme", "TEAMS", "need", "true"));
        String page = "/people/" + person + "/enrolments";
        return by.post(page + "?programme=TEAMS", page, form);
    }

    private UUID newcomer(Client social, String familyName, String phone) {
        UUID person = open(social, familyName, Map.of("phone", phone));
        hasAPermit(social, person);
        return person;
    }

    private static void hasAPermit(Client social, UUID person) {
        social.post(
                "/people/" + person + "/data",
                "/people/" + person + "/permits",
                Map.of("kind", "FAMILY"));
    }

    private static String day(int daysAgo) {
        return LocalDate.now(Rome.ZONE)
                .minusDays(daysAgo)
                .format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    @Test
    void whoWaitsIsListedInOrderAndPassedOnlyWithAReason() {
        UUID panel = ofTeams("Unità delle attese");
        UUID sitting = sitting(panel);
        UUID later = caseBefore(sitting, "Attendepoco", "333 000 9801");
        UUID longer = caseBefore(sitting, "Attendetanto", "333 000 9802");
        open(sitting, panel);
        decided(sitting, later, "WAITLIST", 3);
        decided(sitting, longer, "WAITLIST", 9);

        for (String viewer : new String[] {SECRETARY, MEMBER, "sociale.pistoia"}) {
            String list = as(viewer).get("/referrals/waiting").body();
            assertThat(list)
                    .contains("TEAMS: Comune di Pistoia")
                    .contains("Posti liberi: ")
                    .contains(day(9))
                    .contains("Unità delle attese");
            assertThat(list.indexOf("Attendetanto")).isLessThan(list.indexOf("Attendepoco"));
        }
        assertThat(as("sociale.prato").get("/referrals/waiting").body())
                .doesNotContain("Attendetanto", "Attendepoco");

        Client social = as("sociale.pistoia");
        hasAPermit(social, whose(later));
        hasAPermit(social, whose(longer));
        UUID passing = newcomer(social, "Passavanti", "333 000 9803");
        assertThat(social.get("/people/" + passing + "/enrolments?programme=TEAMS").body())
                .contains("2 persone aspettano da prima un posto")
                .contains("Perché entra senza aspettare");
        Client.Page unsaid = enrol(social, passing, Map.of("turnReason", " "));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body()).contains("qualcuno aspetta da prima");
        assertThat(count("enrolment where person_id = ?", passing)).isZero();

        assertThat(enrol(social, passing, Map.of("turnReason", WHY)).body())
                .contains("TEAMS: iscrizione attiva")
                .contains("Perché è entrata senza aspettare: " + WHY);
        assertThat(
                        count(
                                "trail where action = 'ENROL_OUT_OF_TURN' and ? = any (person_ids)",
                                passing))
                .isOne();

        assertThat(social.get("/people/" + whose(later) + "/enrolments?programme=TEAMS").body())
                .contains("Una persona aspetta da prima un posto");
        assertThat(enrol(social, whose(longer), Map.of("turnReason", "non serve")).body())
                .contains("TEAMS: iscrizione attiva")
                .doesNotContain("senza aspettare: non serve");
        assertThat(as(SECRETARY).get("/referrals/waiting").body())
                .contains("Attendepoco")
                .doesNotContain("Attendetanto");
        assertThat(enrol(social, whose(later), Map.of()).body())
                .contains("TEAMS: iscrizione attiva");
    }

    @Test
    void overThePlacesOnlyWithAReason() {
        Client social = as("sociale.pistoia");
        UUID person = newcomer(social, "Soprannumero", "333 000 9804");
        int taken =
                count(
                        "enrolment e join programme p on p.id = e.programme_id join organisation o on o.id = e.organisation_id where p.code = 'TEAMS' and o.code = 'comune-pistoia' and e.status in ('ACTIVE', 'COMPLETED')");
        places(taken);

        assertThat(social.get("/people/" + person + "/enrolments?programme=TEAMS").body())
                .contains(
                        "Posti tutti occupati (Comune di Pistoia): %d su %d."
                                .formatted(taken, taken));
        assertThat(enrol(social, person, Map.of()).status()).isEqualTo(422);
        assertThat(enrol(social, person, Map.of("turnReason", WHY)).body())
                .contains("TEAMS: iscrizione attiva")
                .contains("Perché è entrata senza aspettare: " + WHY);
        assertThat(as("coordinamento").get("/programmes/TEAMS/terms").body())
                .contains("data-label=\"Liberi\" class=\"num\">-1<");
    }

    private static int placeOf(String list, String name) {
        return list.indexOf(name);
    }

    private static UUID enrolment(UUID person) {
        return TRUTH.queryForObject(
                "select id from enrolment where person_id = ? order by id desc limit 1",
                UUID.class,
                person);
    }

    private static void putOnTheListDaysAgo(UUID enrolment, int days) {
        TRUTH.update(
                "update step set at = at - make_interval(days => ?) where subject_id = ? and move = 'WAIT'",
                days,
                enrolment);
    }

    @Test
    void whoEnrolsPutsSomebodyOnTheSameListAndEnrolsThemFromIt() {
        UUID panel = ofTeams("Unità mista");
        UUID sitting = sitting(panel);
        UUID decided = caseBefore(sitting, "Dallacommissione", "333 000 9811");
        open(sitting, panel);
        decided(sitting, decided, "WAITLIST", 4);
        Client social = as("sociale.pistoia");
        UUID person = newcomer(social, "Dallosportello", "333 000 9812");
        String page = "/people/" + person + "/enrolments?programme=TEAMS";

        Client.Page unsaid = enrol(social, person, Map.of("list", "true", "waitReason", " "));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body()).contains("Scrivi perché aspetta").contains("<details open");
        assertThat(count("enrolment where person_id = ?", person)).isZero();

        Client.Page listed =
                enrol(social, person, Map.of("list", "true", "waitReason", "Aspetta il corso."));
        assertThat(listed.body())
                .contains("TEAMS: in lista d&#39;attesa")
                .contains("Perché è in lista d&#39;attesa: Aspetta il corso.")
                .contains("Posto in lista: 2 di 2.")
                .contains("Iscrivi a TEAMS")
                .doesNotContain("Metti in lista da oggi");
        assertThat(count("trail where action = 'AWAIT' and ? = any (person_ids)", person)).isOne();
        assertThat(enrol(social, person, Map.of("list", "true", "waitReason", "x")).status())
                .isEqualTo(409);

        putOnTheListDaysAgo(enrolment(person), 9);
        String list = social.get("/referrals/waiting").body();
        assertThat(list).contains(day(9), day(4), "Chi iscrive", "Unità mista");
        assertThat(placeOf(list, "Dallosportello")).isLessThan(placeOf(list, "Dallacommissione"));
        assertThat(as("sportello.pistoia").get("/waiting-places").body())
                .contains("Dallosportello")
                .doesNotContain("Unità mista");
        assertThat(as(SECRETARY).get("/referrals/waiting").body())
                .contains("Dallacommissione")
                .contains("Aspettano in tutto: 2")
                .doesNotContain("Dallosportello");
        assertThat(as("sociale.prato").get("/waiting-places").body())
                .doesNotContain("Dallosportello");

        UUID passing = newcomer(social, "Passasopra", "333 000 9813");
        assertThat(social.get("/people/" + passing + "/enrolments?programme=TEAMS").body())
                .contains("2 persone aspettano da prima un posto");
        assertThat(social.get(page).body()).doesNotContain("da prima un posto");
        assertThat(enrol(social, person, Map.of()).body()).contains("TEAMS: iscrizione attiva");
        assertThat(count("enrolment where person_id = ?", person)).isOne();
        assertThat(
                        count(
                                "enrolment where person_id = ? and enrolled_on = (now() at time zone 'Europe/Rome')::date and out_of_turn is null",
                                person))
                .isOne();
        assertThat(
                        count(
                                "reassessment where move = 'SELECT' and enrolment_id = ?",
                                enrolment(person)))
                .isOne();
        assertThat(social.get("/referrals/waiting").body()).doesNotContain("Dallosportello");
    }

    @Test
    void whoWaitsByTwoWaysWaitsOnceFromTheFirst() {
        UUID panel = ofTeams("Unità doppia");
        UUID sitting = sitting(panel);
        UUID decided = caseBefore(sitting, "Duevolte", "333 000 9821");
        open(sitting, panel);
        decided(sitting, decided, "WAITLIST", 3);
        Client social = as("sociale.pistoia");
        enrol(social, whose(decided), Map.of("list", "true", "waitReason", "Anche da noi."));
        putOnTheListDaysAgo(enrolment(whose(decided)), 7);

        String list = social.get("/referrals/waiting").body();
        assertThat(list.split("Duevolte", -1)).hasSize(2);
        assertThat(list).contains(day(7)).doesNotContain(day(3));

        String page = "/people/" + whose(decided) + "/enrolments";
        String departure = "/enrolments/" + enrolment(whose(decided)) + "/departure";
        assertThat(social.post(page, departure, Map.of("note", " ")).status()).isEqualTo(409);
        assertThat(social.post(page, departure, Map.of("note", "Va in un altro corso.")).body())
                .contains("TEAMS: uscita dal progetto");
        assertThat(social.get("/referrals/waiting").body()).contains(day(3)).contains("Duevolte");
    }

    @Test
    void whoWaitsBehindSomebodyComesInBeforeOnlyWithAReasonAndWhoLosesTheRequisitesIsDeclined() {
        Client social = as("sociale.pistoia");
        UUID first = newcomer(social, "Primadilista", "333 000 9831");
        UUID second = newcomer(social, "Secondadilista", "333 000 9832");
        for (UUID each : new UUID[] {first, second}) {
            enrol(social, each, Map.of("list", "true", "waitReason", "Pochi posti."));
        }
        putOnTheListDaysAgo(enrolment(first), 5);
        putOnTheListDaysAgo(enrolment(second), 2);

        assertThat(enrol(social, second, Map.of()).status()).isEqualTo(422);
        assertThat(enrol(social, second, Map.of("turnReason", WHY)).body())
                .contains("TEAMS: iscrizione attiva")
                .contains("Perché è entrata senza aspettare: " + WHY);

        TRUTH.update("update citizenship set country = 'IT' where person_id = ?", first);
        assertThat(enrol(social, first, Map.of()).body()).contains("TEAMS: senza i requisiti");
        assertThat(
                        count(
                                "reassessment where move = 'DECLINE' and enrolment_id = ?",
                                enrolment(first)))
                .isOne();
    }
}
