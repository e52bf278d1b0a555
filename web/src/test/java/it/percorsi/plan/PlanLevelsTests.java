package it.percorsi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.assessment.CareCase;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where somebody is, where they want to be and where they were seen, from 1 to 5. */
class PlanLevelsTests extends CareCase {

    private static final String TODAY =
            LocalDate.now(Rome.ZONE).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));

    private Client social;

    @BeforeEach
    void somebodyWrites() {
        social = as("sociale.prato");
    }

    private static String first(UUID plan) {
        return "/objectives/"
                + TRUTH.queryForObject(
                        "select id from objective where plan_id = ? and ordinal = 1",
                        UUID.class,
                        plan);
    }

    private static Map<String, String> words(String today, String wanted) {
        return Map.of(
                "text",
                "Parlare italiano",
                "expectedResult",
                "Un attestato",
                "levelToday",
                today,
                "levelWanted",
                wanted);
    }

    private void explainAndSign(UUID plan) {
        String page = "/plans/" + plan;
        social.post(
                page,
                page + "/proposal",
                Map.of("explainedOn", TODAY, "explainedIn", "zh", "explainedWith", "Lin Hu"));
        social.post(
                page,
                page + "/signature",
                Map.of("signedOn", TODAY, "signedHow", "PAPER", "signatories", "Chi firma"));
    }

    private Client.Page review(UUID plan, String reached) {
        String page = "/plans/" + plan;
        return social.post(
                page,
                page + "/reviews",
                Map.of(
                        "heldOn", TODAY,
                        "seen", "Ci si capisce meglio",
                        "reached", reached,
                        "verdict", "TO_REVISE",
                        "nextReview", "1/3/2031"));
    }

    @Test
    void theLevelsAreInThePlanOnPaperAndBetweenItsVersions() {
        UUID plan = plan(inCare("Livellata", "333 000 8101"));
        String first = first(plan);
        social.post(first, first, words("2", "4"));
        explainAndSign(plan);

        assertThat(social.get("/plans/" + plan).body())
                .contains("Livello oggi 2: ce la fa solo con un aiuto continuo.")
                .contains("Vuole arrivare a 4: ce la fa quasi sempre da sé.")
                .doesNotContain("Livello raggiunto");
        assertThat(social.get("/plans/" + plan + "/editions/1").body())
                .contains("Dove voglio arrivare")
                .contains("希望达到")
                .contains("<strong>4</strong>");

        Client.Page seen = review(plan, first.substring("/objectives/".length()) + ":3");
        assertThat(seen.body())
                .contains("Livello raggiunto 3, alla verifica del " + TODAY)
                .contains("Parlare italiano: livello 3");
        assertThat(social.get("/plans/" + plan + "/paper").body())
                .contains("Arritur në verifikim")
                .contains("(" + TODAY + ")");
        social.post(first, first, words("3", "5"));
        assertThat(social.get("/plans/" + plan + "/comparison?from=1").body())
                .contains("Livello raggiunto")
                .containsSubsequence("Livello oggi", ">2<", ">3<", "cambiato")
                .containsSubsequence("Livello da raggiungere", ">4<", ">5<", "cambiato");
        explainAndSign(plan);
        assertThat(social.get("/plans/" + plan + "/editions/1").body())
                .contains("<strong>4</strong>")
                .doesNotContain("<strong>5</strong>");
        assertThat(social.get("/plans/" + plan + "/comparison?from=1&to=2").body())
                .contains("Versione 2")
                .containsSubsequence("Livello raggiunto", ">3 (" + TODAY + ")<", "cambiato");
        assertThat(as("sportello.prato").get("/plans/" + plan + "/comparison?from=1").status())
                .isEqualTo(404);
        assertThat(count("trail where subject = 'plan-comparison'")).isPositive();
    }

    @Test
    void aLevelOutsideTheScaleIsRefusedAtItsFieldAndNothingIsLost() {
        UUID plan = plan(inCare("Scalata", "333 000 8102"));
        String first = first(plan);

        Client.Page again = social.post(first, first, words("9", "4"));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body())
                .contains("Serve un numero tra 1 e 5.")
                .contains("Parlare italiano")
                .contains("<option value=\"9\" selected>9</option>")
                .contains("<option value=\"4\" selected=\"selected\">");
        assertThat(count("objective where plan_id = ? and level_wanted is not null", plan))
                .isZero();
        explainAndSign(plan);
        Client.Page unseen = review(plan, first.substring("/objectives/".length()) + ":7");
        assertThat(unseen.status()).isEqualTo(422);
        assertThat(unseen.body())
                .contains("Un livello va da 1 a 5.")
                .contains("Ci si capisce meglio");
        assertThat(count("plan_review where plan_id = ?", plan)).isZero();
    }

    @Test
    void nobodySaysTheLevelOfAnotherPlan() {
        UUID plan = plan(inCare("Propria", "333 000 8103"));
        explainAndSign(plan);
        String other = first(plan(inCare("Altrui", "333 000 8104")));

        Client.Page refused = review(plan, other.substring("/objectives/".length()) + ":3");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(count("plan_review_level where plan_id = ?", plan)).isZero();
    }

    @Test
    void whoLosesSeesBothLevels() {
        UUID plan = plan(inCare("Contesa", "333 000 8105"));
        String first = first(plan);
        Map<String, String> late = new HashMap<>(Client.hidden(social.get(first).body(), first));
        as("cpi.prato").post(first, first, words("2", "4"));

        late.putAll(words("1", "5"));
        Client.Page refused = social.send(first, late);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .containsSubsequence("Livello oggi", ">1<", ">2<", "diverso")
                .containsSubsequence("Livello da raggiungere", ">5<", ">4<", "diverso");
    }

    @Test
    void anObjectiveMayBeWrittenWithItsLevels() {
        UUID plan = plan(inCare("Aggiunta", "333 000 8106"));
        String page = "/plans/" + plan;

        social.post(
                page,
                page + "/objectives",
                Map.ofEntries(
                        Map.entry("area", "HOUSING"),
                        Map.entry("text", "Una casa più grande"),
                        Map.entry("expectedResult", "Un contratto"),
                        Map.entry("levelToday", "1"),
                        Map.entry("levelWanted", "3"),
                        Map.entry("who", "La persona"),
                        Map.entry("commitment", "Cerca"),
                        Map.entry("instrument", "COUNSELLING"),
                        Map.entry("hours", "2"),
                        Map.entry("provider", provider()),
                        Map.entry("fundingSource", "MUNICIPAL")));

        assertThat(
                        count(
                                "objective where plan_id = ? and level_today = 1 and level_wanted = 3",
                                plan))
                .isOne();
    }
}
