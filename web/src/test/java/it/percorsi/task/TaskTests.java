package it.percorsi.task;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Giving and doing tasks, from whichever page they come. */
class TaskTests extends RunningApplication {

    private Client social;

    @BeforeEach
    void aSocialWorker() {
        social = as("sociale.prato");
    }

    private UUID task(String what) {
        return TRUTH.queryForObject("select id from task where what = ?", UUID.class, what);
    }

    private String status(String what) {
        return TRUTH.queryForObject("select status from task where what = ?", String.class, what);
    }

    private Client.Page ask(Client who, UUID person, String lines) {
        String path = "/people/" + person + "/tasks";
        return who.post(path, path, Map.of("tasks", lines));
    }

    @Test
    void noTaskFallsOffTheListHoweverManyAreOpen() {
        UUID person = person("Hoxha", "Arta");
        ask(social, person, "io: l'ultimo di tanti compiti entro domani");
        UUID last = task("l'ultimo di tanti compiti");
        TRUTH.update(
                """
                insert into task select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
                    'due_on', date '2020-01-01' + n, 'what', 'copia di un compito'))).*
                from task t, generate_series(1, 230) n where t.id = ?\
                """,
                last);

        String body = social.get("/tasks").body();
        assertThat(body).contains("Da fare: ").doesNotContain(last.toString());
        int pages = 1;
        for (; body.contains("Altri compiti da fare") && pages < 20; pages++) {
            body =
                    social.get(body.replaceAll("(?s).*href=\"(/tasks\\?after=[^\"]+)\".*", "$1"))
                            .body();
            if (body.contains(last.toString())) {
                break;
            }
        }
        assertThat(pages).isGreaterThan(1);
        assertThat(body).contains(last.toString());
        TRUTH.update("delete from task where what = 'copia di un compito'");
    }

    @Test
    void aNoteCarriesWhatWasDecidedAndTheDayToMeetAgain() {
        UUID person = person("Hoxha", "Arta");
        String diary = "/people/" + person + "/diary";

        Client.Page page =
                social.post(
                        diary,
                        diary,
                        Map.of(
                                "section",
                                "LABOUR",
                                "body",
                                "Colloquio con due cose da fare",
                                "tasks",
                                "andrea: mandare il curriculum alla mensa entro venerdì\nio: chiedere le ricevute dell'affitto entro due settimane",
                                "meetOn",
                                "1/2/2090"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(
                        count(
                                "task t join note n on n.id = t.origin_id where t.origin = 'NOTE' and n.body = 'Colloquio con due cose da fare' and t.person_id = ?",
                                person))
                .isEqualTo(3);
        assertThat(as("cpi.prato").get("/tasks").body())
                .contains("mandare il curriculum alla mensa");
        assertThat(social.get("/tasks").body())
                .contains("chiedere le ricevute dell&#39;affitto")
                .contains("Prossimo colloquio con la persona")
                .contains("mandare il curriculum alla mensa");
    }

    @Test
    void aLineThatCannotBeReadIsSaidAndNothingIsLostNorWritten() {
        UUID person = person("Khan", "Ali");
        String diary = "/people/" + person + "/diary";
        Map<String, String> form = new HashMap<>(social.seal(diary, diary));
        form.putAll(
                Map.of(
                        "section",
                        "SOCIAL",
                        "body",
                        "Parole da non perdere con i compiti",
                        "tasks",
                        "io: telefonare alla maestra entro domani\nqualcuno: scrivere entro domani"));

        Client.Page page = social.send(diary, form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("Riga 2")
                .contains("nessuno con questo nome")
                .contains("Parole da non perdere con i compiti")
                .contains("io: telefonare alla maestra entro domani");
        assertThat(count("note where body = 'Parole da non perdere con i compiti'")).isZero();
        assertThat(count("task where what = 'telefonare alla maestra'")).isZero();
    }

    @Test
    void aTaskIsDoneWithOneButtonAndTakenUpAgain() {
        ask(social, person("Hoxha", "Arta"), "io: firmare il modulo azzurro entro oggi");
        String path = "/tasks/" + task("firmare il modulo azzurro");

        social.post("/tasks", path + "/done", Map.of());
        assertThat(status("firmare il modulo azzurro")).isEqualTo("DONE");
        social.post("/tasks", path + "/reopened", Map.of());
        assertThat(status("firmare il modulo azzurro")).isEqualTo("OPEN");
        assertThat(social.post("/tasks", path + "/dropped", Map.of("note", " ")).body())
                .contains("Manca il motivo scritto");
        social.post("/tasks", path + "/dropped", Map.of("note", "Lo ha già firmato lei"));
        assertThat(status("firmare il modulo azzurro")).isEqualTo("DROPPED");
        assertThat(
                        count(
                                "trail where subject_id = ? and action <> 'TASK'",
                                task("firmare il modulo azzurro")))
                .isEqualTo(3);
    }

    @Test
    void aLateTaskComesFirstAndSaysSo() {
        ask(social, person("Hoxha", "Arta"), "io: compito in ritardo di prova entro oggi");
        TRUTH.update(
                "update task set due_on = '2020-01-01' where what = 'compito in ritardo di prova'");

        assertThat(social.get("/tasks").body())
                .containsPattern("in ritardo: \\d")
                .containsPattern("(?s)compito in ritardo di prova.*?in ritardo");
        assertThat(social.get("/cases").body()).contains("in ritardo");
    }

    @Test
    void whoDoesNotSeeThePersonCannotBeGivenATaskAboutThem() {
        UUID person = open(as("sportello.prato"), "Compitini", Map.of("phone", "333 000 9301"));
        social.get("/people/" + person);

        Client.Page page = ask(social, person, "andrea: chiamarlo entro domani");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("nessuno con questo nome");
    }

    @Test
    void aSocialTaskIsReadByWhoOwesItAndByNoColleagueWithoutTheSocialPart() {
        UUID person = person("Hoxha", "Arta");
        String diary = "/people/" + person + "/diary";
        social.post(
                diary,
                diary,
                Map.of(
                        "section",
                        "SOCIAL",
                        "body",
                        "Nota sociale con compito",
                        "tasks",
                        "io: cosa sociale riservata alla sezione entro domani"));

        assertThat(social.get("/people/" + person + "/tasks").body())
                .contains("cosa sociale riservata");
        assertThat(as("cpi.prato").get("/people/" + person + "/tasks").body())
                .doesNotContain("cosa sociale riservata");
        assertThat(as("sportello.prato").get("/people/" + person + "/tasks").body())
                .doesNotContain("cosa sociale riservata");
    }
}
