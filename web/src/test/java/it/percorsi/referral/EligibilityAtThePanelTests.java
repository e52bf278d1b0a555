package it.percorsi.referral;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.PanelCase;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who decides reads who it is about and how they stand towards the programme of the panel. */
class EligibilityAtThePanelTests extends PanelCase {

    private static final String HEADING = "Persona e requisiti";

    @AfterEach
    void noneIsOfAProgrammeAnyMore() {
        TRUTH.update(
                "update panel set programme_id = null where code is null and organisation_id = (select id from organisation where code = 'comune-pistoia')");
    }

    private UUID of(String programme, String name) {
        UUID panel = panel(name, false);
        TRUTH.update(
                "update panel set programme_id = (select id from programme where code = ?) where id = ?",
                programme,
                panel);
        return panel;
    }

    private static UUID whose(UUID referral) {
        return TRUTH.queryForObject(
                "select person_id from referral where id = ?", UUID.class, referral);
    }

    private static void permit(UUID person, LocalDate expires, LocalDate receipt) {
        TRUTH.update(
                "insert into residence_permit (id, person_id, kind, expires_on, receipt_on, recorded_at) values (gen_random_uuid(), ?, 'FAMILY', ?, ?, now())",
                person,
                expires,
                receipt);
    }

    private static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("dd/MM/yyyy").format(day);
    }

    private int looks(UUID person, String page) {
        return count(
                "trail where action = 'LOOK' and subject = ? and ? = any (person_ids) and sections @> array['STATUS', 'IDENTITY', 'SOCIAL']",
                page,
                person);
    }

    @Test
    void aCaseInASittingSaysAgeCitizenshipPermitAndEveryRule() {
        UUID panel = of("TEAMS", "Unità dei requisiti");
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Requisita", "333 000 9751");
        LocalDate today = LocalDate.now(Rome.ZONE);
        permit(whose(referral), today.minusDays(20), today.minusDays(30));

        for (String viewer : new String[] {SECRETARY, MEMBER}) {
            int before = looks(whose(referral), "sitting-case");
            String page = as(viewer).get("/sittings/" + sitting).body();
            assertThat(page)
                    .contains(HEADING)
                    .contains(
                            "12/03/1990 (%d anni)"
                                    .formatted(
                                            Period.between(LocalDate.of(1990, 3, 12), today)
                                                    .getYears()))
                    .contains("Albania", day(today.minusDays(20)), day(today.minusDays(30)))
                    .contains("Requisiti per TEAMS, oggi:")
                    .contains("Cittadinanza di un Paese terzo: Albania.")
                    .contains("con ricevuta di rinnovo: i diritti restano")
                    .contains("Fonte: ")
                    .doesNotContain("333 000 9751", "9751")
                    .doesNotContain("Decisione della commissione");
            assertThat(looks(whose(referral), "sitting-case")).isEqualTo(before + 1);
        }
    }

    @Test
    void theSecretaryReadsItWithTheReferralAndWhoSentItDoesNot() {
        UUID panel = of("SIIL", "Unità dei requisiti aperti");
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Aperta", "333 000 9752");
        String page = "/referrals/" + referral;

        assertThat(as(SECRETARY).get(page).body())
                .contains(HEADING)
                .contains("nessuno registrato")
                .contains("Requisiti per SIIL, oggi:")
                .contains("regola non verificata: avvisa soltanto")
                .contains("si giudica da quello che scrive la segnalazione")
                .contains("Qui non risulta in carico ai servizi sociali")
                .doesNotContain("emerso nel colloquio", "Da qui non si vede una decisione");
        assertThat(looks(whose(referral), "referral")).isOne();
        assertThat(as("sociale.pistoia").get(page).body()).doesNotContain(HEADING);
        assertThat(looks(whose(referral), "referral")).isOne();
    }

    @Test
    void whomAVerifiedRuleTurnsAwayIsSaidAndTheDecisionStaysThePanels() {
        UUID panel = of("TEAMS", "Unità di chi resta fuori");
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Italiana", "333 000 9753");
        TRUTH.update("update citizenship set country = 'IT' where person_id = ?", whose(referral));
        open(sitting, panel);
        String page = "/sittings/" + sitting;
        Client secretary = as(SECRETARY);

        assertThat(secretary.get(page).body())
                .contains("Anche se è accolta, oggi non può essere iscritta a TEAMS")
                .contains("Cittadinanza italiana");
        assertThat(
                        secretary
                                .post(page, page + "/decisions", decision(referral, "ACCEPT", "sì"))
                                .body())
                .contains("Casi ancora da decidere: 0");
    }

    @Test
    void itIsReadOnlyUntilTheMinutesAreClosed() {
        UUID panel = panel("Unità senza progetto", false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Chiusa", "333 000 9754");
        open(sitting, panel);
        String page = "/sittings/" + sitting;
        Client secretary = as(SECRETARY);
        assertThat(secretary.get(page).body())
                .contains(HEADING, "La commissione non è di un progetto")
                .doesNotContain("Requisiti per");

        secretary.post(page, page + "/decisions", decision(referral, "ACCEPT", "sì"));
        assertThat(secretary.get(page + "?case=" + referral).body()).contains(HEADING);
        assertThat(secretary.get("/referrals/" + referral).body()).doesNotContain(HEADING);
        secretary.post(page, page + "/closing", java.util.Map.of());

        assertThat(secretary.get(page + "?case=" + referral).body())
                .contains("Chiusa Prova")
                .doesNotContain(HEADING);
    }

    @Test
    void itCostsTheSameHoweverMuchIsKnown() {
        UUID panel = of("TEAMS", "Unità dei requisiti contati");
        UUID shortest = sitting(panel);
        UUID known = sitting(panel);
        caseBefore(shortest, "Poconota", "333 000 9755");
        UUID referral = caseBefore(known, "Moltonota", "333 000 9756");
        caseBefore(known, "Moltonote", "333 000 9757");
        LocalDate today = LocalDate.now(Rome.ZONE);
        for (int n = 1; n < 30; n++) {
            permit(whose(referral), today.plusDays(n), today);
        }
        Client secretary = as(SECRETARY);

        int least = cost(secretary, "/sittings/" + shortest);
        assertThat(cost(secretary, "/sittings/" + known)).isLessThanOrEqualTo(least + 1);
        assertThat(least).isLessThanOrEqualTo(40);
        assertThat(cost(secretary, "/referrals/" + referral)).isLessThanOrEqualTo(35);
    }

    private int cost(Client client, String path) {
        client.get(path);
        int mark = statements.mark();
        assertThat(client.get(path).status()).isEqualTo(200);
        return statements.since(mark);
    }
}
