package it.percorsi.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.pathway.Rome;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Paperwork at other offices, from the papers that are missing to the answer. */
class ProcedureTests extends RunningApplication {

    private static String inDays(int days) {
        return LocalDate.now(Rome.ZONE)
                .plusDays(days)
                .format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    private static Client.Page prepare(Client desk, UUID person, String kind, String... others) {
        Map<String, String> form = new HashMap<>();
        form.put("kind", kind);
        form.put("nextOn", inDays(10));
        form.put("owner", "body");
        for (int i = 0; i < others.length; i += 2) {
            form.put(others[i], others[i + 1]);
        }
        String page = "/people/" + person + "/procedures";
        return desk.post(page + "/new", page, form);
    }

    private static Client.Page step(Client desk, String page, String move, String... fields) {
        Map<String, String> form = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        String step = page + "/steps/" + move;
        return desk.post(step, step, form);
    }

    @Test
    void itGoesFromThePapersThatAreMissingToTheAnswer() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Ricongiunta", Map.of("phone", "333 000 8101"));
        String documents = "/people/" + person + "/documents";
        assertThat(desk.get(documents).body()).contains("Nessuna pratica", "Apri una pratica");

        Client.Page begun =
                prepare(
                        desk,
                        person,
                        "family-reunification",
                        "concerning",
                        "per la moglie",
                        "missing",
                        "Busta paga\nIdoneità alloggiativa");
        assertThat(begun.body())
                .contains("da preparare", "per la moglie", "<li>Idoneità alloggiativa</li>")
                .contains("da verificare");
        String page = begun.path();
        assertThat(desk.get(page + "/steps/SUBMIT").body())
                .contains("Risultano ancora mancanti", "150 giorni (da verificare)");

        assertThat(
                        step(
                                        desk,
                                        page,
                                        "SUBMIT",
                                        "day",
                                        inDays(-20),
                                        "place",
                                        "Sportello unico",
                                        "receipt",
                                        "P-PO/1")
                                .body())
                .contains(
                        "presentata",
                        inDays(-20) + ", Sportello unico",
                        "P-PO/1",
                        inDays(130) + " (termine da verificare)");
        assertThat(
                        step(
                                        desk,
                                        page,
                                        "ASK_INTEGRATION",
                                        "note",
                                        "Il contratto di lavoro",
                                        "nextOn",
                                        inDays(15))
                                .body())
                .contains("integrazione chiesta", "Il contratto di lavoro", inDays(15));
        assertThat(step(desk, page, "INTEGRATE", "nextOn", inDays(40)).body())
                .contains("Integrazione consegnata");
        assertThat(step(desk, page, "GRANT", "day", inDays(0), "until", inDays(180)).body())
                .contains("accolta", "Chiusa il", inDays(180))
                .contains("Riapri la pratica")
                .doesNotContain("È respinta");

        assertThat(desk.get(documents).body())
                .contains("Ricongiungimento familiare, per la moglie", "chiusa il " + inDays(0));
        assertThat(desk.get("/people/" + person + "/diary?kind=procedure").body())
                .contains("Pratica aperta:", "Pratica presentata:", "Pratica accolta:")
                .contains("Ricongiungimento familiare: Il contratto di lavoro");
        UUID id = UUID.fromString(page.substring("/procedures/".length()));
        for (String act :
                new String[] {"PREPARE", "SUBMIT", "ASK_INTEGRATION", "INTEGRATE", "GRANT"}) {
            assertThat(
                            count(
                                    "trail where action = ? and subject = 'procedure' and subject_id = ? and ? = any (person_ids)",
                                    act,
                                    id,
                                    person))
                    .as(act)
                    .isOne();
        }
        assertThat(
                        count(
                                "trail where action = 'LOOK' and subject = 'procedure' and ? = any (person_ids) and 'STATUS' = any (sections)",
                                person))
                .isPositive();
    }

    @Test
    void whatCannotBeReadComesBackAsItWasTyped() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Incompleta", Map.of("phone", "333 000 8102"));

        Client.Page blank = prepare(desk, person, "", "missing", "Marca da bollo");
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body()).contains("Marca da bollo", "#kind");
        Client.Page past = prepare(desk, person, "citizenship", "nextOn", inDays(-1));
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.body()).contains("è già passato");

        String page = prepare(desk, person, "citizenship").path();
        Client.Page ahead =
                step(desk, page, "SUBMIT", "day", inDays(1), "place", "", "receipt", "K10");
        assertThat(ahead.status()).isEqualTo(422);
        assertThat(ahead.body()).contains("deve ancora venire", "#place", "value=\"K10\"");
        Client.Page colleague =
                desk.post(
                        page,
                        page,
                        Map.of("owner", operator("sportello.pistoia"), "nextOn", inDays(3)));
        assertThat(colleague.status()).isEqualTo(422);
        assertThat(count("procedure where person_id = ? and status = 'TO_PREPARE'", person))
                .isOne();
    }

    private static String operator(String username) {
        return TRUTH.queryForObject(
                "select id from operator where username = ?", String.class, username);
    }

    @Test
    void whereTheLawGivesNoTermTheDayToLookAgainIsAsked() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Affittuaria", Map.of("phone", "333 000 8103"));
        String page = prepare(desk, person, "rent-contribution").path();

        Client.Page silent =
                step(desk, page, "SUBMIT", "day", inDays(0), "place", "Comune", "nextOn", "");
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body()).contains("#nextOn");
    }

    @Test
    void anAnswerOlderThanTheSubmissionIsRefused() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Anticipata", Map.of("phone", "333 000 8104"));
        String page = prepare(desk, person, "housing-suitability").path();
        step(desk, page, "SUBMIT", "day", inDays(-2), "place", "Comune");

        Client.Page early = step(desk, page, "GRANT", "day", inDays(-3));

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains("prima della presentazione");
        assertThat(desk.get(page + "/steps/SUBMIT").status()).as("made already").isEqualTo(409);
    }

    @Test
    void oneOfAKindIsOpenAtATimeButASchoolCaseForEachChild() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Doppiapratica", Map.of("phone", "333 000 8105"));
        String first = prepare(desk, person, "citizenship").path();

        Client.Page second = prepare(desk, person, "citizenship");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("già una pratica di questo tipo");
        step(desk, first, "WITHDRAW", "note", "Aspetta la residenza");
        assertThat(prepare(desk, person, "citizenship").status()).isEqualTo(200);
        prepare(desk, person, "school-case", "concerning", "la prima");
        prepare(desk, person, "school-case", "concerning", "la seconda");
        assertThat(count("procedure where person_id = ? and next_on is not null", person))
                .isEqualTo(3);
    }

    @Test
    void whoIsLateIsSaidOnThePersonsPageInTheListAndAtTheDesk() {
        Client desk = as("sportello.lucca");
        UUID person = open(desk, "Tardiva", Map.of("phone", "333 000 8106"));
        String page = prepare(desk, person, "permit-renewal").path();
        assertThat(desk.get("/people/" + person).body()).doesNotContain("da ricontrollare");
        assertThat(desk.get("/desk").body()).doesNotContain("Pratiche in ritardo");
        assertThat(desk.get("/procedures?late=true").body()).doesNotContain("Tardiva");

        TRUTH.update(
                "update procedure set next_on = ? where person_id = ?",
                LocalDate.now(Rome.ZONE).minusDays(1),
                person);

        assertThat(desk.get("/people/" + person).body())
                .contains("era da ricontrollare il " + inDays(-1), "href=\"" + page + "\"");
        assertThat(desk.get("/desk").body())
                .contains("Pratiche in ritardo che aspettano te: 1")
                .contains("/procedures?whose=FOR_ME&amp;late=true");
        assertThat(desk.get("/procedures?whose=FOR_ME&late=true").body())
                .contains("Tardiva Prova", "in ritardo");

        Client.Page again = desk.post(page, page, Map.of("owner", "body", "nextOn", inDays(20)));
        assertThat(again.body()).contains("Salvato.").doesNotContain("Era da ricontrollare");
        assertThat(desk.get("/people/" + person).body()).doesNotContain("da ricontrollare");
    }

    @Test
    void anAlertOfALateOneIsPutAsideLikeTheOthers() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Messadaparte", Map.of("phone", "333 000 8107"));
        prepare(desk, person, "citizenship");
        TRUTH.update("update procedure set next_on = '2020-01-07' where person_id = ?", person);
        String page = "/people/" + person;
        assertThat(desk.get(page).body()).contains("era da ricontrollare");

        desk.post(
                page,
                page + "/alerts/PROCEDURE_LATE",
                Map.of("until", inDays(5), "note", "Telefonato oggi"));

        assertThat(desk.get(page).body()).doesNotContain("era da ricontrollare");
    }

    @Test
    void theListIsFilteredPagedAndWrittenWithoutNames() {
        Client desk = as("sportello2.pistoia");
        UUID person = open(as("sportello.pistoia"), "Elencata", Map.of("phone", "333 000 8108"));
        TRUTH.update(
                """
                insert into procedure (id, person_id, organisation_id, kind, several, about, missing, status, prepared_on,
                    next_on, moved_at, owner_id, version)
                select gen_random_uuid(), ?, b.id, 'school-case', true, 'figlio ' || n || '.', '', 'TO_PREPARE', '2026-01-07',
                    date '2031-01-01' + n, now(), case when n = 7 then o.id end, 0
                from organisation b, operator o, generate_series(1, 60) n
                where b.code = 'comune-pistoia' and o.username = 'sportello2.pistoia'\
                """,
                person);
        step(
                desk,
                prepare(desk, person, "citizenship", "concerning", "=HYPERLINK").path(),
                "SUBMIT",
                "day",
                inDays(-12),
                "place",
                "Prefettura");
        String school = "/procedures?kind=school-case";

        String first = desk.get(school).body();
        assertThat(first).contains("figlio 1.", "figlio 50.").doesNotContain("figlio 51.");
        String after = first.replaceAll("(?s).*after=([0-9a-f_-]+)\".*", "$1");
        assertThat(desk.get(school + "&after=" + after).body())
                .contains("figlio 51.", "figlio 60.")
                .doesNotContain("figlio 50.", "Altre pratiche");
        assertThat(desk.get(school + "&whose=MINE").body())
                .contains("figlio 7.")
                .doesNotContain("figlio 8.");
        assertThat(desk.get(school + "&whose=NOBODYS").body()).doesNotContain("figlio 7.");
        assertThat(desk.get(school + "&status=GRANTED").body()).doesNotContain("figlio");
        assertThat(desk.get("/procedures?kind=boh").status()).isEqualTo(422);
        assertThat(as("sportello.lucca").get(school).body()).doesNotContain("figlio");

        String csv =
                new String(
                        desk.download("/procedures/register.csv?kind=citizenship").body(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\ufeffCodice;Pratica;Stato;Aperta il")
                .containsPattern("P-[0-9A-F]{8};Cittadinanza italiana;presentata;")
                .contains(";" + inDays(-12) + ";", ";12\r\n")
                .doesNotContain("Elencata", "HYPERLINK");
        assertThat(
                        new String(
                                        desk.download("/procedures/register.csv?kind=school-case")
                                                .body())
                                .lines()
                                .count())
                .isEqualTo(61);
        assertThat(
                        count(
                                "trail where action = 'LIST' and subject = 'procedure-register' and ? = any (person_ids)",
                                person))
                .isEqualTo(2);
        TRUTH.update("delete from procedure where person_id = ? and about like 'figlio%'", person);
    }

    @Test
    void whatOnlyAnEmergencyOpensIsNotListed() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Urgente", Map.of("phone", "333 000 8109"));
        prepare(desk, person, "citizenship");
        assertThat(desk.get("/procedures").body()).contains("Urgente Prova");

        TRUTH.update("update access_grant set valid_until = now() where person_id = ?", person);
        TRUTH.update(
                """
                insert into access_grant (id, person_id, organisation_id, basis, roles, sections, reason, valid_from,
                    valid_until, given_by, given_by_organisation_id)
                select gen_random_uuid(), person_id, organisation_id, 'EMERGENCY', roles, sections, 'x', now(),
                    now() + interval '30 minutes', given_by, given_by_organisation_id
                from access_grant where person_id = ? and basis = 'FILE'\
                """,
                person);

        assertThat(desk.get("/people/" + person + "/documents").body())
                .contains("Cittadinanza italiana");
        assertThat(desk.get("/procedures").body()).doesNotContain("Urgente Prova");
        assertThat(new String(desk.download("/procedures/register.csv").body()))
                .doesNotContain(
                        TRUTH.queryForObject(
                                "select upper(right(id::text, 8)) from procedure where person_id = ?",
                                String.class,
                                person));
    }

    @Test
    void anEmploymentCentreReadsAndMovesNothing() {
        UUID arta = person("Hoxha", "Arta");
        Client desk = as("sportello.prato");
        String page = prepare(desk, arta, "school-case", "concerning", "il figlio piccolo").path();
        Client cpi = as("cpi.prato");

        assertThat(cpi.get("/people/" + arta + "/documents").body())
                .contains("il figlio piccolo")
                .doesNotContain("Apri una pratica");
        assertThat(cpi.get(page).body())
                .contains("il figlio piccolo")
                .doesNotContain("Ritira la pratica", "Chi la segue, e quando");
        assertThat(cpi.get("/people/" + arta + "/procedures/new").status()).isEqualTo(409);
        Map<String, String> seal = cpi.seal("/agenda", "/logout");
        seal.put("formKey", UUID.randomUUID().toString());
        seal.put("note", "x");
        assertThat(cpi.send(page + "/steps/WITHDRAW", seal).body())
                .contains("Lo fanno sportello, servizio sociale e specialisti");
        seal.put("formKey", UUID.randomUUID().toString());
        seal.putAll(Map.of("kind", "citizenship", "nextOn", inDays(3), "owner", "body"));
        assertThat(cpi.send("/people/" + arta + "/procedures", seal).status()).isEqualTo(409);
        assertThat(as("imprese.prato").get("/procedures").status()).isEqualTo(404);
        step(desk, page, "WITHDRAW", "note", "prova finita");
    }

    @Test
    void twoWhoChangeTheSameSeeBothTexts() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Contesa", Map.of("phone", "333 000 8110"));
        String page = prepare(desk, person, "citizenship", "missing", "Atto di nascita").path();
        Map<String, String> opened = desk.seal(page, page);
        desk.post(page, page, Map.of("owner", "body", "nextOn", inDays(9), "missing", "Niente"));
        opened.putAll(Map.of("owner", "body", "nextOn", inDays(8), "missing", "Atto tradotto"));

        Client.Page late = desk.send(page, opened);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Niente", "Atto tradotto");
    }

    @Test
    void aColleagueTakesItAndTheBodyThatSeesItCanTakeItOver() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Passata", Map.of("phone", "333 000 8111"));
        String page = prepare(desk, person, "citizenship").path();

        String colleague = operator("sociale.prato");
        assertThat(desk.post(page, page, Map.of("owner", colleague, "nextOn", inDays(9))).body())
                .contains("Elena Cecchi, Comune di Prato");
        assertThat(as("sociale.prato").get("/procedures?whose=MINE&kind=citizenship").body())
                .contains("Passata Prova");
        assertThat(
                        count(
                                "trail where action = 'FOLLOW' and subject = 'procedure' and ? = any (person_ids)",
                                person))
                .isOne();
    }
}
