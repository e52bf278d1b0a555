package it.percorsi.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Client;
import it.percorsi.PanelCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Conflicts, votes, ready reasons, a case that comes back, and what the sender is told. */
class DecidingInASittingTests extends PanelCase {

    private static Map<String, String> of(UUID referral, UUID member) {
        return Map.of("referral", referral.toString(), "member", member.toString());
    }

    private static String status(UUID referral) {
        return TRUTH.queryForObject(
                "select status from referral where id = ?", String.class, referral);
    }

    @Test
    void whoHasAConflictNeitherReadsNorCountsForThatCase() {
        UUID panel = panel("Unità dei conflitti", false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Conflitta", "333 000 9701");
        String page = "/sittings/" + sitting;
        Client member = as(MEMBER);
        assertThat(member.get(page).body()).contains("Cerca lavoro da un anno.");

        assertThat(
                        member.post(
                                        page,
                                        page + "/recusals",
                                        of(referral, member(panel, "Pia Esterni")))
                                .status())
                .isEqualTo(404);
        member.post(page, page + "/recusals", of(referral, member(panel, "Ivo Membri")));
        assertThat(member.get(page).body())
                .contains("Ordine del giorno: 0")
                .doesNotContain("Cerca lavoro da un anno.");
        assertThat(member.get("/referrals/" + referral).status()).isEqualTo(404);

        open(sitting, panel);
        TRUTH.update("delete from attendance where member_id = ?", member(panel, "Pia Esterni"));
        Client secretary = as(SECRETARY);
        assertThat(secretary.get(page).body())
                .contains("Ivo Membri non partecipa a questo caso.")
                .contains("Su questo caso manca il numero legale");
        assertThat(
                        secretary
                                .post(page, page + "/decisions", decision(referral, "ACCEPT", "sì"))
                                .status())
                .isEqualTo(409);

        secretary.post(page, page + "/recusals/removal", of(referral, member(panel, "Ivo Membri")));
        assertThat(
                        secretary
                                .post(page, page + "/decisions", decision(referral, "ACCEPT", "sì"))
                                .body())
                .contains("Casi ancora da decidere: 0");
    }

    @Test
    void whatMostVoteAgainstIsNotDecided() {
        UUID panel = panel("Unità della maggioranza", true);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Maggioranza", "333 000 9709");
        open(sitting, panel);
        String page = "/sittings/" + sitting;
        Map<String, String> typed = new HashMap<>(decision(referral, "ACCEPT", ""));
        typed.put("why", "Serve subito.");
        typed.put("vote[" + member(panel, "Ivo Membri") + "]", "FAVOUR");
        typed.put("vote[" + member(panel, "Pia Esterni") + "]", "AGAINST");

        Client.Page tied = as(SECRETARY).post(page, page + "/decisions", typed);
        assertThat(tied.status()).isEqualTo(409);
        assertThat(tied.body())
                .contains("non sono più di quelli contrari")
                .contains("Serve subito.");
        assertThat(count("vote where referral_id = ?", referral)).isZero();

        TRUTH.update(
                "insert into vote values (?, ?, ?, ?, 'AGAINST')",
                sitting,
                referral,
                panel,
                member(panel, "Pia Esterni"));
        assertThatThrownBy(() ->
                        TRUTH.update(
                                "update referral set status = 'ACCEPTED', decided_at = now(), decision_reason = 'sì' where id = ?",
                                referral))
                .hasStackTraceContaining("decided_by_a_majority");
    }

    @Test
    void theVotesStandBesideTheDecisionAndInTheMinutes() {
        UUID panel = panel("Unità dei voti", true);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Votata", "333 000 9702");
        open(sitting, panel);
        String page = "/sittings/" + sitting;
        Client secretary = as(SECRETARY);
        secretary.post(page, page + "/recusals", of(referral, member(panel, "Pia Esterni")));
        Map<String, String> typed = new HashMap<>(decision(referral, "ACCEPT", "Serve subito."));
        typed.put("vote[" + member(panel, "Pia Esterni") + "]", "AGAINST");

        assertThat(secretary.post(page, page + "/decisions", typed).body())
                .contains("Vota solo chi è presente e partecipa");
        assertThat(count("vote where referral_id = ?", referral)).isZero();

        typed.remove("vote[" + member(panel, "Pia Esterni") + "]");
        typed.put("vote[" + member(panel, "Ivo Membri") + "]", "FAVOUR");
        typed.put("vote[" + member(panel, "Nora Segreti") + "]", "ABSTAIN");
        typed.put("decidedHours", "molte");
        Client.Page mistaken = secretary.post(page, page + "/decisions", typed);
        assertThat(mistaken.status()).isEqualTo(422);
        assertThat(mistaken.body()).contains("Serve subito.").contains("value=\"molte\"");

        typed.putAll(
                Map.of("decidedHours", "36", "referent", "Ada Referente", "fund", "MUNICIPAL"));
        secretary.post(page, page + "/decisions", typed);
        String read = secretary.get(page + "?case=" + referral).body();
        assertThat(read)
                .contains("Voti: 1 a favore, 0 contro, 1 astenuti.")
                .contains("Ore: 36")
                .contains("Referente: Ada Referente");

        assertThat(secretary.post(page, page + "/closing", Map.of()).body())
                .contains("Verbale n. 1")
                .contains("Voti: 1 a favore, 0 contro, 1 astenuti.")
                .contains("Ore: 36")
                .contains("non ha partecipato: Pia Esterni");
    }

    @Test
    void theMinutesSayWhatTheirSittingDecidedWhateverTheCaseDidThen() {
        UUID panel = panel("Unità dei ritirati", false);
        UUID first = sitting(panel);
        UUID referral = caseBefore(first, "Ritirata", "333 000 9711");
        UUID other = caseBefore(first, "Ritornata", "333 000 9712");
        open(first, panel);
        Client secretary = as(SECRETARY);
        Client social = as("sociale.pistoia");
        String page = "/sittings/" + first;
        for (UUID each : List.of(referral, other)) {
            secretary.post(
                    page, page + "/decisions", decision(each, "WAITLIST", "Manca un posto."));
        }
        withdraw(social, referral);
        assertThat(secretary.post(page, page + "/closing", Map.of()).body())
                .contains("Verbale n. 1")
                .contains("Ritirata Prova");

        UUID second = sitting(panel);
        String again = "/referrals/" + other;
        secretary.post(again, again + "/scheduling", Map.of("sitting", second.toString()));
        open(second, panel);
        withdraw(social, other);
        String next = "/sittings/" + second;
        secretary.post(next, next + "/closing", Map.of());

        assertThat(
                        TRUTH.queryForList(
                                "select distinct decision from minute where sitting_id = ?",
                                String.class,
                                first))
                .containsExactly("WAITLISTED");
        assertThat(count("minute where sitting_id = ?", first)).isEqualTo(2);
        assertThat(count("minute where sitting_id = ?", second)).isZero();
    }

    private static void withdraw(Client by, UUID referral) {
        String page = "/referrals/" + referral;
        by.post(page, page + "/withdrawal", Map.of("note", "Ha trovato lavoro."));
    }

    @Test
    void aCaseIsPutBeforeItsOwnPanel() {
        UUID panel = panel("Unità di casa", false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Accasata", "333 000 9713");
        TRUTH.update(
                "update referral set status = 'UNDER_REVIEW', sitting_id = null where id = ?",
                referral);
        UUID elsewhere = sitting(panel("Unità di altri", false));
        Client secretary = as(SECRETARY);
        String page = "/referrals/" + referral;

        assertThat(secretary.get(page).body())
                .contains(sitting.toString())
                .doesNotContain(elsewhere.toString());
        assertThat(
                        secretary
                                .post(
                                        page,
                                        page + "/scheduling",
                                        Map.of("sitting", elsewhere.toString()))
                                .body())
                .contains("della stessa commissione");
    }

    @Test
    void hoursAreForWhoIsAccepted() {
        UUID panel = panel("Unità delle ore", false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Orata", "333 000 9703");
        open(sitting, panel);
        String page = "/sittings/" + sitting;
        Map<String, String> typed = new HashMap<>(decision(referral, "REJECT", "Non ora."));
        typed.put("decidedHours", "36");

        assertThat(as(SECRETARY).post(page, page + "/decisions", typed).body())
                .contains("valgono solo per chi è accolto");
        assertThat(status(referral)).isEqualTo("SCHEDULED");
    }

    @Test
    void aReadyReasonIsPutInTheFieldToBeChanged() {
        UUID panel = panel("Unità delle frasi", false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Frasata", "333 000 9704");
        Client secretary = as(SECRETARY);
        String keeping = "/panels/" + panel;
        secretary.post(
                keeping,
                keeping + "/phrases",
                Map.of("phraseDecision", "WAITLIST", "phraseText", "Manca un posto per ora."));
        assertThat(
                        secretary
                                .post(
                                        keeping,
                                        keeping + "/phrases",
                                        Map.of(
                                                "phraseDecision",
                                                "WAITLIST",
                                                "phraseText",
                                                "Manca un posto per ora."))
                                .body())
                .contains("Questa motivazione c");
        open(sitting, panel);
        UUID phrase =
                TRUTH.queryForObject(
                        "select id from panel_phrase where panel_id = ?", UUID.class, panel);

        String page =
                secretary
                        .get("/sittings/" + sitting + "?case=" + referral + "&phrase=" + phrase)
                        .body();

        assertThat(page)
                .containsPattern(
                        "<textarea[^>]*name=\"why\"[^>]*>Manca un posto per ora.</textarea>")
                .containsPattern("value=\"WAITLIST\" checked");
        secretary.post(keeping, keeping + "/phrases/removal", Map.of("phrase", phrase.toString()));
        assertThat(count("panel_phrase where panel_id = ?", panel)).isZero();
    }

    @Test
    void aCaseThatComesBackSaysWhatChangedAndIsDecidedAgain() {
        UUID panel = panel("Unità dei rinvii", false);
        UUID first = sitting(panel);
        UUID second = sitting(panel);
        UUID referral = caseBefore(first, "Rinviata", "333 000 9705");
        open(first, panel);
        Client secretary = as(SECRETARY);
        String page = "/sittings/" + first;
        secretary.post(page, page + "/decisions", decision(referral, "DEFER", "Manca l'ISEE."));
        assertThat(
                        secretary
                                .post(
                                        "/referrals/" + referral,
                                        "/referrals/" + referral + "/scheduling",
                                        Map.of("sitting", second.toString()))
                                .body())
                .contains("Prima si chiude la seduta");
        secretary.post(page, page + "/closing", Map.of());
        secretary.post(
                "/referrals/" + referral,
                "/referrals/" + referral + "/scheduling",
                Map.of("sitting", second.toString()));
        open(second, panel);

        String again = "/sittings/" + second;
        assertThat(secretary.get(again).body())
                .contains("L&#39;altra volta: rinviata")
                .contains("Manca l&#39;ISEE.")
                .contains("Registra la decisione sul caso 1");
        secretary.post(again, again + "/decisions", decision(referral, "ACCEPT", "Ora c'è."));

        assertThat(status(referral)).isEqualTo("ACCEPTED");
        assertThat(secretary.get(page + "/minutes").body()).contains("rinviata");
    }

    @Test
    void whoSentTheCaseIsToldWhenTheMinutesCloseAndSaysTheyHaveRead() {
        UUID panel = panel("Unità degli esiti", false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Avvisata", "333 000 9706");
        open(sitting, panel);
        Client secretary = as(SECRETARY);
        Client social = as("sociale.pistoia");
        String page = "/sittings/" + sitting;
        String file = "/referrals/" + referral;
        secretary.post(page, page + "/decisions", decision(referral, "ACCEPT", "Sì."));
        assertThat(social.get(file).body()).doesNotContain("Ho letto l&#39;esito");
        secretary.post(page, page + "/closing", Map.of());

        assertThat(social.get("/referrals").body()).contains("esito da leggere");
        assertThat(secretary.get("/referrals").body()).doesNotContain("esito da leggere");
        assertThat(secretary.post(file, file + "/acknowledgement", Map.of()).status())
                .isEqualTo(409);
        assertThat(social.post(file, file + "/acknowledgement", Map.of()).body())
                .contains("Esito letto da chi ha segnalato")
                .doesNotContain("Ho letto l&#39;esito");
        assertThat(secretary.get(file).body()).contains("Esito letto da chi ha segnalato");
        assertThat(social.post(file, file + "/acknowledgement", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void thePlacesOfTheProgrammeAreThereWhileOneDecides() {
        UUID panel = panel("Unità dei posti", false);
        TRUTH.update(
                "update panel set programme_id = (select id from programme where code = 'TEAMS') where id = ?",
                panel);
        UUID sitting = sitting(panel);
        UUID waiting = caseBefore(sitting, "Aspettata", "333 000 9707");
        UUID accepted = caseBefore(sitting, "Prossima", "333 000 9708");
        open(sitting, panel);
        String page = "/sittings/" + sitting;
        Client secretary = as(SECRETARY);
        int taken =
                count(
                        "enrolment e join programme p on p.id = e.programme_id where p.code = 'TEAMS' and e.status in ('ACTIVE', 'COMPLETED')");
        int places =
                TRUTH.queryForObject(
                        "select sum(b.target) from programme_body b join programme p on p.id = b.programme_id where p.code = 'TEAMS' and b.enrols",
                        Integer.class);

        secretary.post(page, page + "/decisions", decision(waiting, "WAITLIST", "Aspetta."));
        secretary.post(page, page + "/decisions", decision(accepted, "ACCEPT", "Sì."));

        assertThat(secretary.get(page).body())
                .contains(
                        "Posti occupati: %d su %d. Accolte da iscrivere: 1. In lista d&#39;attesa: 1."
                                .formatted(taken, places));
    }
}
