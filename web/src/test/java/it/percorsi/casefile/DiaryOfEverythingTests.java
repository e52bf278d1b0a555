package it.percorsi.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.assessment.CareCase;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The diary tells of everything that happened, each kind by itself if wanted. */
class DiaryOfEverythingTests extends CareCase {

    @Test
    void aBookingIsToldAndNotOnlyWhatBecameOfIt() {
        UUID person = inCare("Prenotata", "333 000 8603");
        Client desk = as("sportello.prato");
        String page = "/people/" + person + "/booking?service=cpi-prato-orientamento";
        Matcher slot =
                Pattern.compile("name=\"slot\" value=\"([^\"]+)\"").matcher(desk.get(page).body());
        assertThat(slot.find()).isTrue();
        desk.post(
                page,
                "/people/" + person + "/booking",
                Map.of(
                        "service",
                        "cpi-prato-orientamento",
                        "slot",
                        slot.group(1),
                        "reason",
                        "WORK",
                        "without",
                        "BY_PHONE"));

        String diary = "/people/" + person + "/diary";
        for (String reader : new String[] {"sociale.prato", "cpi.prato", "sportello.prato"}) {
            assertThat(as(reader).get(diary + "?kind=appointment").body())
                    .as(reader)
                    .contains("Appuntamento prenotato")
                    .doesNotContain("Presa in carico:");
        }
        assertThat(as("sociale.prato").get(diary).body())
                .containsSubsequence(
                        "Appuntamento prenotato", "Presa in carico", "Fascicolo aperto");
    }

    @Test
    void eachKindHasItsWord() {
        UUID person = inCare("Filtrata", "333 000 8604");
        Client social = as("sociale.prato");
        for (String kind : Diary.KINDS) {
            Client.Page page = social.get("/people/" + person + "/diary?kind=" + kind);
            assertThat(page.status()).as(kind).isEqualTo(200);
            assertThat(page.body()).as(kind).doesNotContain("??");
        }
    }

    private static String diary(UUID person) {
        return "/people/" + person + "/diary";
    }

    private UUID asked(UUID person, String what) {
        String tasks = "/people/" + person + "/tasks";
        as("sociale.prato").post(tasks, tasks, Map.of("tasks", "io: " + what + " entro domani"));
        return TRUTH.queryForObject("select id from task where what = ?", UUID.class, what);
    }

    @Test
    void whatSomebodyHadToDoIsToldWhenItWasAskedAndWhenItWasSettled() {
        UUID person = inCare("Incaricata", "333 000 8605");
        Client social = as("sociale.prato");
        UUID done = asked(person, "chiamare il medico di Incaricata");
        UUID dropped = asked(person, "cercare un letto per Incaricata");
        social.post("/tasks", "/tasks/" + done + "/done", Map.of());
        social.post("/tasks", "/tasks/" + dropped + "/dropped", Map.of("note", "Ha trovato da sé"));

        assertThat(as("cpi.prato").get(diary(person) + "?kind=task").body())
                .containsSubsequence(
                        "Compito lasciato:",
                        "cercare un letto per Incaricata: Ha trovato da sé",
                        "Compito fatto:",
                        "chiamare il medico di Incaricata",
                        "Compito:",
                        "cercare un letto per Incaricata",
                        "Compito:",
                        "chiamare il medico di Incaricata")
                .doesNotContain("Fascicolo aperto");
        assertThat(as("sportello.prato").get(diary(person)).body())
                .doesNotContain("chiamare il medico di Incaricata");
    }

    /** Of the same thing two lines can be told: none is lost or told twice where a page ends. */
    @Test
    void aLongHistoryIsReadToItsEndPageByPage() {
        UUID person = inCare("Lunghissima", "333 000 8606");
        TRUTH.update(
                """
                insert into task (id, person_id, organisation_id, what, section, due_on, status, origin, asked_by_id,
                    asked_for_id, asked_at, settled_at, settled_by_id, version)
                select gen_random_uuid(), ?, b.id, 'Cosa ' || n, 'LABOUR', current_date, 'DONE', 'HAND', o.id, b.id,
                    now() - n * interval '2 hours', now() - n * interval '1 hour', o.id, 0
                from operator o, organisation b, generate_series(1, 70) n
                where o.username = 'sociale.prato' and b.code = 'comune-prato'\
                """,
                person);
        Client social = as("sociale.prato");
        String page = social.get(diary(person) + "?kind=task").body();
        int told = lines(page);
        for (int more = 0; more < 2; more++) {
            Matcher next = Pattern.compile("href=\"([^\"]+)\">Più indietro").matcher(page);
            assertThat(next.find()).isTrue();
            page = social.get(next.group(1).replace("&amp;", "&")).body();
            told += lines(page);
        }

        assertThat(told).isEqualTo(140);
        assertThat(page).doesNotContain("Più indietro").contains("Cosa 70");
    }

    private static int lines(String page) {
        return page.split("class=\"prose\"", -1).length - 1;
    }

    @Test
    void onlySomeDaysAreReadAndWhatCannotBeReadComesBack() {
        UUID person = inCare("Giornaliera", "333 000 8607");
        Client social = as("sociale.prato");
        TRUTH.update(
                """
                insert into note (id, person_id, section, body, at, operator_id, organisation_id)
                select gen_random_uuid(), ?, 'SOCIAL', 'Nota delle ' || h, h::timestamp at time zone 'Europe/Rome',
                    o.id, b.id
                from operator o, organisation b, unnest(array['2026-03-01 23:59', '2026-03-02 00:00',
                    '2026-03-03 23:59', '2026-03-04 00:00']) h
                where o.username = 'sociale.prato' and b.code = 'comune-prato'\
                """,
                person);

        Client.Page some =
                social.get(diary(person) + "?kind=note&since=2%2F3%2F2026&until=3%2F3%2F2026");
        assertThat(some.body())
                .contains("Nota delle 2026-03-02 00:00", "Nota delle 2026-03-03 23:59")
                .doesNotContain("Nota delle 2026-03-01", "Nota delle 2026-03-04")
                .contains("dal 02/03/2026 al 03/03/2026: togli", "since=2026-03-02");
        assertThat(
                        social.post(
                                        diary(person) + "?since=2%2F3%2F2026",
                                        diary(person) + "/search",
                                        Map.of("words", "delle 2026", "since", "3/3/2026"))
                                .body())
                .contains("Nota delle 2026-03-03", "Nota delle 2026-03-04")
                .doesNotContain("Nota delle 2026-03-02");

        Client.Page never = social.get(diary(person) + "?since=31%2F2%2F2026&until=3%2F3%2F2026");
        assertThat(never.status()).isEqualTo(422);
        assertThat(never.body())
                .contains("Non riesco a leggere questa data", "value=\"31/2/2026\"")
                .contains("value=\"3/3/2026\"", "Nota delle 2026-03-04");
        Client.Page turned = social.get(diary(person) + "?since=4%2F3%2F2026&until=3%2F3%2F2026");
        assertThat(turned.status()).isEqualTo(422);
        assertThat(turned.body()).contains("viene prima del primo");
    }
}
