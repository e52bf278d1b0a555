package it.percorsi.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.assessment.CareCase;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What waits for somebody is on one page until it is done; what nobody did passes to the body. */
class RemindersTests extends CareCase {

    private static final String LATE = "passata a tutto l'ente";

    private String reminders(String who) {
        return as(who).get("/reminders").body();
    }

    /** The line of somebody, or nothing. */
    private String line(String who, String familyName) {
        String body = reminders(who);
        int from = body.indexOf(familyName);
        return from < 0 ? "" : body.substring(from, body.indexOf("</tr>", from));
    }

    private UUID asked(UUID person, String what) {
        String tasks = "/people/" + person + "/tasks";
        as("sociale.prato").post(tasks, tasks, Map.of("tasks", "io: " + what + " entro domani"));
        return TRUTH.queryForObject("select id from task where what = ?", UUID.class, what);
    }

    /** Whatever else waits, this is among the first. */
    private static void due(UUID task, int daysAgo) {
        TRUTH.update(
                "update task set due_on = ? where id = ?",
                LocalDate.now(Rome.ZONE).minusDays(daysAgo),
                task);
    }

    private static void reviewed(UUID plan, @Nullable LocalDate on) {
        TRUTH.update("update plan set review_on = ? where id = ?", on, plan);
    }

    @Test
    void aTaskIsThereForWhoHasItUntilItIsDone() {
        UUID person = inCare("Promemoria", "333 000 8901");
        UUID task = asked(person, "chiamare la scuola di Promemoria");
        due(task, 3);
        assertThat(line("sociale.prato", "Promemoria"))
                .contains("Compito", ": chiamare la scuola di Promemoria", "in ritardo")
                .doesNotContain(LATE);

        as("sociale.prato").post("/tasks", "/tasks/" + task + "/done", Map.of());

        assertThat(count("task where id = ? and status = 'DONE'", task)).isOne();
        assertThat(reminders("sociale.prato")).doesNotContain("Promemoria");
    }

    @Test
    void whatAColleagueDidNotDoInAWeekPassesToTheWholeBody() {
        UUID task = asked(inCare("Trascurata", "333 000 8902"), "scrivere al Comune di Trascurata");
        due(task, 7);
        assertThat(reminders("sociale2.prato")).doesNotContain("Trascurata");

        due(task, 8);

        assertThat(line("sociale2.prato", "Trascurata")).contains("in ritardo", LATE);
        assertThat(line("sociale.prato", "Trascurata")).contains("in ritardo").doesNotContain(LATE);
        assertThat(reminders("cpi.prato")).doesNotContain("Trascurata");
        assertThat(reminders("sociale.pistoia")).doesNotContain("Trascurata");
    }

    @Test
    void theReviewOfAPlanAndTheDayOfASuspendedCaseAreThereFromAWeekBefore() {
        UUID person = inCare("Riveduta", "333 000 8903");
        UUID plan = plan(person);
        reviewed(plan, LocalDate.now(Rome.ZONE).plusDays(8));
        assertThat(reminders("sociale.prato")).doesNotContain("Riveduta");

        reviewed(plan, LocalDate.now(Rome.ZONE).minusDays(60));

        assertThat(line("sociale.prato", "Riveduta")).contains("Piano: verifica");
        reviewed(plan, null);
        TRUTH.update(
                "update case_file set status = 'SUSPENDED', suspended_until = current_date - 60 where person_id = ?",
                person);
        assertThat(line("sociale.prato", "Riveduta")).contains("Caso sospeso: riprenderlo");
        TRUTH.update(
                "update case_file set status = 'IN_CARE', suspended_until = null where person_id = ?",
                person);
        assertThat(reminders("sociale.prato")).doesNotContain("Riveduta");
    }

    @Test
    void whatAPanelMustAnswerIsThereForItsSecretaryAlone() {
        String late =
                "referral r join panel p on p.id = r.panel_id where p.code = 'commissione-prato' and r.status in ('SUBMITTED', 'UNDER_REVIEW')";
        assertThat(count(late)).isPositive();

        assertThat(reminders("commissione.prato"))
                .contains("la commissione deve rispondere")
                .doesNotContain("Compito</td>", "Pratica");
        assertThat(reminders("sociale.prato")).doesNotContain("la commissione deve rispondere");
    }

    @Test
    void aLookIsInTheTrailAndTheListOfCasesSaysHowMany() {
        due(asked(inCare("Contata", "333 000 8904"), "prenotare per Contata"), 1);
        Client social = as("sociale.prato");

        social.get("/reminders");

        assertThat(count("trail where subject = 'reminders' and cardinality(person_ids) > 0"))
                .isPositive();
        assertThat(social.get("/cases").body()).containsPattern("Scadenze: \\d+, passate: \\d+");
    }
}
