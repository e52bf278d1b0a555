package it.percorsi.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A case rests, passes to another body, ends and begins again. */
class CaseLifeTests extends TeamCase {

    private static final Map<String, String> CLOSING =
            Map.of(
                    "outcome",
                    "WORK_FOUND",
                    "exits",
                    "true",
                    "note",
                    "Lavora in una mensa",
                    "review",
                    "Obiettivi raggiunti insieme");

    private Client.Page ask(UUID theCase, String body) {
        return post(
                social,
                theCase,
                "/transfer",
                Map.of(
                        "organisation",
                        body(body).toString(),
                        "reason",
                        "Si è trasferita a Pistoia"));
    }

    private String transfer(UUID theCase) {
        return "transfers/"
                + id(
                        "select id from case_transfer where case_file_id = ? and status = 'REQUESTED'",
                        theCase);
    }

    @Test
    void aCaseRestsUntilADayAndThatDayIsSaid() {
        UUID theCase = inCare("Sospesa", "333 000 9411");

        assertThat(
                        post(
                                        social,
                                        theCase,
                                        "/suspension",
                                        Map.of("until", "1/1/2020", "note", "In Albania"))
                                .status())
                .isEqualTo(422);
        assertThat(
                        post(
                                        social,
                                        theCase,
                                        "/suspension",
                                        Map.of("until", "1/5/2090", "note", "In Albania"))
                                .body())
                .contains("01/05/2090")
                .contains("sospeso");
        TRUTH.update("update case_file set suspended_until = '2026-01-01' where id = ?", theCase);
        assertThat(social.get("/cases").body()).contains("da riprendere");
        post(social, theCase, "/resumption", Map.of());
        assertThat(status(theCase)).isEqualTo("IN_CARE");
    }

    @Test
    void closingListsAllThatIsInTheWay() {
        UUID theCase = inCare("Impedita", "333 000 9412");
        UUID person = personOf(theCase);
        String tasks = "/people/" + person + "/tasks";
        social.post(tasks, tasks, Map.of("tasks", "io: una cosa entro domani"));
        String plan = "/cases/" + theCase + "/plan";
        social.post(plan, plan, Map.of("personWords", "Vorrei un lavoro", "reviewOn", "1/1/2090"));

        assertThat(social.get("/cases/" + theCase + "/closing").body())
                .contains("piano ancora in corso")
                .contains("compiti ancora da fare");
        Client.Page refused = post(social, theCase, "/closing", CLOSING);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("piano ancora in corso")
                .contains("compiti ancora da fare")
                .contains("Lavora in una mensa");
        assertThat(status(theCase)).isEqualTo("IN_CARE");
    }

    @Test
    void aClosedCaseSaysHowItEndedAndIsReopenedWithAReason() {
        UUID theCase = inCare("Chiusa", "333 000 9413");

        assertThat(post(social, theCase, "/closing", Map.of("outcome", "OTHER")).status())
                .isEqualTo(422);
        assertThat(post(social, theCase, "/closing", CLOSING).body())
                .contains("ha trovato lavoro, con uscita dall&#39;assistenza")
                .contains("Riapri il caso");
        assertThat(count("team_member where case_file_id = ? and until is null", theCase)).isZero();
        assertThat(social.get("/people/" + personOf(theCase) + "/diary").body())
                .contains("Verifica finale: Obiettivi raggiunti insieme");

        Map<String, String> why = Map.of("note", "Ha perso il lavoro");
        social.post("/cases/" + theCase, "/cases/" + theCase + "/reopening", why);
        assertThat(status(theCase)).isEqualTo("FIRST_LEVEL");
        assertThat(social.get("/cases/" + theCase).body())
                .contains("Prendi in carico")
                .doesNotContain("uscita dall");
    }

    @Test
    void afterTheClosingSomebodyAsksHowThePersonIs() {
        UUID theCase = inCare("Risentita", "333 000 9418");
        String page = "/cases/" + theCase;
        String today = day(0);
        assertThat(social.get(page + "/closing").body()).contains("Follow-up il", day(30));
        assertThat(social.get(page + "/follow-up").status()).as("an open case").isEqualTo(404);

        assertThat(close(theCase, "WORK_FOUND", "1/1/2020").body())
                .contains("è un giorno dopo oggi", "1/1/2020", "Lavora in una mensa");
        assertThat(close(theCase, "WORK_FOUND", day(30)).body())
                .contains("Chiuso il", today, "Prossimo follow-up", day(30));
        TRUTH.update(
                "update case_file set closed_on = closed_on - 40, follow_up_on = follow_up_on - 40 where id = ?",
                theCase);
        assertThat(social.get("/reminders").body())
                .contains("Risentita Prova", "sentire come sta la persona");
        assertThat(social.get(page).body()).contains("in ritardo");

        Map<String, String> told = new HashMap<>();
        told.put("situation", "INTERNSHIP");
        told.put("assisted", "NO");
        told.put("on", "1/1/2020");
        told.put("note", "Tirocinio in un forno");
        told.put("next", "ieri");
        Client.Page refused = post(social, theCase, "/follow-up", told);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("tra il giorno della chiusura e oggi", "Tirocinio in un forno", "ieri");
        told.put("on", today);
        told.put("next", day(140));
        assertThat(post(social, theCase, "/follow-up", told).body())
                .contains("è in tirocinio", "Elena Cecchi", day(140))
                .doesNotContain("in ritardo");
        assertThat(social.get("/reminders").body()).doesNotContain("Risentita Prova");
        assertThat(social.get("/people/" + personOf(theCase) + "/diary").body())
                .contains("Follow-up dopo la chiusura", "Tirocinio in un forno");

        Map<String, String> early = social.seal(page + "/follow-up", page + "/follow-up");
        social.post(page, page + "/reopening", Map.of("note", "Ha perso il tirocinio"));
        early.putAll(told);
        Client.Page late = social.send(page + "/follow-up", early);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Tirocinio in un forno");
        assertThat(social.get(page).body())
                .as("what was heard stays, nothing waits")
                .contains("è in tirocinio")
                .doesNotContain("Prossimo follow-up", "Registra un follow-up");
        assertThat(social.get(page + "/follow-up").status()).isEqualTo(404);
    }

    @Test
    void onlyWhoKeepsTheFileReadsHowThePersonIsAndOnlySocialWorkersWriteWhatTheyTell() {
        UUID theCase = inCare("Discreta", "333 000 9427");
        String page = "/cases/" + theCase;
        close(theCase, "WORK_FOUND", day(30));
        Client desk = as("sportello.prato");
        assertThat(desk.get(page + "/follow-up").body()).doesNotContain("Che cosa racconta");
        Map<String, String> told =
                Map.of("situation", "INTERNSHIP", "on", day(0), "note", "Racconta la sua vita");
        assertThat(post(desk, theCase, "/follow-up", told).body())
                .contains("lo scrive il servizio sociale");
        post(desk, theCase, "/follow-up", Map.of("situation", "INTERNSHIP", "on", day(0)));
        assertThat(desk.get(page).body()).contains("è in tirocinio");

        social.post(page, page + "/reopening", Map.of("note", "È tornata"));
        post(
                social,
                theCase,
                "/care",
                Map.of("manager", operator("sociale.prato").toString(), "decision", "Serve"));
        post(
                social,
                theCase,
                "/invitation",
                Map.of("operator", operator("cpi.prato").toString(), "opened", "LABOUR"));
        answer(cpi, "members/" + place(theCase, "cpi.prato") + "/acceptance", Map.of());

        assertThat(cpi.get(page).body()).contains("Discreta Prova").doesNotContain("tirocinio");
        assertThat(social.get(page).body()).contains("è in tirocinio");
    }

    @Test
    void nobodyAsksHowTheDeadAre() {
        UUID theCase = inCare("Deceduta", "333 000 9419");

        assertThat(close(theCase, "DIED", day(30)).body())
                .contains("nessuno")
                .doesNotContain("Registra un follow-up");
        assertThat(
                        post(
                                        social,
                                        theCase,
                                        "/follow-up",
                                        Map.of("situation", "OTHER", "on", day(0)))
                                .body())
                .contains("La persona è deceduta");
        assertThat(count("follow_up where case_file_id = ?", theCase)).isZero();

        UUID other = inCare("Spenta", "333 000 9428");
        close(other, "WORK_FOUND", day(30));
        post(
                social,
                other,
                "/follow-up",
                Map.of("situation", "DIED", "on", day(0), "next", day(60)));
        assertThat(social.get("/cases/" + other).body()).contains("nessuno");
        assertThat(
                        post(
                                        social,
                                        other,
                                        "/follow-up",
                                        Map.of("situation", "OTHER", "on", day(0)))
                                .body())
                .contains("La persona è deceduta");
    }

    private Client.Page close(UUID theCase, String outcome, String followUp) {
        Map<String, String> typed = new HashMap<>(CLOSING);
        typed.put("outcome", outcome);
        typed.put("followUp", followUp);
        return post(social, theCase, "/closing", typed);
    }

    private static String day(int from) {
        return Rome.written(Rome.day(Instant.now()).plusDays(from));
    }

    @Test
    void aCasePassesWhenTheOtherBodySaysYesAndTheFirstSeesItForAWhile() {
        UUID theCase = inCare("Passata", "333 000 9414");
        UUID person = personOf(theCase);
        String tasks = "/people/" + person + "/tasks";
        social.post(tasks, tasks, Map.of("tasks", "io: relazione di passaggio entro domani"));
        Client pistoia = as("sociale.pistoia");

        assertThat(pistoia.get("/cases/" + theCase).status()).isEqualTo(404);
        assertThat(ask(theCase, "comune-pistoia").body()).contains("Passaggio chiesto");
        assertThat(ask(theCase, "comune-pistoia").status()).as("once").isEqualTo(409);
        assertThat(pistoia.get("/cases/requests").body())
                .contains("Passata Prova")
                .contains("Si è trasferita a Pistoia");
        assertThat(pistoia.get("/people/" + person).body())
                .as("who the person is, and nothing else")
                .doesNotContain("9414");
        assertThat(as("sportello.pistoia").get("/cases/" + theCase).status()).isEqualTo(404);

        assertThat(answer(pistoia, transfer(theCase) + "/acceptance", Map.of()).body())
                .contains("Comune di Pistoia")
                .contains("Francesca Bonacchi (referente del caso)");
        assertThat(pistoia.get("/people/" + person).body()).contains("9414");
        assertThat(pistoia.get("/tasks").body()).contains("relazione di passaggio");
        assertThat(pistoia.get("/people/" + person + "/diary").body())
                .contains("Caso passato a un altro ente");

        assertThat(
                        TRUTH.queryForObject(
                                "select valid_until between now() + interval '29 days' and now() + interval '31 days' from access_grant where person_id = ? and basis = 'FILE' and organisation_id = ?",
                                Boolean.class,
                                person,
                                body("comune-prato")))
                .isTrue();
        assertThat(social.get("/cases/" + theCase).status()).as("after-care").isEqualTo(200);
        assertThat(
                        social.post(
                                        "/cases/" + theCase + "/closing",
                                        "/cases/" + theCase + "/closing",
                                        CLOSING)
                                .body())
                .contains("ente che tiene il fascicolo");
        assertThat(social.get("/people/" + person + "/looks").status())
                .as("holding is over")
                .isEqualTo(404);
        TRUTH.update(
                "update access_grant set valid_until = now() where person_id = ? and basis = 'FILE' and organisation_id = ?",
                person,
                body("comune-prato"));
        assertThat(social.get("/cases/" + theCase).status()).isEqualTo(404);
    }

    @Test
    void aRefusedTransferChangesNothingAndIsForgottenByWhoWasAsked() {
        UUID theCase = inCare("Trattenuta", "333 000 9415");
        ask(theCase, "comune-pistoia");
        Client pistoia = as("sociale.pistoia");
        String transfer = transfer(theCase);

        assertThat(answer(pistoia, transfer + "/refusal", Map.of("note", "")).status())
                .isEqualTo(409);
        answer(pistoia, transfer + "/refusal", Map.of("note", "Non risulta residente"));

        assertThat(pistoia.get("/cases/" + theCase).status()).isEqualTo(404);
        assertThat(social.get("/cases/requests").body()).contains("Non risulta residente");
        assertThat(
                        TRUTH.queryForObject(
                                "select organisation_id from case_file where id = ?",
                                UUID.class,
                                theCase))
                .isEqualTo(body("comune-prato"));
    }

    /** The new body has no legal basis with the employment centre of the old one. */
    @Test
    void aTransferThatCannotLetTheTeamInLawfullyIsRefusedWhole() {
        UUID theCase = inCare("Accompagnata", "333 000 9416");
        post(
                social,
                theCase,
                "/invitation",
                Map.of("operator", operator("cpi.prato").toString(), "opened", "LABOUR"));
        String place = "members/" + place(theCase, "cpi.prato");
        answer(cpi, place + "/acceptance", Map.of());
        ask(theCase, "comune-pistoia");
        Client pistoia = as("sociale.pistoia");

        Client.Page refused = answer(pistoia, transfer(theCase) + "/acceptance", Map.of());

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("manca una base giuridica");
        assertThat(id("select organisation_id from case_file where id = ?", theCase))
                .isEqualTo(body("comune-prato"));
        assertThat(cpi.get("/cases/" + theCase).status()).isEqualTo(200);

        social.post(
                "/cases/" + theCase,
                "/cases/" + place + "/leaving",
                Map.of("note", "Passa a Pistoia"));
        assertThat(answer(pistoia, transfer(theCase) + "/acceptance", Map.of()).status())
                .isEqualTo(200);
        assertThat(cpi.get("/cases/" + theCase).status()).isEqualTo(404);
    }

    @Test
    void theTeamOfTheOthersGoesOnUnderTheNewBodyWhereThatIsLawful() {
        UUID theCase = inCare("Proseguita", "333 000 9417");
        post(
                social,
                theCase,
                "/invitation",
                Map.of("operator", operator("cpi.prato").toString(), "opened", "LABOUR"));
        String place = "members/" + place(theCase, "cpi.prato");
        answer(cpi, place + "/acceptance", Map.of());
        ask(theCase, "comune-pistoia");
        TRUTH.update(
                """
                insert into legal_basis (id, direction, purpose, kind, from_organisation_id, to_organisation_id,
                    reference, valid_from)
                values (gen_random_uuid(), 'SOCIAL_TO_LABOUR', 'CARE', 'PUBLIC_TASK', ?, ?, 'Accordo del passaggio',
                    '2020-01-01')\
                """,
                body("comune-pistoia"),
                body("cpi-prato"));
        try {
            answer(as("sociale.pistoia"), transfer(theCase) + "/acceptance", Map.of());

            assertThat(
                            id(
                                    "select given_by_organisation_id from access_grant where person_id = ? and basis = 'TEAM' and (valid_until is null or valid_until > now())",
                                    personOf(theCase)))
                    .isEqualTo(body("comune-pistoia"));
            assertThat(cpi.get("/cases/" + theCase).body())
                    .contains("tra enti")
                    .contains("Francesca Bonacchi (referente del caso)");
        } finally {
            TRUTH.update("delete from legal_basis where reference = 'Accordo del passaggio'");
        }
    }
}
