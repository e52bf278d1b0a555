package it.percorsi.referral;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.PanelCase;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What goes wrong in a sitting and is put right before its minutes are closed. */
class SecondThoughtsTests extends PanelCase {

    private static String status(UUID referral) {
        return TRUTH.queryForObject(
                "select status from referral where id = ?", String.class, referral);
    }

    private Client.Page takeBack(String page, UUID referral, String why) {
        return as(SECRETARY)
                .post(
                        page,
                        page + "/decisions/removal",
                        Map.of("referral", referral.toString(), "note", why));
    }

    private Client.Page decides(String page, Map<String, String> typed) {
        return as(SECRETARY).post(page, page + "/decisions", typed);
    }

    private Client.Page presence(String page, UUID member, String change) {
        return as(SECRETARY)
                .post(
                        page,
                        page + "/presence",
                        Map.of("member", member.toString(), "change", change));
    }

    @Test
    void aWrongDecisionIsTakenBackAndTheMinutesTellTheRightOneAlone() {
        UUID panel = panel("Unità dei ripensamenti", false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Ripensata", "333 000 9801");
        open(sitting, panel);
        String page = "/sittings/" + sitting;
        decides(page, decision(referral, "ACCEPT", "Scambiata con un'altra"));

        assertThat(as(SECRETARY).get(page + "?case=" + referral).body())
                .contains("Annulla questa decisione");
        assertThat(as(MEMBER).get(page + "?case=" + referral).body())
                .doesNotContain("Annulla questa decisione");
        assertThat(takeBack(page, referral, " ").status()).isEqualTo(409);
        assertThat(takeBack(page, referral, "Era il caso dopo").body())
                .contains("Era il caso dopo");
        assertThat(status(referral)).isEqualTo("SCHEDULED");
        assertThat(as(SECRETARY).get(page).body()).doesNotContain("L&#39;altra volta");
        decides(page, decision(referral, "REJECT", "Fuori dai requisiti"));
        as(SECRETARY).post(page, page + "/closing", Map.of());

        assertThat(as(SECRETARY).get(page + "/minutes").body())
                .contains("Ripensata", "non accolta", "Fuori dai requisiti")
                .doesNotContain("Scambiata con un");
        Client.Page late = takeBack(page, referral, "Ci ho pensato ancora");
        assertThat(late.status()).isIn(404, 409);
        assertThat(status(referral)).isEqualTo("REJECTED");
    }

    @Test
    void withADecisionGoItsVotes() {
        UUID panel = panel("Unità dei voti ripensati", true);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Rivotata", "333 000 9802");
        open(sitting, panel);
        String page = "/sittings/" + sitting;
        Map<String, String> typed = new HashMap<>(decision(referral, "ACCEPT", "sì"));
        typed.put("vote[" + member(panel, "Ivo Membri") + "]", "FAVOUR");
        decides(page, typed);
        assertThat(count("vote where referral_id = ?", referral)).isOne();

        takeBack(page, referral, "Mancava un documento");
        assertThat(count("vote where referral_id = ?", referral)).isZero();
        typed.put("vote[" + member(panel, "Pia Esterni") + "]", "FAVOUR");
        decides(page, typed);

        assertThat(count("vote where referral_id = ?", referral)).isEqualTo(2);
        assertThat(status(referral)).isEqualTo("ACCEPTED");
    }

    @Test
    void nothingRestsOnADecisionBeforeItsMinutesAreClosed() {
        UUID panel = panel("Unità delle conseguenze", false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Conseguente", "333 000 9803");
        open(sitting, panel);
        String page = "/sittings/" + sitting;
        decides(page, decision(referral, "ACCEPT", "Il bisogno è riconosciuto"));
        String care =
                "/cases/"
                        + TRUTH.queryForObject(
                                "select c.id from case_file c join referral r on r.person_id = c.person_id where r.id = ?",
                                UUID.class,
                                referral)
                        + "/care";
        Client social = as("sociale.pistoia");

        assertThat(social.get(care).body()).doesNotContain("Il bisogno è riconosciuto");
        as(SECRETARY).post(page, page + "/closing", Map.of());

        assertThat(social.get(care).body()).contains("Il bisogno è riconosciuto");
    }

    @Test
    void whoLeavesCountsNoMoreAndWhoComesLateCountsFromThen() {
        UUID panel = panel("Unità delle presenze", false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Presenziata", "333 000 9804");
        String page = "/sittings/" + sitting;
        UUID ivo = member(panel, "Ivo Membri");
        UUID pia = member(panel, "Pia Esterni");
        open(sitting, panel);
        TRUTH.update("delete from attendance where member_id = ?", pia);

        assertThat(presence(page, ivo, "LEAVE").body()).contains("Ivo Membri: non era andato via");
        assertThat(decides(page, decision(referral, "ACCEPT", "sì")).status()).isEqualTo(409);
        assertThat(presence(page, ivo, "LEAVE").status()).isEqualTo(409);
        presence(page, pia, "ARRIVE");
        assertThat(decides(page, decision(referral, "ACCEPT", "sì")).status()).isEqualTo(200);
        as(SECRETARY).post(page, page + "/closing", Map.of());

        assertThat(as(SECRETARY).get(page + "/minutes").body().replaceAll("<[^>]+>", ""))
                .containsPattern("Ivo Membri, Servizi, fino alle \\d+\\.\\d\\d")
                .containsPattern("Pia Esterni, Servizi, dalle \\d+\\.\\d\\d")
                .contains("raggiunto con 2 presenti");
        assertThat(presence(page, ivo, "STAY").status()).isEqualTo(409);
    }

    @Test
    void whoComesBackCountsAgainAndWasAwayInTheMinutes() {
        UUID panel = panel("Unità dei ritorni", false);
        UUID sitting = sitting(panel);
        UUID one = caseBefore(sitting, "Ritornata", "333 000 9805");
        UUID other = caseBefore(sitting, "Ritrovata", "333 000 9806");
        String page = "/sittings/" + sitting;
        UUID ivo = member(panel, "Ivo Membri");
        open(sitting, panel);
        decides(page, decision(one, "ACCEPT", "sì"));
        presence(page, ivo, "LEAVE");
        TRUTH.update(
                "update attendance set left_at = left_at - interval '20 minutes' where member_id = ?",
                ivo);

        assertThat(presence(page, ivo, "STAY").body()).contains("la sua uscita resta nel verbale");
        assertThat(presence(page, ivo, "RETURN").body())
                .contains("Ivo Membri: va via adesso")
                .containsPattern(", assente \\d+\\.\\d\\d-\\d+\\.\\d\\d");
        assertThat(presence(page, ivo, "RETURN").status()).isEqualTo(409);
        assertThat(decides(page, decision(other, "ACCEPT", "sì")).status()).isEqualTo(200);
        as(SECRETARY).post(page, page + "/closing", Map.of());

        assertThat(as(SECRETARY).get(page + "/minutes").body().replaceAll("<[^>]+>", ""))
                .containsPattern("Ivo Membri, Servizi, assente \\d+\\.\\d\\d-\\d+\\.\\d\\d");
        assertThat(presence(page, ivo, "LEAVE").status()).isEqualTo(409);
    }

    @Test
    void whoLeftByMistakeIsStillThere() {
        UUID panel = panel("Unità degli sbagli", false);
        UUID sitting = sitting(panel);
        open(sitting, panel);
        String page = "/sittings/" + sitting;
        UUID ivo = member(panel, "Ivo Membri");

        presence(page, ivo, "LEAVE");
        presence(page, ivo, "STAY");
        TRUTH.update("delete from attendance where member_id = ?", member(panel, "Pia Esterni"));
        presence(page, member(panel, "Pia Esterni"), "ARRIVE");
        presence(page, member(panel, "Pia Esterni"), "MISTAKE");

        assertThat(count("attendance where member_id = ? and left_at is null", ivo)).isOne();
        assertThat(count("attendance where member_id = ?", member(panel, "Pia Esterni"))).isZero();
        assertThat(presence(page, ivo, "MISTAKE").status()).isEqualTo(409);
        assertThat(as(MEMBER).get(page).body()).doesNotContain("Chi arriva e chi va via");
    }
}
