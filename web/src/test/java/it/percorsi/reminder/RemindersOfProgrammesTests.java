package it.percorsi.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who coordinates knows how much waits in their programmes, and of nobody. */
class RemindersOfProgrammesTests extends RunningApplication {

    /** What the page says of the tasks of TEAMS: how many, how many late, the oldest day. */
    private record Line(int open, int late, String oldest) {}

    private static Line tasks(String body) {
        Matcher cell =
                Pattern.compile(
                                "id=\"p-TEAMS\".*?<th scope=\"row\">Compito</th>.*?In attesa\"[^>]*>(\\d+)<.*?In ritardo\"[^>]*><span>(\\d+)<.*?Prima scadenza\">([^<]*)<",
                                Pattern.DOTALL)
                        .matcher(body);
        assertThat(cell.find()).isTrue();
        return new Line(
                Integer.parseInt(cell.group(1)), Integer.parseInt(cell.group(2)), cell.group(3));
    }

    private void asked(UUID person, String what, LocalDate due) {
        String tasks = "/people/" + person + "/tasks";
        as("sociale.prato").post(tasks, tasks, Map.of("tasks", "io: " + what + " entro domani"));
        TRUTH.update("update task set due_on = ? where what = ?", due, what);
    }

    @Test
    void whoeverCoordinatesReadsHowMuchWaitsHowMuchIsLateAndSinceWhen() {
        UUID arta = person("Hoxha", "Arta");
        LocalDate today = LocalDate.now(Rome.ZONE);
        LocalDate longAgo = LocalDate.of(1999, 1, 1);
        asked(arta, "contare il primo di Arta", today.plusDays(3));
        Client coordination = as("coordinamento");
        Line before = tasks(coordination.get("/reminders").body());

        asked(arta, "contare il secondo di Arta", longAgo);

        String body = coordination.get("/reminders").body();
        assertThat(tasks(body))
                .isEqualTo(
                        new Line(
                                before.open() + 1,
                                before.late() + 1,
                                DateTimeFormatter.ofPattern("dd/MM/yyyy").format(longAgo)));
        assertThat(body).doesNotContain("Hoxha", "contare il secondo", "/people/");
        TRUTH.update("delete from task where what like 'contare il % di Arta'");
    }

    /** A programme of somebody else, and whoever is in no programme, are in no number. */
    @Test
    void theNumbersAreOfWhoIsInTheProgrammesOneCoordinates() {
        Client coordination = as("coordinamento");
        int all =
                TRUTH.queryForObject(
                        "select count(*) from open_step s where s.kind = 'TASK' and exists (select 1 from enrolment e join programme p on p.id = e.programme_id where e.person_id = s.person_id and e.status = 'ACTIVE' and p.code = 'TEAMS')",
                        Integer.class);
        String body = coordination.get("/reminders").body();

        if (all > 0) {
            assertThat(tasks(body).open()).isEqualTo(all);
        }
        for (String code : TRUTH.queryForList("select code from programme", String.class)) {
            boolean own =
                    count(
                                    "programme p join programme_body b on b.programme_id = p.id join organisation o on o.id = b.organisation_id where p.code = ? and b.role = 'COORDINATION' and o.code = 'coordinamento-teams'",
                                    code)
                            > 0;
            assertThat(body.contains("id=\"p-" + code + "\"")).as(code).isEqualTo(own);
        }
        assertThat(count("trail where subject = 'programme-reminders' and person_ids = '{}'"))
                .isPositive();
        assertThat(coordination.get("/").path()).isEqualTo("/programmes");
    }
}
