package it.percorsi.site;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What somebody types is kept until they send it, and nobody else ever sees it. */
class DraftTests extends RunningApplication {

    private static final String WORDS =
            "La signora racconta \"tutto\" <b>& di più</b>\nseconda riga";

    private static String diary(UUID person) {
        return "/people/" + person + "/diary";
    }

    private Client.Page keep(Client who, UUID person, Map<String, String> typed) {
        Map<String, String> form = who.seal(diary(person), diary(person));
        form.put("draftForm", diary(person));
        form.put("draftPage", diary(person));
        form.putAll(typed);
        return who.send("/drafts", form);
    }

    private static int drafts(String username) {
        return TRUTH.queryForObject(
                "select count(*) from draft d join operator o on o.id = d.operator_id where o.username = ?",
                Integer.class,
                username);
    }

    @Test
    void aReferralThatWasBegunIsAmongTheReferralsForWhoBeganItAlone() {
        Client social = as("sociale.prato");
        UUID person = open(social, "Incominciata", Map.of());
        String form = "/people/" + person + "/referrals";
        Map<String, String> typed = social.seal(form + "/new", form);
        typed.put("draftForm", form);
        typed.put("draftPage", form + "/new");
        typed.put("reason", WORDS);
        social.send("/drafts", typed);

        assertThat(social.get("/referrals").body())
                .contains("Bozze da inviare", "Incominciata", "scritta il");
        assertThat(as("sociale2.prato").get("/referrals").body()).doesNotContain("Incominciata");
    }

    @Test
    void aDraftIsOfferedAndPutBackInItsFieldsWithoutScript() {
        Client social = as("sociale.prato");
        UUID person = open(social, "Bozza", Map.of("phone", "333 000 8401"));

        Client.Page kept = keep(social, person, Map.of("body", WORDS, "section", "SOCIAL"));

        assertThat(kept.path()).isEqualTo(diary(person));
        assertThat(kept.body())
                .contains("&lt;b&gt;&amp; di più&lt;/b&gt;\nseconda riga</textarea>")
                .containsPattern("<option value=\"SOCIAL\"[^>]*selected")
                .contains("Scarta la bozza");
        assertThat(social.get(diary(person)).body())
                .contains("Hai una bozza di")
                .doesNotContain("La signora racconta");
        assertThat(as("sociale.prato").get(diary(person) + "?draft").body())
                .contains("La signora racconta");
        social.post(
                diary(person),
                "/drafts/discard",
                Map.of("draftForm", diary(person), "draftPage", diary(person)));
        assertThat(social.get(diary(person)).body()).doesNotContain("Hai una bozza");
    }

    @Test
    void nobodyElseIsOfferedItAndTheDatabaseCannotReadIt() {
        Client social = as("sociale.prato");
        UUID person = open(social, "Riservata", Map.of("phone", "333 000 8402"));
        keep(social, person, Map.of("body", "parole molto private", "section", "SOCIAL"));

        assertThat(as("sportello.prato").get(diary(person) + "?draft").body())
                .doesNotContain("Hai una bozza")
                .doesNotContain("parole molto private");
        assertThat(
                        TRUTH.queryForList(
                                "select encode(ciphertext, 'escape') from draft", String.class))
                .isNotEmpty()
                .noneMatch(text -> text.contains("private"));
    }

    @Test
    void whatIsCopiedToAnotherPlaceOrChangedIsAsIfItWereNotThere() {
        Client social = as("sociale.prato");
        UUID one = open(social, "Copiata", Map.of("phone", "333 000 8403"));
        UUID two = open(social, "Copiante", Map.of("phone", "333 000 8404"));
        keep(social, one, Map.of("body", "solo per la prima", "section", "SOCIAL"));

        TRUTH.update("update draft set form = ? where form = ?", diary(two), diary(one));
        assertThat(social.get(diary(two) + "?draft").body()).doesNotContain("solo per la prima");
        TRUTH.update("update draft set form = ? where form = ?", diary(one), diary(two));
        assertThat(social.get(diary(one) + "?draft").body()).contains("solo per la prima");
        TRUTH.update(
                "update draft set operator_id = (select id from operator where username = 'sportello.prato'), role = 'DESK' where form = ?",
                diary(one));
        assertThat(as("sportello.prato").get(diary(one) + "?draft").body())
                .doesNotContain("solo per la prima");
        TRUTH.update("delete from draft where form = ?", diary(one));
        keep(social, one, Map.of("body", "solo per la prima", "section", "SOCIAL"));
        TRUTH.update(
                "update draft set ciphertext = set_byte(ciphertext, 3, 255 - get_byte(ciphertext, 3)) where form = ?",
                diary(one));
        assertThat(social.get(diary(one) + "?draft").body()).doesNotContain("solo per la prima");
    }

    @Test
    void sentItIsForgottenAndRefusedItIsNot() {
        Client social = as("sociale.prato");
        UUID person = open(social, "Inviata", Map.of("phone", "333 000 8405"));
        keep(social, person, Map.of("body", "nota intera", "section", "SOCIAL"));
        int before = drafts("sociale.prato");
        Map<String, String> form = new HashMap<>(social.seal(diary(person), diary(person)));
        form.put("draftForm", diary(person));
        form.put("draftPage", diary(person));
        form.put("section", "SOCIAL");

        form.put("body", "");
        assertThat(social.send(diary(person), form).status()).isEqualTo(422);
        assertThat(drafts("sociale.prato")).isEqualTo(before);
        form.put("body", "nota intera");
        form.put("formKey", UUID.randomUUID().toString());
        social.send(diary(person), form);

        assertThat(drafts("sociale.prato")).isEqualTo(before - 1);
    }

    @Test
    void afterThirtyDaysAndBeyondItsMeasureNothingIsKept() {
        Client social = as("sociale.prato");
        UUID person = open(social, "Vecchia", Map.of("phone", "333 000 8406"));
        UUID other = open(social, "Lunga", Map.of("phone", "333 000 8407"));
        keep(social, person, Map.of("body", "parole di un mese fa", "section", "SOCIAL"));
        TRUTH.update(
                "update draft set saved_at = now() - interval '31 days' where form = ?",
                diary(person));

        assertThat(social.get(diary(person)).body()).doesNotContain("Hai una bozza");
        assertThat(keep(social, other, Map.of("body", "a".repeat(70_000))).status()).isEqualTo(413);
        keep(social, other, Map.of("body", "breve"));
        assertThat(count("draft where form = ?", diary(person))).isZero();
    }

    @Test
    void aDraftKeepsNoKeysAndSendsNobodyElsewhere() {
        Client social = as("sociale.prato");
        UUID person = open(social, "Altrove", Map.of("phone", "333 000 8408"));
        Map<String, String> form = social.seal(diary(person), diary(person));
        form.put("draftForm", diary(person));
        form.put("draftPage", "//altrove.example");
        form.put("body", "x");

        assertThat(social.send("/drafts", form).answer().uri().getHost()).isEqualTo("localhost");
        assertThat(social.seal(diary(person) + "?draft", diary(person)).get("formKey"))
                .isNotEqualTo(form.get("formKey"));
    }

    @Test
    void whatIsTypedInOneRoleIsNeverKeptUnderAnother() {
        Client social = as("sociale.prato");
        UUID person = open(social, "Incarico", Map.of("phone", "333 000 8409"));
        String opened =
                social.get(diary(person))
                        .body()
                        .replaceAll("(?s).*name=\"draftFor\" value=\"([^\"]+)\".*", "$1");

        Client.Page other =
                keep(social, person, Map.of("body", "x", "draftFor", UUID.randomUUID().toString()));

        assertThat(other.status()).isEqualTo(412);
        assertThat(count("draft where form = ?", diary(person))).isZero();
        assertThat(keep(social, person, Map.of("body", "x", "draftFor", opened)).status())
                .isEqualTo(200);
    }

    @Test
    void aFormWithMistakesIsNotOfferedItsOwnDraftAndAWaitingOneStillWaits() {
        Client social = as("sociale.prato");
        UUID person = open(social, "Riproposta", Map.of("phone", "333 000 8410"));
        keep(social, person, Map.of("body", "nota", "section", "SOCIAL"));
        Map<String, String> form = new HashMap<>(social.seal(diary(person), diary(person)));
        form.putAll(Map.of("draftForm", diary(person), "section", "SOCIAL", "body", ""));

        Client.Page own = social.send(diary(person), form);
        form.put("draftWaiting", "true");
        Client.Page fresh = social.send(diary(person), form);

        assertThat(own.status()).isEqualTo(422);
        assertThat(own.body()).doesNotContain("Hai una bozza");
        assertThat(fresh.body()).contains("Hai una bozza").contains("name=\"draftWaiting\"");
    }

    /** Keeps what is typed in a form of a page, and comes back to it. */
    private static Client.Page kept(
            Client who, String page, String to, String draft, String field, String words) {
        Map<String, String> form = new HashMap<>(who.seal(page, to));
        form.put("draftForm", draft);
        form.put("draftPage", page);
        form.put(field, words);
        return who.send("/drafts", form);
    }

    @Test
    void theReasonOfAMoveIsKeptInItsOwnFormAndNoOther() {
        Client social = as("sociale.prato");
        String theCase =
                "/cases/"
                        + TRUTH.queryForObject(
                                "select id from case_file where person_id = ?",
                                UUID.class,
                                open(social, "Motivata", Map.of("phone", "333 000 8409")));

        Client.Page page =
                kept(
                        social,
                        theCase + "/closing",
                        theCase + "/closing",
                        theCase + "/closing",
                        "note",
                        "Si trasferisce a Lucca");

        assertThat(page.path()).isEqualTo(theCase + "/closing");
        assertThat(page.body()).containsOnlyOnce("Si trasferisce a Lucca</textarea>");
        assertThat(page.body().substring(page.body().indexOf("/closing\"")))
                .contains("Si trasferisce a Lucca");
        assertThat(social.get(theCase + "/closing").body())
                .contains("name=\"draftForm\" value=\"" + theCase + "/closing\"")
                .containsOnlyOnce("Hai una bozza di")
                .doesNotContain("Si trasferisce");
    }

    @Test
    void theReasonOfAnEnrolmentIsKeptForItsProgramme() {
        Client desk = as("sportello.prato");
        UUID person = open(desk, "Motivatore", Map.of("phone", "333 000 8410"));
        String enrolments = "/people/" + person + "/enrolments";
        String page = enrolments + "?programme=SIIL";

        Client.Page back =
                kept(desk, page, enrolments, enrolments + "/SIIL", "reason", "Visto il verbale");

        assertThat(back.answer().uri().toString()).endsWith(page + "&draft");
        assertThat(back.body()).contains("Visto il verbale</textarea>");
        assertThat(desk.get(enrolments + "?programme=TEAMS&draft").body())
                .doesNotContain("Visto il verbale");
    }
}
