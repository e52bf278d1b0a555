package it.percorsi.person;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The one way into a file without anybody's leave, from the pages. */
class EmergencyTests extends RunningApplication {

    private static final String PAGE = "/emergencies";

    private static Client.Page ask(Client asking, String evidence, String cause, String why) {
        return asking.post(PAGE, PAGE, Map.of("evidence", evidence, "cause", cause, "why", why));
    }

    private UUID ofPrato(String familyName, String phone) {
        return open(as("sportello.prato"), familyName, Map.of("phone", phone));
    }

    /** Others look for their own way in. */
    @AfterEach
    void reviewed() {
        TRUTH.update(
                "update emergency_access set status = 'JUSTIFIED', review = 'x', reviewed_at = now(), reviewer_id = (select id from operator where username = 'dpo') where status = 'UNREVIEWED'");
        TRUTH.update(
                "update emergency_notice set seen_at = now(), seen_by = (select id from operator where username = 'sociale.prato') where seen_at is null");
        TRUTH.update(
                "update access_grant set valid_until = now() where basis = 'EMERGENCY' and valid_until > now()");
    }

    @Test
    void opensTheFileAtOnceAndTellsOwnerOfficerAndPerson() {
        UUID somebody = ofPrato("Urgente", "333 222 6601");
        Client asking = as("sportello.pistoia");
        assertThat(asking.get("/people/" + somebody).status()).isEqualTo(404);
        String found = asking.search("urgente prova 12/3/1990").body();
        assertThat(found).contains("Chiedi il raccordo").contains("Accesso d'urgenza");
        Map<String, String> form = Client.hidden(found, PAGE);
        form.putAll(
                Map.of(
                        "evidence",
                        "urgente prova 12/3/1990",
                        "cause",
                        "SHELTER",
                        "why",
                        "Stanotte dorme fuori"));
        Client.Page opened = asking.send(PAGE, form);

        assertThat(opened.path()).isEqualTo("/people/" + somebody);
        assertThat(opened.body()).contains("aperto in urgenza").contains("Urgente");
        assertThat(as("sociale.pistoia").get("/people/" + somebody).status())
                .as("a colleague")
                .isEqualTo(404);
        Client owner = as("sociale.prato");
        assertThat(owner.get("/cases").body()).contains("Accessi d&#39;urgenza da vedere: 1");
        assertThat(owner.get(PAGE).body())
                .contains("Marco Vannucci, Comune di Pistoia")
                .contains("persona senza riparo: Stanotte dorme fuori")
                .contains("Urgente Prova");
        String emergency =
                TRUTH.queryForObject(
                        "select id from emergency_access where person_id = ?",
                        String.class,
                        somebody);
        assertThat(owner.post(PAGE, PAGE + "/seen", Map.of("emergency", emergency)).body())
                .contains("Segnato come visto")
                .doesNotContain("da vedere: 1");
        assertThat(owner.get("/people/" + somebody + "/looks").body())
                .contains("<strong>Accesso d'urgenza. </strong>")
                .contains("apertura in urgenza")
                .contains("Stanotte dorme fuori");
        assertThat(owner.get("/people/" + somebody + "/grants").body())
                .contains("accesso d&#39;urgenza")
                .contains("persona senza riparo");
        Client officer = as("dpo");
        assertThat(officer.get("/trail").body()).contains("Accessi d&#39;urgenza da vedere: 1");
        assertThat(officer.get(PAGE).body())
                .contains("Marco Vannucci")
                .contains("righe nel registro")
                .contains("non visibile")
                .doesNotContain("Urgente");
        assertThat(
                        officer.post(
                                        PAGE,
                                        PAGE + "/reviews",
                                        Map.of(
                                                "emergency",
                                                emergency,
                                                "justified",
                                                "true",
                                                "note",
                                                "Sentito il turno"))
                                .body())
                .contains("Valutazione registrata")
                .contains("giustificato: Sentito il turno");
        assertThat(officer.get(PAGE).body()).doesNotContain("da vedere");
    }

    @Test
    void needsACauseAReasonAndEvidenceAndAnswersTheSameForHiddenAndAbsent() {
        ofPrato("Nascosta", "333 222 6602");
        Client asking = as("cpi.pistoia");

        assertThat(ask(asking, "nascosta prova 12/3/1990", "CURIOSITY", "x").status())
                .isEqualTo(422);
        assertThat(ask(asking, "nascosta prova 12/3/1990", "LIFE", " ").status()).isEqualTo(422);
        Client.Page hidden = ask(asking, "nascosta prova", "LIFE", "Sta male");
        Client.Page absent = ask(asking, "inesiste prova", "LIFE", "Sta male");
        assertThat(hidden.status()).isEqualTo(422);
        assertThat(hidden.body()).contains("non risulta con certezza").contains("Sta male");
        assertThat(hidden.timeless().replace("nascosta", "…"))
                .isEqualTo(absent.timeless().replace("inesiste", "…"));
        assertThat(count("trail where action = 'REVEAL' and subject = 'emergency'"))
                .isGreaterThanOrEqualTo(2);
        assertThat(count("access_grant where basis = 'EMERGENCY' and valid_until > now()"))
                .isZero();
    }

    @Test
    void isEndedByWhoAskedAsSoonAsItIsNeededNoMore() {
        UUID somebody = ofPrato("Conclusa", "333 222 6609");
        Client asking = as("sportello.pistoia");
        ask(asking, "conclusa prova 12/3/1990", "SHELTER", "Stanotte dorme fuori");
        Map<String, String> emergency =
                Map.of(
                        "emergency",
                        TRUTH.queryForObject(
                                "select id from emergency_access where person_id = ?",
                                String.class,
                                somebody));
        assertThat(as("sociale.pistoia").post(PAGE, PAGE + "/ends", emergency).status())
                .as("a colleague")
                .isEqualTo(404);
        assertThat(asking.get("/people/" + somebody).status()).isEqualTo(200);

        assertThat(asking.post(PAGE, PAGE + "/ends", emergency).body())
                .contains("il fascicolo non ti è più aperto")
                .contains("non visibile")
                .doesNotContain("chiudi adesso");
        assertThat(asking.get("/people/" + somebody).status()).isEqualTo(404);
        assertThat(asking.post(PAGE, PAGE + "/ends", emergency).status()).isEqualTo(404);
        assertThat(as("sociale.prato").get("/people/" + somebody + "/looks").body())
                .contains("chiusura anticipata");
    }

    @Test
    void opensNoListNoGrantAndNoMove() {
        UUID somebody = ofPrato("Limitata", "333 222 6603");
        String page =
                "/cases/"
                        + TRUTH.queryForObject(
                                "select id from case_file where person_id = ?",
                                UUID.class,
                                somebody);
        Client asking = as("sociale.pistoia");
        assertThat(ask(asking, "limitata prova 12/3/1990", "VIOLENCE", "Minacciata").status())
                .isEqualTo(200);
        assertThat(asking.get(page).status()).isEqualTo(200);

        for (String list :
                new String[] {"/cases", "/referrals", "/agenda", "/duplicates", "/connections"}) {
            assertThat(asking.get(list).body()).as(list).doesNotContain("Limitata");
        }
        Client.Page refused =
                asking.post(
                        "/people/" + somebody + "/referrals/new",
                        "/people/" + somebody + "/referrals",
                        Map.of(
                                "panel",
                                TRUTH.queryForObject(
                                        "select id from panel where code = 'commissione-prato'",
                                        String.class),
                                "needs",
                                "WORK",
                                "reason",
                                "x",
                                "legalBasis",
                                "PUBLIC_TASK"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Aprire il fascicolo ad altri enti");
        assertThat(asking.get("/people/" + somebody + "/looks").status()).isEqualTo(404);
        Map<String, String> closing = asking.seal("/desk", "/desk");
        closing.put("note", "x");
        assertThat(asking.send(page + "/closing", closing).body())
                .contains("ente che tiene il fascicolo");

        // What is owed would outlive the hour.
        String tasks = "/people/" + somebody + "/tasks";
        for (String who : new String[] {"io", "francesca"}) {
            assertThat(
                            asking.post(
                                            tasks,
                                            tasks,
                                            Map.of("tasks", who + ": richiamarla entro domani"))
                                    .body())
                    .as(who)
                    .contains("può avere");
        }
        assertThat(count("task where person_id = ?", somebody)).isZero();
    }

    @Test
    void whoWasNotReviewedInTimeAsksInVain() {
        ofPrato("Tardiva", "333 222 6604");
        ofPrato("Ulteriore", "333 222 6605");
        Client asking = as("sportello.lucca");
        assertThat(ask(asking, "tardiva prova 12/3/1990", "LIFE", "Sta male").status())
                .isEqualTo(200);
        TRUTH.update(
                "update emergency_access set asked_at = now() - interval '8 days' where status = 'UNREVIEWED'");

        Client.Page refused = ask(asking, "ulteriore prova 12/3/1990", "LIFE", "Sta male");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("più di sette giorni").contains("Sta male");
        assertThat(as("dpo").get(PAGE).body()).contains("La valutazione è in ritardo");
    }

    @Test
    void othersCannotAskOrReview() {
        for (String username : new String[] {"coordinamento", "imprese.prato", "admin"}) {
            assertThat(as(username).get(PAGE).status()).as(username).isEqualTo(404);
        }
        assertThat(as("dpo").get(PAGE).body()).doesNotContain("Apri in urgenza");
        Client desk = as("sportello.pistoia");
        Map<String, String> form = new HashMap<>(desk.seal("/desks", "/logout"));
        form.putAll(
                Map.of(
                        "formKey",
                        UUID.randomUUID().toString(),
                        "emergency",
                        UUID.randomUUID().toString(),
                        "note",
                        "x"));
        assertThat(desk.send(PAGE + "/reviews", form).status()).isEqualTo(404);
        form.put("formKey", UUID.randomUUID().toString());
        assertThat(desk.send(PAGE + "/seen", form).status()).isEqualTo(404);
    }
}
