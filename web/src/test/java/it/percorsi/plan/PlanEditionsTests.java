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
import org.junit.jupiter.api.Test;

/** A plan from a template to its second signature, as those who write it see it. */
class PlanEditionsTests extends CareCase {

    private static final String TODAY =
            LocalDate.now(Rome.ZONE).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));

    private static UUID caseOf(UUID person) {
        return TRUTH.queryForObject(
                "select id from case_file where person_id = ?", UUID.class, person);
    }

    private Client.Page draw(Client by, UUID person, Map<String, String> typed) {
        String form = "/cases/" + caseOf(person) + "/plan";
        Map<String, String> all = new HashMap<>(Map.of("provider", provider()));
        all.putAll(typed);
        return by.post(form, form, all);
    }

    private String drawn(Client by, UUID person) {
        return draw(
                        by,
                        person,
                        Map.of(
                                "personWords",
                                "Vorrei un lavoro vicino a casa",
                                "template",
                                "lavoro-36",
                                "fundingSource",
                                "MUNICIPAL"))
                .path();
    }

    private static Client.Page explain(Client by, String plan, String language) {
        return by.post(
                plan,
                plan + "/proposal",
                Map.of("explainedOn", TODAY, "explainedIn", language, "explainedWith", "Lin Hu"));
    }

    private static Client.Page sign(Client by, String plan, String names) {
        return by.post(
                plan,
                plan + "/signature",
                Map.of("signedOn", TODAY, "signedHow", "PAPER", "signatories", names));
    }

    private static UUID id(String plan) {
        return UUID.fromString(plan.substring("/plans/".length()));
    }

    private static String objective(String plan, int ordinal) {
        return "/objectives/"
                + TRUTH.queryForObject(
                        "select id from objective where plan_id = ? and ordinal = ?",
                        UUID.class,
                        id(plan),
                        ordinal);
    }

    @Test
    void aTemplateGivesThreeObjectivesThatBelongToThePerson() {
        UUID person = inCare("Modello", "333 000 4101");
        Client social = as("sociale.prato");

        String plan = drawn(social, person);

        String page = social.get(plan).body();
        assertThat(page)
                .contains("in preparazione")
                .contains("Vorrei un lavoro vicino a casa")
                .contains("Bilancio delle competenze")
                .contains("12 h")
                .contains("16 h");
        assertThat(count("objective where plan_id = ?", id(plan))).isEqualTo(3);
        assertThat(count("support where plan_id = ? and minutes = 480", id(plan))).isOne();
        assertThat(
                        count(
                                "commitment c join objective o on o.id = c.objective_id where o.plan_id = ? and c.due_on > (now() at time zone 'Europe/Rome')::date",
                                id(plan)))
                .isEqualTo(3);
    }

    @Test
    void aTemplateNeedsSomebodyWhoPaysAndNothingTypedIsLost() {
        UUID person = inCare("Pagante", "333 000 4102");

        Client.Page again =
                draw(
                        as("sociale.prato"),
                        person,
                        Map.of("personWords", "Parole mie", "template", "lavoro-36"));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("Parole mie").contains("Chi paga").contains("Scegli");
        assertThat(count("plan where person_id = ?", person)).isZero();
    }

    @Test
    void whatWasSignedStaysReadableAfterThePlanIsWrittenAnew() {
        UUID person = inCare("Riscritta", "333 000 4103");
        Client social = as("sociale.prato");
        String plan = drawn(social, person);
        explain(social, plan, "zh");
        assertThat(sign(social, plan, "Riscritta Arta\n\n Elena Cecchi ").body())
                .contains("attivo")
                .contains("Versione 1")
                .contains("Riscritta Arta; Elena Cecchi");

        social.post(plan, plan + "/revision", Map.of());
        String first = objective(plan, 1);
        social.post(
                first,
                first,
                Map.of("text", "Aprire una sartoria", "expectedResult", "Partita IVA aperta"));
        String during = social.get(plan).body();
        assertThat(during)
                .contains("in riscrittura")
                .contains("Fino alla prossima firma vale la versione 1")
                .contains("Aprire una sartoria");
        explain(social, plan, "it");
        sign(social, plan, "Riscritta Arta");

        assertThat(social.get(plan + "/editions/1").body())
                .contains("Sapere che cosa si sa fare")
                .contains("个人计划")
                .contains("Lin Hu")
                .doesNotContain("Aprire una sartoria");
        assertThat(social.get(plan + "/editions/2").body())
                .contains("Aprire una sartoria")
                .doesNotContain("个人计划");
        assertThat(social.get(plan + "/editions/3").status()).isEqualTo(404);
        assertThat(count("trail where subject = 'plan-paper' and person_ids = array[?]", person))
                .isEqualTo(2);
    }

    @Test
    void whatWasExplainedIsNotChangedBehindThePersonsBack() {
        UUID person = inCare("Spiegata", "333 000 4104");
        Client social = as("sociale.prato");
        String plan = drawn(social, person);
        String first = objective(plan, 1);
        String before = social.get(first).body();
        assertThat(before).contains("Togli tutto");
        Map<String, String> seal = Client.hidden(before, first);
        explain(social, plan, "sq");

        Map<String, String> late = new HashMap<>(seal);
        late.putAll(Map.of("text", "Altro", "expectedResult", "Altro"));
        Client.Page refused = social.send(first, late);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("si cambia riscrivendo il piano").contains("Altro");
        assertThat(social.get(first).body())
                .contains("Il piano non è in scrittura")
                .doesNotContain("Togli tutto");
    }

    @Test
    void anObjectiveHasAsManyPromisesAndSupportsAsItNeeds() {
        UUID person = inCare("Molteplice", "333 000 4105");
        Client social = as("sociale.prato");
        String plan = drawn(social, person);
        String first = objective(plan, 1);

        social.post(
                first,
                first + "/commitments",
                Map.of(
                        "who",
                        "Elena Cecchi",
                        "commitment",
                        "Telefona al CPI",
                        "dueOn",
                        "1/3/2031"));
        Client.Page two =
                social.post(
                        first,
                        first + "/supports",
                        Map.of(
                                "instrument",
                                "COACHING",
                                "hours",
                                "4",
                                "provider",
                                provider(),
                                "fundingSource",
                                "FAMI_2014_2020"));
        assertThat(two.body()).contains("Elena Cecchi").contains("Coaching: 4 h");
        Client.Page wrong =
                social.post(
                        first,
                        first + "/supports",
                        Map.of("instrument", "COACHING", "hours", "900", "provider", provider()));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("900").contains("Chi paga");

        String coaching =
                TRUTH.queryForObject(
                        "select id::text from support where plan_id = ? and instrument = 'COACHING'",
                        String.class,
                        id(plan));
        social.post(first, first + "/supports/" + coaching + "/removal", Map.of());
        assertThat(social.get(plan).body())
                .contains("Elena Cecchi")
                .doesNotContain("Coaching</th>");
        String second = objective(plan, 2);
        assertThat(social.post(second, second + "/removal", Map.of()).body())
                .doesNotContain("Cercare lavoro da soli");
    }

    @Test
    void aReviewSetsTheNextDayAndOpensThePlanWhereItHasToChange() {
        UUID person = inCare("Verificata", "333 000 4106");
        Client social = as("sociale.prato");
        String plan = drawn(social, person);
        explain(social, plan, "it");
        assertThat(social.get(plan).body()).doesNotContain("Verifica del piano");
        sign(social, plan, "Verificata Arta");

        Client.Page undated =
                social.post(
                        plan,
                        plan + "/reviews",
                        Map.of("heldOn", TODAY, "seen", "Va piano", "verdict", "TO_REVISE"));
        assertThat(undated.status()).isEqualTo(422);
        assertThat(undated.body()).contains("Quando ci si rivede?").contains("Va piano");
        Client.Page seen =
                social.post(
                        plan,
                        plan + "/reviews",
                        Map.of(
                                "heldOn",
                                TODAY,
                                "seen",
                                "Il corso è pieno",
                                "reviewWords",
                                "Voglio riprovare",
                                "verdict",
                                "TO_REVISE",
                                "nextReview",
                                "1/3/2031"));

        assertThat(seen.body())
                .contains("in riscrittura")
                .contains("Verifica entro il 01/03/2031")
                .contains("va riscritto, prossima il 01/03/2031")
                .contains("Voglio riprovare");
        String diary = "/people/" + person + "/diary?kind=plan";
        assertThat(as("cpi.prato").get(diary).body())
                .contains("Verifica del piano, va riscritto:", "Il corso è pieno");
        assertThat(as("sportello.prato").get(diary).body()).doesNotContain("Il corso è pieno");
    }

    @Test
    void aPromiseThatWasKeptSaysSo() {
        UUID person = inCare("Mantenuta", "333 000 4107");
        Client social = as("sociale.prato");
        String plan = drawn(social, person);
        explain(social, plan, "it");
        sign(social, plan, "Mantenuta Arta");
        String promise =
                TRUTH.queryForObject(
                        "select c.id::text from commitment c join objective o on o.id = c.objective_id where o.plan_id = ? and o.ordinal = 1",
                        String.class,
                        id(plan));

        Client.Page page =
                social.post(
                        plan, objective(plan, 1) + "/commitments/" + promise + "/done", Map.of());

        assertThat(page.body()).contains(": fatto il ");
    }

    @Test
    void theEmploymentCentreOfTheTeamReadsAndTheDeskDoesNot() {
        UUID person = inCare("Letta", "333 000 4108");
        Client social = as("sociale.prato");
        String plan = drawn(social, person);
        explain(social, plan, "it");
        sign(social, plan, "Letta Arta");

        assertThat(as("cpi.prato").get(plan + "/editions/1").body()).contains("Letta");
        assertThat(as("sportello.prato").get(plan + "/editions/1").status()).isEqualTo(404);
        assertThat(as("sociale.pistoia").get(plan + "/paper").status()).isEqualTo(404);
    }
}
