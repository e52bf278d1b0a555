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
}
