package it.percorsi.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.PanelCase;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who coordinates knows how much waits in their programmes, and of nobody. */
class RemindersOfProgrammesTests extends PanelCase {

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

    private static int waiting(String body, String programme, String kind) {
        Matcher cell =
                Pattern.compile(
                                "id=\"p-%s\".*?<th scope=\"row\">%s</th>.*?In attesa\"[^>]*>(\\d+)<"
                                        .formatted(programme, Pattern.quote(kind)),
                                Pattern.DOTALL)
                        .matcher(body);
        return cell.find() ? Integer.parseInt(cell.group(1)) : 0;
    }

    /** Who is referred to a panel of a programme is in nobody's enrolments yet. */
    @Test
    void whatWaitsBeforeAPanelOfTheProgrammeCountsBeforeAnybodyIsEnrolledAndOnce() {
        String answer = "Segnalazione: la commissione deve rispondere";
        UUID panel = panel("Unità contata da chi coordina", false);
        UUID person = personOf(caseBefore(sitting(panel), "Scadenzata", "333 000 9761"));
        TRUTH.update(
                "update referral set status = 'SUBMITTED', sitting_id = null, answer_by = '1998-01-01' where panel_id = ?",
                panel);
        Client coordination = as("coordinamento");
        int before = waiting(coordination.get("/reminders").body(), "TEAMS", answer);

        TRUTH.update(
                "update panel set programme_id = (select id from programme where code = 'TEAMS') where id = ?",
                panel);
        String body = coordination.get("/reminders").body();
        assertThat(waiting(body, "TEAMS", answer)).isEqualTo(before + 1);
        assertThat(body).contains("01/01/1998").doesNotContain("Scadenzata");

        enrolled(person);
        assertThat(waiting(coordination.get("/reminders").body(), "TEAMS", answer))
                .isEqualTo(before + 1);

        TRUTH.update("delete from enrolment where person_id = ?", person);
        TRUTH.update("update panel set programme_id = null where id = ?", panel);
    }

    private static UUID personOf(UUID referral) {
        return TRUTH.queryForObject(
                "select person_id from referral where id = ?", UUID.class, referral);
    }

    private static void enrolled(UUID person) {
        TRUTH.update(
                """
                insert into enrolment select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(),
                    'person_id', ?::uuid))).*
                from enrolment e join programme p on p.id = e.programme_id
                where p.code = 'TEAMS' and e.status = 'ACTIVE' limit 1\
                """,
                person);
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
