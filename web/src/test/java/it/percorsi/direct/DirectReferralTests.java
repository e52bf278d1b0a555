package it.percorsi.direct;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A desk sends somebody to a service and learns what became of it. */
class DirectReferralTests extends RunningApplication {

    private static final String OPEN = "/direct-referrals";

    private static String of(UUID person) {
        return "/people/" + person + OPEN;
    }

    private static Map<String, String> asked(String to, String elsewhere) {
        return new HashMap<>(
                Map.of(
                        "service",
                        "ITALIAN_COURSE",
                        "sentTo",
                        to,
                        "elsewhere",
                        elsewhere,
                        "what",
                        "Corso di livello A2, la sera",
                        "needs",
                        "LANGUAGE",
                        "reason",
                        "Vuole lavorare",
                        "legalBasis",
                        "PUBLIC_TASK",
                        "telling",
                        "yes"));
    }

    private static String pistoia() {
        return TRUTH.queryForObject(
                "select id::text from organisation where code = 'comune-pistoia'", String.class);
    }

    private static Client.Page move(Client by, String referral, String move, String note) {
        return by.post(referral, referral + "/moves", Map.of("move", move, "note", note));
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String next(String body) {
        return body.replaceAll("(?s).*href=\"(/direct-referrals\\?after=[^\"]+)\".*", "$1");
    }

    @Test
    void whoAnswersFromHereIsOfferedBeforeAnythingIsSent() {
        UUID person = open(as("sportello.prato"), "Offerta", Map.of("phone", "333 000 8599"));

        assertThat(as("sportello.prato").get(of(person)).body())
                .contains("<option value=\"" + pistoia() + "\">Comune di Pistoia</option>");
    }

    @Test
    void noneFallsOffTheListHoweverManyAreOpen() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Moltinvii", Map.of("phone", "333 000 8499"));
        UUID sent = id(desk.post(of(person), of(person), asked(pistoia(), "")).path());
        TRUTH.update(
                """
                insert into direct_referral select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(),
                    'due_on', date '2020-01-01' + n, 'asked', 'Copia di un invio'))).*
                from direct_referral d, generate_series(1, 250) n where d.id = ?\
                """,
                sent);
        int all =
                count(
                        "direct_referral d join organisation o on o.code = 'comune-prato' and o.id in (d.organisation_id, d.receiver_id) where d.due_on is not null");

        Set<String> read = new HashSet<>();
        int pages = 0;
        for (String page = OPEN; page.startsWith(OPEN) && pages < 9; pages++) {
            String body = desk.get(page).body();
            Matcher link =
                    Pattern.compile("href=\"/direct-referrals/([0-9a-f-]{36})\"").matcher(body);
            while (link.find()) {
                read.add(link.group(1));
            }
            page = next(body);
        }
        assertThat(read)
                .contains(sent.toString())
                .hasSizeGreaterThan(250)
                .hasSizeLessThanOrEqualTo(all);
        assertThat(pages).isGreaterThan(2);
        TRUTH.update("delete from direct_referral where asked = 'Copia di un invio'");
    }

    @Test
    void theServiceTakesThePersonAndTheSenderReadsHowItEnded() {
        Client desk = as("sportello.prato");
        Client service = as("sportello.pistoia");
        UUID person = open(desk, "Inviata", Map.of("phone", "333 000 8401"));

        Client.Page sent = desk.post(of(person), of(person), asked(pistoia(), ""));
        String referral = sent.path();
        assertThat(sent.body()).contains("Inviato. Il servizio lo vede adesso");

        assertThat(service.get(OPEN).body()).contains("Inviata");
        assertThat(service.get(referral).body())
                .contains("Corso di livello A2", "333 000 8401", "Il servizio la prende")
                .doesNotContain("Ritira l&#39;invio", "Ancora non si sa");
        assertThat(service.get("/people/" + person).status()).isEqualTo(404);

        assertThat(move(desk, referral, "TAKE_UP", "").status()).isEqualTo(409);
        move(service, referral, "TAKE_UP", "");
        move(service, referral, "BEGIN", "");
        assertThat(move(service, referral, "FINISH", "").status()).isEqualTo(422);
        move(service, referral, "FINISH", "Ha superato l'esame A2");

        assertThat(desk.get(referral).body())
                .contains("concluso", "Ha superato l&#39;esame A2", "Servizio iniziato");
        assertThat(service.get(referral).status()).isEqualTo(404);
        assertThat(desk.get(OPEN).body()).doesNotContain(referral);
        assertThat(desk.get(of(person)).body()).contains("concluso");
        assertThat(desk.get("/people/" + person + "/diary?kind=direct").body())
                .containsSubsequence(
                        "Il servizio è concluso",
                        "Il servizio la prende",
                        "Inviata a un servizio:",
                        "Corso di livello A2, la sera");
        assertThat(count("step where subject_id = ? and feature = 'direct'", id(referral)))
                .isEqualTo(4);
        assertThat(count("trail where subject_id = ? and action = 'FINISH'", id(referral))).isOne();
    }

    @Test
    void ofAServiceWithoutAnAccountTheSenderWritesWhatTheyWereTold() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Fuori", Map.of("phone", "333 000 8402"));
        Map<String, String> typed = asked("", "Centro di ascolto di via Verdi");
        typed.remove("telling");

        Client.Page sent = desk.post(of(person), of(person), typed);
        assertThat(sent.body())
                .contains("Percorsi non può avvisare questo servizio")
                .doesNotContain("333 000 8402");

        assertThat(move(desk, sent.path(), "NOT_COME", "Ha telefonato il centro").body())
                .contains("non si è presentata", "Ha telefonato il centro");
    }

    @Test
    void whoIsAskedIsOneAndWhatWasTypedComesBack() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Doppia", Map.of("phone", "333 000 8403"));

        Client.Page both = desk.post(of(person), of(person), asked(pistoia(), "Caritas"));

        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body())
                .contains("uno solo dei due", "value=\"Caritas\"", "Corso di livello A2, la sera");
        assertThat(desk.post(of(person), of(person), asked("", "")).status()).isEqualTo(422);
        assertThat(desk.post(of(person), of(person), asked("x", "")).status()).isEqualTo(422);
        assertThat(count("direct_referral where person_id = ?", person)).isZero();
    }

    @Test
    void whatNobodyAnsweredIsLateAndIsAskedAgain() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Tardiva", Map.of("phone", "333 000 8404"));
        String referral = desk.post(of(person), of(person), asked("", "Biblioteca")).path();
        TRUTH.update(
                "update direct_referral set due_on = (now() at time zone 'Europe/Rome')::date - 1 where id = ?",
                id(referral));
        assertThat(desk.get(referral).body()).contains("in ritardo");

        Client.Page past = desk.post(referral, referral + "/asking", Map.of("on", "1/1/2020"));
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.body()).contains("da oggi a un anno", "1/1/2020");
        String soon =
                TRUTH.queryForObject(
                        "select to_char((now() at time zone 'Europe/Rome')::date + 20, 'DD/MM/YYYY')",
                        String.class);
        assertThat(desk.post(referral, referral + "/asking", Map.of("on", soon)).body())
                .doesNotContain("in ritardo");
    }

    /** What the reminders of somebody say of a person, whose name is in one line only. */
    private static String line(Client who, String familyName) {
        String body = who.get("/reminders").body();
        int from = body.indexOf(familyName);
        return from < 0 ? "" : body.substring(from, body.indexOf("</tr>", from));
    }

    @Test
    void whoeverWasSentSomebodyIsRemindedUntilItIsKnownHowItEnded() {
        Client desk = as("sportello.prato");
        Client service = as("sportello.pistoia");
        UUID person = open(desk, "Ricordata", Map.of("phone", "333 000 8406"));
        String referral = desk.post(of(person), of(person), asked(pistoia(), "")).path();
        assertThat(line(service, "Ricordata")).isEmpty();

        TRUTH.update(
                "update direct_referral set answer_by = (now() at time zone 'Europe/Rome')::date where id = ?",
                id(referral));
        assertThat(line(service, "Ricordata")).contains("rispondere se la prende");
        assertThat(line(as("sociale.pistoia"), "Ricordata")).contains("rispondere se la prende");
        assertThat(line(as("sportello.lucca"), "Ricordata")).isEmpty();
        assertThat(line(desk, "Ricordata")).isEmpty();
        assertThat(
                        count(
                                "trail where subject = 'reminders' and ? = any (person_ids) and organisation_id = ?::uuid",
                                person,
                                pistoia()))
                .isPositive();

        move(service, referral, "TAKE_UP", "");
        assertThat(line(service, "Ricordata")).isEmpty();
        TRUTH.update(
                "update direct_referral set due_on = (now() at time zone 'Europe/Rome')::date - 60 where id = ?",
                id(referral));
        assertThat(line(service, "Ricordata")).contains("scrivere com&#39;è andata", "in ritardo");
        assertThat(line(desk, "Ricordata")).contains("sapere com&#39;è andata");

        move(service, referral, "NOT_COME", "Non è mai venuta");
        assertThat(line(service, "Ricordata")).isEmpty();
    }

    @Test
    void aServiceWithoutAnAccountIsToldOnPaperWhatItNeedsAndHowToAnswer() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Accompagnata", Map.of("phone", "333 000 8407"));
        String told = desk.post(of(person), of(person), asked("", "Biblioteca Lazzerini")).path();
        Map<String, String> silent = asked("", "Centro di ascolto");
        silent.remove("telling");
        String untold = desk.post(of(person), of(person), silent).path();

        assertThat(desk.get(told).body()).contains(told + "/letter");
        assertThat(desk.get(told + "/letter").body())
                .contains("A: Biblioteca Lazzerini", "Accompagnata", "333 000 8407")
                .contains("Corso di livello A2, la sera", "Come rispondere", "Comune di Prato");
        assertThat(desk.get(untold + "/letter").body()).doesNotContain("333 000 8407");
        assertThat(count("trail where subject = 'direct-letter' and ? = any (person_ids)", person))
                .isEqualTo(2);

        move(desk, told, "NOT_COME", "Ha telefonato la biblioteca");
        assertThat(desk.get(told + "/letter").status()).isEqualTo(404);
        String here = desk.post(of(person), of(person), asked(pistoia(), "")).path();
        assertThat(desk.get(here).body()).doesNotContain("/letter");
        assertThat(desk.get(here + "/letter").status()).isEqualTo(404);
    }

    @Test
    void anOutsiderFindsNothing() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Chiusa", Map.of("phone", "333 000 8405"));
        String referral = desk.post(of(person), of(person), asked("", "Biblioteca")).path();

        assertThat(as("sportello.lucca").get(referral).status()).isEqualTo(404);
        assertThat(as("sportello.lucca").get(of(person)).status()).isEqualTo(404);
    }

    @Test
    void anEmploymentCentreThatKeepsAFileSendsNobodyOn() {
        UUID person = person("Hoxha", "Arta");
        Map<String, String> typed = asked(pistoia(), "");
        Client cpi = as("cpi.prato");
        typed.putAll(cpi.seal("/desks", "/logout"));
        typed.put("formKey", UUID.randomUUID().toString());

        assertThat(cpi.get(of(person)).status()).isEqualTo(200);
        assertThat(cpi.send(of(person), typed).status()).isEqualTo(404);
    }
}
