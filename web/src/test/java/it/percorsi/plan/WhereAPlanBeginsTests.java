package it.percorsi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.PanelCase;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a panel decides of hours, of who follows and of who pays is where care and plan begin. */
class WhereAPlanBeginsTests extends PanelCase {

    @BeforeEach
    void aColleague() {
        account("sociale2.pistoia", "Ugo Referenti", "comune-pistoia", "SOCIAL_WORKER");
    }

    /** Accepted by a panel that decided so many hours; the address of the case. */
    private String accepted(String familyName, String phone, String hours) {
        UUID panel = panel("Unità delle ore di " + familyName, false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, familyName, phone);
        open(sitting, panel);
        Map<String, String> decision = new HashMap<>(decision(referral, "ACCEPT", "Serve aiuto"));
        decision.put("conditions", "Un primo incontro subito");
        decision.put("decidedHours", hours);
        decision.put("referent", "ugo referenti");
        decision.put("fund", "FEI_2013");
        String page = "/sittings/" + sitting;
        assertThat(as(SECRETARY).post(page, page + "/decisions", decision).status()).isEqualTo(200);
        as(SECRETARY).post(page, page + "/closing", Map.of());
        return "/cases/"
                + TRUTH.queryForObject(
                        "select c.id from case_file c join referral r on r.person_id = c.person_id where r.id = ?",
                        UUID.class,
                        referral);
    }

    private Client takenInCare(String theCase) {
        Client social = as("sociale.pistoia");
        social.post(
                theCase + "/care",
                theCase + "/care",
                Map.of(
                        "manager",
                        TRUTH.queryForObject(
                                "select id::text from operator where username = 'sociale.pistoia'",
                                String.class)));
        return social;
    }

    private int budget(String theCase) {
        return TRUTH.queryForObject(
                "select b.minutes from hour_budget b join case_file c on c.person_id = b.person_id where c.id = ?::uuid",
                Integer.class,
                theCase.substring("/cases/".length()));
    }

    @Test
    void theReferentIsProposedAndTheHoursAndTheFundAreThoseThatWereDecided() {
        String theCase = accepted("Contata", "333 000 9831", "20");
        Client social = as("sociale.pistoia");

        assertThat(social.get(theCase + "/care").body())
                .contains(
                        "Serve aiuto",
                        "Un primo incontro subito",
                        "Referente indicato: ugo referenti")
                .containsPattern("<option[^>]*selected=\"selected\"[^>]*>Ugo Referenti");
        takenInCare(theCase);
        assertThat(social.get(theCase + "/plan").body())
                .contains("Il piano parte con un monte ore di 20 h", "decise dalla commissione")
                .containsPattern("<option value=\"FEI_2013\"[^>]*selected");
        social.post(
                theCase + "/plan", theCase + "/plan", Map.of("personWords", "Vorrei un lavoro"));

        assertThat(budget(theCase)).isEqualTo(20 * 60);
    }

    @Test
    void theWordsAndTheDayOfTheReviewChangeWhileThePlanIsWrittenAndNobodyOverwrites() {
        String theCase = accepted("Parlata", "333 000 9833", "20");
        Client social = takenInCare(theCase);
        String plan =
                social.post(
                                theCase + "/plan",
                                theCase + "/plan",
                                Map.of("personWords", "Vorrei un lavoro"))
                        .path();
        String words = plan + "/words";
        assertThat(social.get(plan).body()).contains(words);
        Map<String, String> late = social.seal(words, words);

        assertThat(social.post(words, words, Map.of("personWords", "x", "reviewOn", "boh")).body())
                .contains("value=\"boh\"");
        assertThat(
                        social.post(
                                        words,
                                        words,
                                        Map.of(
                                                "personWords",
                                                "Vorrei una casa",
                                                "reviewOn",
                                                "1/6/2090"))
                                .body())
                .contains("Vorrei una casa", "Verifica entro il 01/06/2090");
        late.put("personWords", "Vorrei studiare");
        Client.Page refused = social.send(words, late);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Vorrei studiare", "Vorrei una casa", "01/06/2090");
    }

    @Test
    void moreThanThePathMayCostIsForWhoCoordinates() {
        String theCase = accepted("Abbondante", "333 000 9832", "60");
        Client social = takenInCare(theCase);

        assertThat(social.get(theCase + "/plan").body())
                .contains("monte ore di 36 h", "ne ha decise 60 h", "le concede chi coordina");
        social.post(
                theCase + "/plan", theCase + "/plan", Map.of("personWords", "Vorrei un lavoro"));

        assertThat(budget(theCase)).isEqualTo(36 * 60);
    }
}
