package it.percorsi.direct;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.referral.persistence.ExpiringReferrals;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A service asks, keeps waiting, puts off and turns away; what nobody answers is sent again. */
class AnsweringWhoWasSentTests extends RunningApplication {

    private static final String LONG = "a".repeat(20_000);
    private static final AtomicInteger PHONES = new AtomicInteger(8700);

    @Autowired private ExpiringReferrals clock;

    private Client desk;
    private Client service;

    @BeforeEach
    void aDeskAndAService() {
        desk = as("sportello.prato");
        service = as("sportello.pistoia");
    }

    private static Map<String, String> asked(String elsewhere) {
        return new HashMap<>(
                Map.of(
                        "service",
                        "ITALIAN_COURSE",
                        "sentTo",
                        elsewhere.isEmpty()
                                ? TRUTH.queryForObject(
                                        "select id::text from organisation where code = 'comune-pistoia'",
                                        String.class)
                                : "",
                        "elsewhere",
                        elsewhere,
                        "needs",
                        "LANGUAGE",
                        "reason",
                        "Lavora solo con chi parla la sua lingua",
                        "legalBasis",
                        "PUBLIC_TASK",
                        "what",
                        "Un corso la sera"));
    }

    private static String of(UUID person) {
        return "/people/" + person + "/direct-referrals";
    }

    private String sent(UUID person) {
        return desk.post(of(person), of(person), asked("")).path();
    }

    private UUID person(String familyName) {
        return open(desk, familyName, Map.of("phone", "333 000 " + PHONES.incrementAndGet()));
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static Client.Page move(Client by, String referral, String move, String note) {
        return by.post(referral, referral + "/moves", Map.of("move", move, "note", note));
    }

    private static String day(String column, String referral) {
        return TRUTH.queryForObject(
                "select to_char(%s, 'DD/MM/YYYY') from direct_referral where id = ?"
                        .formatted(column),
                String.class,
                id(referral));
    }

    private static String inDays(int days) {
        return TRUTH.queryForObject(
                "select to_char((now() at time zone 'Europe/Rome')::date + ?, 'DD/MM/YYYY')",
                String.class,
                days);
    }

    private static void set(String what, String referral) {
        TRUTH.update("update direct_referral set " + what + " where id = ?", id(referral));
    }

    /** What the reminders of somebody say of a person, whose name is in one line only. */
    private static String line(Client who, String familyName) {
        String body = who.get("/reminders").body();
        int from = body.indexOf(familyName);
        return from < 0 ? "" : body.substring(from, body.indexOf("</tr>", from));
    }

    @Test
    void theServiceReadsWhyAndOnWhatGround() {
        String referral = sent(person("Motivata"));

        assertThat(service.get(referral).body())
                .contains("Lavora solo con chi parla la sua lingua", "lingua italiana")
                .contains("compito di interesse pubblico", "Tocca a: il servizio")
                .contains("Risposta entro il " + inDays(15));
    }

    @Test
    void whatDoesNotSayWhyComesBackAsItWasTyped() {
        UUID person = person("Muta");
        Map<String, String> typed = asked("");
        typed.put("reason", " ");
        typed.remove("needs");

        Client.Page back = desk.post(of(person), of(person), typed);

        assertThat(back.status()).isEqualTo(422);
        assertThat(back.body()).contains("Indica almeno un bisogno", "Un corso la sera");
        assertThat(count("direct_referral where person_id = ?", person)).isZero();
    }

    @Test
    void aQuestionStopsTheClockAndItsAnswerStartsItAgain() {
        String referral = sent(person("Interrogata"));
        String limit = day("answer_by", referral);

        move(service, referral, "ASK_INTEGRATION", "Che livello ha?");
        assertThat(service.get(referral).body())
                .contains("Che livello ha?", "Il termine è fermo da", "Tocca a: chi invia")
                .doesNotContain("Invia la risposta", "Risposta entro il");
        set(
                "paused_at = paused_at - interval '4 days', due_on = (now() at time zone 'Europe/Rome')::date + 1",
                referral);
        assertThat(line(desk, "Interrogata")).contains("rispondere a quello che il servizio");
        assertThat(line(service, "Interrogata")).isEmpty();
        assertThat(move(service, referral, "INTEGRATE", "A2").status()).isEqualTo(409);
        assertThat(desk.get(referral).body())
                .contains("Che livello ha?", "Invia la risposta")
                .doesNotContain("Ancora non si sa");

        move(desk, referral, "INTEGRATE", "Ha finito l'A1");

        assertThat(service.get(referral).body())
                .contains("Che livello ha?", "Ha finito l&#39;A1", "Risposta entro il")
                .doesNotContain("Il termine è fermo");
        assertThat(
                        count(
                                "direct_referral where id = ? and answer_by = to_date(?, 'DD/MM/YYYY') + 4",
                                id(referral),
                                limit))
                .isOne();
        set("answer_by = (now() at time zone 'Europe/Rome')::date + 1", referral);
        assertThat(line(service, "Interrogata")).contains("rispondere se la prende");
        assertThat(
                        count(
                                "trail where subject_id = ? and action in ('ASK_INTEGRATION', 'INTEGRATE')",
                                id(referral)))
                .isEqualTo(2);
    }

    @Test
    void whatIsSaidWithoutAWhyOrTooLongComesBackInItsField() {
        String referral = sent(person("Riscritta"));

        Client.Page blank = move(service, referral, "WAITLIST", " ");
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.body())
                .contains("Il servizio la mette in lista d&#39;attesa")
                .containsOnlyOnce("aria-invalid=\"true\"")
                .containsOnlyOnce("id=\"note\"");
        Client.Page tooLong = move(service, referral, "ASK_INTEGRATION", "Che livello" + LONG);
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.body()).containsOnlyOnce("Che livello" + LONG);
        assertThat(move(desk, referral, "WITHDRAW", "").status()).isEqualTo(422);
        assertThat(move(service, referral, "TAKE_UP", "Con calma" + LONG).body())
                .containsOnlyOnce("Con calma" + LONG);
        assertThat(count("direct_referral where id = ? and status = 'SENT'", id(referral))).isOne();

        move(service, referral, "ASK_INTEGRATION", "Che livello ha?");
        Client.Page unanswered = move(desk, referral, "INTEGRATE", " ");
        assertThat(unanswered.status()).isEqualTo(422);
        assertThat(unanswered.body()).contains("Che livello ha?", "aria-invalid=\"true\"");
    }

    @Test
    void whoWaitsForAPlaceIsTakenUpLaterOnConditionsTheSenderReads() {
        String referral = sent(person("Attesa"));

        move(service, referral, "WAITLIST", "La classe è piena fino a gennaio");
        assertThat(desk.get(referral).body())
                .contains("in lista d&#39;attesa", "La classe è piena fino a gennaio")
                .doesNotContain("Risposta entro il");
        set("due_on = (now() at time zone 'Europe/Rome')::date + 1", referral);
        assertThat(line(service, "Attesa")).contains("se c&#39;è posto");

        move(service, referral, "TAKE_UP", "Serve il certificato A1");
        assertThat(desk.get(referral).body())
                .contains("presa dal servizio", "Condizioni del servizio")
                .contains("Serve il certificato A1");
    }

    @Test
    void theServiceNamesTheDayItAnswersAndItsClockMovesToThat() {
        String referral = sent(person("Rimandata"));
        String page = referral + "/deferral";

        Client.Page past = service.post(page, page, Map.of("until", inDays(0), "note", "Forse"));
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.body()).contains("da domani a un anno", inDays(0), "Forse");
        assertThat(desk.get(page).body()).doesNotContain("Rimanda la risposta");

        service.post(page, page, Map.of("until", inDays(40), "note", "Si riuniscono dopo"));
        assertThat(day("answer_by", referral)).isEqualTo(inDays(40));
        assertThat(desk.get(referral).body())
                .contains("risposta rimandata", "Si riuniscono dopo")
                .contains("Risposta entro il " + inDays(40));
        assertThat(move(service, referral, "DEFER", "Ancora").status()).isEqualTo(409);
    }

    @Test
    void aServiceSaysNoOnAPageThatSaysWhatItMeans() {
        UUID person = person("Respinta");
        String referral = sent(person);
        String page = referral + "/refusal";

        assertThat(service.get(referral).body()).contains(page);
        assertThat(service.get(page).body()).contains("non si torna indietro", "Respinta");
        assertThat(desk.get(page).body()).doesNotContain("Conferma:");
        assertThat(service.post(page, page, Map.of("note", " ")).status()).isEqualTo(422);
        service.post(page, page, Map.of("note", "Non abita qui"));

        assertThat(desk.get(referral).body())
                .contains("non accolta", "Non abita qui", "Manda di nuovo la persona");
        assertThat(service.get(referral).status()).isEqualTo(404);
    }

    @Test
    void whatNobodyAnsweredExpiresAndIsSentAgainOnceFromItsWords() {
        UUID person = person("Scaduta");
        String referral = sent(person);
        set("answer_by = (now() at time zone 'Europe/Rome')::date - 1", referral);

        clock.expire();

        assertThat(service.get(referral).body())
                .contains("scaduto", "Percorsi, le scadenze")
                .doesNotContain("Manda di nuovo", "Il servizio la prende");
        assertThat(service.get("/direct-referrals").body()).contains("Scaduti", referral);
        assertThat(desk.get("/direct-referrals").body()).contains("Scaduti", referral);
        assertThat(desk.get("/people/" + person + "/diary?kind=direct").body())
                .contains("scaduto senza risposta");
        assertThat(count("trail where subject_id = ? and role = 'CLOCK'", id(referral))).isOne();

        String again = of(person) + "?follows=" + id(referral);
        assertThat(desk.get(referral).body()).contains(again);
        assertThat(desk.get(again).body())
                .contains("Riparti da quello che era scritto", "Un corso la sera")
                .contains("Lavora solo con chi parla la sua lingua");
        Map<String, String> typed = asked("");
        typed.put("follows", id(referral).toString());
        String next = desk.post(again, of(person), typed).path();

        assertThat(desk.get(next).body()).contains("Segue un invio di prima", referral);
        assertThat(service.get(next).body()).doesNotContain("Segue un invio di prima");
        assertThat(desk.get(referral).body())
                .contains("È stata mandata di nuovo", next)
                .doesNotContain("Manda di nuovo la persona");
        assertThat(desk.get("/direct-referrals").body()).doesNotContain(referral);
        Client.Page twice = desk.post(of(person), of(person), typed);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body()).contains("è già stato mandato di nuovo");
    }

    @Test
    void nothingIsSentAgainThatIsStillOpenOrOfSomebodyElse() {
        UUID person = person("Aperta");
        UUID other = person("Altra");
        String open = sent(person);
        String withdrawn = sent(person);
        move(desk, withdrawn, "WITHDRAW", "Ha cambiato idea");

        assertThat(desk.get(of(person) + "?follows=" + id(open)).status()).isEqualTo(404);
        assertThat(desk.get(of(other) + "?follows=" + id(withdrawn)).status()).isEqualTo(404);
        assertThat(desk.get(of(person) + "?follows=" + id(withdrawn)).status()).isEqualTo(200);
    }

    @Test
    void aServiceWithoutAnAccountIsAskedAgainAndNeverExpires() {
        UUID person = person("Esterna");
        String referral = desk.post(of(person), of(person), asked("Biblioteca")).path();
        set("answer_by = (now() at time zone 'Europe/Rome')::date - 9", referral);

        clock.expire();
        assertThat(desk.get(referral).body())
                .contains("Ancora non si sa")
                .doesNotContain("Risposta entro il", "scaduto");

        move(desk, referral, "ASK_INTEGRATION", "Che orari può fare?");
        move(desk, referral, "INTEGRATE", "La sera");
        String page = referral + "/deferral";
        desk.post(page, page, Map.of("until", inDays(20), "note", "Dopo le feste"));
        assertThat(day("due_on", referral)).isEqualTo(inDays(20));
        move(desk, referral, "WAITLIST", "Ci sono sei persone prima");
        assertThat(desk.get(referral).body())
                .contains("Che orari può fare?", "La sera", "Ci sono sei persone prima");
        assertThat(desk.get(referral + "/letter").body())
                .contains("Lavora solo con chi parla la sua lingua", "lista d&#39;attesa");
    }

    @Test
    void whatWasSentBeforeThereWereGroundsIsStillAnsweredAndSentAgain() {
        UUID person = person("Antica");
        String referral = sent(person);
        set("reason = null, needs = null, legal_basis = null", referral);

        assertThat(service.get(referral).body()).doesNotContain("Base giuridica");
        service.post(referral + "/refusal", referral + "/refusal", Map.of("note", "Non c'è posto"));
        assertThat(desk.get(of(person) + "?follows=" + id(referral)).body())
                .contains("Un corso la sera");
    }
}
