package it.percorsi.referral;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.referral.persistence.ExpiringReferrals;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A segnalazione never gets lost: somebody must act, by a day, and what came to nothing is sent
 * again.
 */
class ReferralLoopTests extends RunningApplication {

    @Autowired private ExpiringReferrals clock;

    private String sent(Client social, UUID person, Map<String, String> more) {
        Map<String, String> typed =
                new java.util.HashMap<>(
                        Map.of(
                                "panel",
                                TRUTH.queryForObject(
                                        "select id::text from panel where code = 'commissione-prato'",
                                        String.class),
                                "needs",
                                "WORK",
                                "reason",
                                "Cerca lavoro da un anno.",
                                "legalBasis",
                                "PUBLIC_TASK"));
        typed.putAll(more);
        return social.post(
                        "/people/" + person + "/referrals/new",
                        "/people/" + person + "/referrals",
                        typed)
                .path();
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring("/referrals/".length(), "/referrals/".length() + 36));
    }

    private static LocalDate answerBy(String path) {
        return TRUTH.queryForObject(
                "select answer_by from referral where id = ?", LocalDate.class, id(path));
    }

    @Test
    void aQuestionStopsTheClockAndItsAnswerStartsItAgain() {
        Client social = as("sociale.prato");
        Client secretary = as("commissione.prato");
        String page =
                sent(social, open(social, "Domandata", Map.of("phone", "333 000 9001")), Map.of());
        secretary.post(page, page + "/examination", Map.of());

        Client.Page asked =
                secretary.post(
                        page, page + "/question", Map.of("note", "Quanto dura il contratto?"));
        assertThat(asked.body()).contains("aspetta un").contains("Il termine è fermo");
        LocalDate before = answerBy(page);
        TRUTH.update(
                "update referral set paused_at = paused_at - interval '4 days' where id = ?",
                id(page));

        assertThat(social.get(page).body())
                .contains("Quanto dura il contratto?")
                .contains("Tocca a: chi ha segnalato");
        assertThat(secretary.get("/referrals").body()).contains("termine fermo");
        assertThat(secretary.post(page, page + "/answer", Map.of("note", "x")).status())
                .isEqualTo(409);

        Client.Page answered = social.post(page, page + "/answer", Map.of("note", "Tre mesi."));

        assertThat(answered.body()).contains("Risposta inviata").contains("in esame");
        assertThat(answerBy(page)).isEqualTo(before.plusDays(4));
        assertThat(secretary.get(page).body()).contains("Integrata: Tre mesi.");
    }

    @Test
    void isWithdrawnAlsoWhileThePanelWaitsForAnAnswer() {
        Client social = as("sociale.prato");
        Client secretary = as("commissione.prato");
        String page =
                sent(social, open(social, "Ripensata", Map.of("phone", "333 000 9011")), Map.of());
        secretary.post(page, page + "/examination", Map.of());
        secretary.post(page, page + "/question", Map.of("note", "Da quando?"));

        assertThat(social.post(page, page + "/withdrawal", Map.of("note", "Ha trovato.")).body())
                .contains("ritirata");
    }

    @Test
    void whatNobodyAnswersExpiresAndIsSentAgainOnce() {
        Client social = as("sociale.prato");
        Client secretary = as("commissione.prato");
        UUID person = open(social, "Scaduta", Map.of("phone", "333 000 9002"));
        String page = sent(social, person, Map.of());
        String running =
                sent(social, open(social, "Scadebene", Map.of("phone", "333 000 9003")), Map.of());
        TRUTH.update(
                "update referral set answer_by = (now() at time zone 'Europe/Rome')::date - 1 where id = ?",
                id(page));
        TRUTH.update(
                "update referral set answer_by = (now() at time zone 'Europe/Rome')::date where id = ?",
                id(running));

        clock.expire();

        assertThat(secretary.get(page).body())
                .contains("scaduta")
                .doesNotContain("Prendi in esame");
        assertThat(secretary.get(running).body()).contains("Prendi in esame");
        assertThat(
                        TRUTH.queryForObject(
                                "select valid_until < now() + interval '8 days' from access_grant where subject_id = ?",
                                Boolean.class,
                                id(page)))
                .isTrue();
        assertThat(social.get(page).body())
                .contains("Percorsi, le scadenze")
                .contains("Ripresenta la segnalazione");
        assertThat(social.get("/people/" + person + "/referrals/new?follows=" + id(page)).body())
                .contains("Cerca lavoro da un anno.")
                .contains("Riparti da quello che avevi scritto");

        String again = sent(social, person, Map.of("follows", id(page).toString()));

        assertThat(again).isNotEqualTo(page);
        assertThat(social.get(page).body())
                .contains("È stata ripresentata")
                .doesNotContain("Ripresenta la segnalazione");
        assertThat(
                        social.post(
                                        "/people/" + person + "/referrals/new",
                                        "/people/" + person + "/referrals",
                                        Map.of(
                                                "panel",
                                                TRUTH.queryForObject(
                                                        "select id::text from panel where code = 'commissione-prato'",
                                                        String.class),
                                                "needs",
                                                "WORK",
                                                "reason",
                                                "Due volte.",
                                                "legalBasis",
                                                "PUBLIC_TASK",
                                                "follows",
                                                id(page).toString()))
                                .body())
                .contains("già stata ripresentata");
    }

    @Test
    void anothersReferralIsNotTheBeginningOfMine() {
        Client social = as("sociale.prato");
        UUID person = open(social, "Altrui", Map.of("phone", "333 000 9004"));
        UUID running =
                id(
                        sent(
                                social,
                                open(social, "Diversa", Map.of("phone", "333 000 9005")),
                                Map.of()));

        assertThat(social.get("/people/" + person + "/referrals/new?follows=" + running).status())
                .isEqualTo(404);
    }
}
