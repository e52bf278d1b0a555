package it.percorsi.plan;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HourBudgetTests extends RunningApplication {

    private UUID planOf(String familyName, String givenName) {
        return TRUTH.queryForObject(
                "select id from plan where person_id = ?",
                UUID.class,
                person(familyName, givenName));
    }

    private Map<String, String> hour(UUID plan, String day, int minutes) {
        return Map.of(
                "support",
                TRUTH.queryForObject(
                        "select id::text from support where plan_id = ? limit 1",
                        String.class,
                        plan),
                "day",
                day,
                "time",
                "18.00",
                "minutes",
                String.valueOf(minutes),
                "topic",
                "Curriculum");
    }

    @Test
    void theThirtySeventhHourIsRefusedWithTheReasonAndTheWordsAreKept() {
        UUID plan = planOf("Chen", "Li");
        Client social = as("sociale.prato");

        Client.Page refused =
                social.post(
                        "/plans/" + plan,
                        "/plans/" + plan + "/encounters",
                        hour(plan, "2/3/2026", 60));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("supererebbe il monte ore").contains("Curriculum");
        assertThat(
                        TRUTH.queryForObject(
                                "select b.delivered_minutes from plan l join hour_budget b on b.id = l.budget_id where l.id = ?",
                                Integer.class,
                                plan))
                .isEqualTo(35 * 60 + 30);
    }

    @Test
    void anHourGivenIsDebitedAndTheSameHourIsNotCountedTwice() {
        UUID plan = planOf("El Amrani", "Youssef");
        Client cpi = as("sociale.prato");
        int before =
                TRUTH.queryForObject(
                        "select b.delivered_minutes from plan l join hour_budget b on b.id = l.budget_id where l.id = ?",
                        Integer.class,
                        plan);

        Client.Page given =
                cpi.post(
                        "/plans/" + plan,
                        "/plans/" + plan + "/encounters",
                        hour(plan, "3/3/2026", 60));
        Client.Page overlapping =
                cpi.post(
                        "/plans/" + plan,
                        "/plans/" + plan + "/encounters",
                        hour(plan, "3/3/2026", 30));

        assertThat(given.status()).isEqualTo(200);
        assertThat(overlapping.status()).isEqualTo(409);
        assertThat(overlapping.body()).contains("la stessa ora non si conta due volte");
        assertThat(
                        TRUTH.queryForObject(
                                "select b.delivered_minutes from plan l join hour_budget b on b.id = l.budget_id where l.id = ?",
                                Integer.class,
                                plan))
                .isEqualTo(before + 60);
    }

    @Test
    void theLedgerIsTheSumOfItsEncounters() {
        assertThat(
                        count(
                                "hour_budget b where delivered_minutes <> (select coalesce(sum(counted), 0) from encounter e join plan l on l.id = e.plan_id where l.budget_id = b.id)"))
                .isZero();
    }

    @Test
    void theDeskOfTheSameBodySeesNoPlan() {
        assertThat(as("sportello.prato").get("/plans/" + planOf("Hoxha", "Arta")).status())
                .isEqualTo(404);
    }
}
