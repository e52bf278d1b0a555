package it.percorsi.site;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.AtOnce;
import it.percorsi.Client;
import it.percorsi.assessment.CareCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Who loses by an instant is answered as one who came an instant later. */
class AtOnceTests extends CareCase {

    private static Callable<Client.Page> form(Client by, String page, Map<String, String> typed) {
        Map<String, String> form = by.seal(page, page);
        form.putAll(typed);
        return () -> by.send(page, form);
    }

    /** One is saved; the other reads both texts, each in its column. */
    private static void oneReadsBoth(List<Client.Page> answers) {
        assertThat(answers).extracting(Client.Page::status).containsExactlyInAnyOrder(200, 409);
        boolean adaWon = answers.getFirst().status() == 200;
        assertThat(answers.get(adaWon ? 1 : 0).body())
                .containsSubsequence(
                        "\"Il tuo\">" + (adaWon ? "Il testo di Bruno" : "Il testo di Ada"),
                        "\"Quello salvato\">" + (adaWon ? "Il testo di Ada" : "Il testo di Bruno"));
    }

    @Test
    void theLoserOfARowReadsWhatWasSaved() throws Exception {
        UUID objective =
                TRUTH.queryForObject(
                        "select id from objective where plan_id = ? and ordinal = 1",
                        UUID.class,
                        plan(inCare("Istantanea", "333 000 8801")));
        String page = "/objectives/" + objective;

        oneReadsBoth(
                AtOnce.send(
                        "objective",
                        objective,
                        2,
                        List.of(
                                form(
                                        as("sociale.prato"),
                                        page,
                                        Map.of("text", "Il testo di Ada", "expectedResult", "x")),
                                form(
                                        as("cpi.prato"),
                                        page,
                                        Map.of(
                                                "text",
                                                "Il testo di Bruno",
                                                "expectedResult",
                                                "y")))));
    }

    @Test
    void theLoserOfAConstraintReadsWhatWasSaved() throws Exception {
        UUID person = inCare("Simultanea", "333 000 8802");
        String diary = "/people/" + person + "/diary";
        Client ada = as("sociale.prato");
        ada.post(diary, diary, Map.of("section", "LABOUR", "body", "Da correggere in due"));
        UUID note =
                TRUTH.queryForObject(
                        "select id from note where body = 'Da correggere in due'", UUID.class);
        String page = diary + "/" + note + "/correction";

        oneReadsBoth(
                AtOnce.send(
                        "note",
                        note,
                        2,
                        List.of(
                                form(ada, page, Map.of("body", "Il testo di Ada")),
                                form(as("cpi.prato"), page, Map.of("body", "Il testo di Bruno")))));
    }

    @Test
    void allWhoAddToThePlanAtOnceHaveAdded() throws Exception {
        UUID plan = plan(inCare("Affollata", "333 000 8803"));
        String page = "/plans/" + plan;
        List<Callable<Client.Page>> forms =
                List.of("sociale.prato", "sociale2.prato", "cpi.prato", "cpi2.prato", "cpi.prato")
                        .stream()
                        .map(name -> adding(as(name), page))
                        .toList();

        List<Client.Page> answers = AtOnce.send("plan", plan, forms.size(), forms);

        assertThat(answers).extracting(Client.Page::status).containsOnly(200);
        assertThat(
                        TRUTH.queryForList(
                                "select ordinal from objective where plan_id = ? order by ordinal",
                                Integer.class,
                                plan))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    private static Callable<Client.Page> adding(Client by, String plan) {
        Map<String, String> form = new HashMap<>(by.seal(plan, plan + "/objectives"));
        form.putAll(
                Map.of(
                        "area", "WORK",
                        "text", "Un obiettivo in più",
                        "expectedResult", "Raggiunto",
                        "who", "La persona",
                        "commitment", "Venire",
                        "instrument", "PROCEDURE_HELP",
                        "hours", "1",
                        "provider", provider(),
                        "fundingSource", "MUNICIPAL"));
        return () -> by.send(plan + "/objectives", form);
    }
}
