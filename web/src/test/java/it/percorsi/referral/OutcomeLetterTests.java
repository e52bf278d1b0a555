package it.percorsi.referral;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.PanelCase;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was decided is told to the person on paper, in two languages and without the reason. */
class OutcomeLetterTests extends PanelCase {

    private static UUID whose(UUID referral) {
        return TRUTH.queryForObject(
                "select person_id from referral where id = ?", UUID.class, referral);
    }

    @Test
    void aDecisionIsToldOnceTheMinutesAreClosed() {
        UUID panel = panel("Unità delle lettere", false);
        UUID sitting = sitting(panel);
        UUID referral = caseBefore(sitting, "Scrivimi", "333 000 9851");
        open(sitting, panel);
        Map<String, String> accepted =
                new HashMap<>(decision(referral, "ACCEPT", "Motivo che resta qui."));
        accepted.put("conditions", "Frequentare il corso di italiano.");
        accepted.put("referent", "Ada Referenti");
        String page = "/sittings/" + sitting;
        as(SECRETARY).post(page, page + "/decisions", accepted);
        Client social = as("sociale.pistoia");
        String letter = "/referrals/" + referral + "/outcome";

        assertThat(social.get("/referrals/" + referral).body()).doesNotContain(letter);
        assertThat(social.get(letter).status()).isEqualTo(404);
        TRUTH.update("update referral set told_at = now() where id = ?", referral);

        assertThat(social.get("/referrals/" + referral).body()).contains(letter);
        assertThat(social.get(letter).body())
                .contains("La tua richiesta è stata accolta.")
                .contains("Frequentare il corso di italiano.", "Ada Referenti", "Scrivimi")
                .contains("Traduzione da far rileggere")
                .doesNotContain("Motivo che resta qui");
        assertThat(
                        count(
                                "trail where subject = 'outcome-letter' and ? = any (person_ids)",
                                whose(referral)))
                .isPositive();
        assertThat(as(SECRETARY).get(letter).status()).isEqualTo(404);
        assertThat(as("sociale.prato").get(letter).status()).isEqualTo(404);
    }

    @Test
    void theLanguageOfThePersonStandsBesideTheItalian() {
        Client desk = as("sportello.prato");
        UUID person =
                open(desk, "Letterabilingue", Map.of("phone", "333 000 9852", "language", "sq"));
        String of = "/people/" + person + "/direct-referrals";
        Map<String, String> asked = new HashMap<>();
        asked.put("service", "ITALIAN_COURSE");
        asked.put("sentTo", "");
        asked.put("elsewhere", "Biblioteca");
        asked.put("what", "Un corso la sera");
        asked.put("needs", "LANGUAGE");
        asked.put("reason", "Vuole parlare con i vicini");
        asked.put("legalBasis", "PUBLIC_TASK");
        asked.put("telling", "yes");
        String direct = desk.post(of, of, asked).path();
        assertThat(desk.get(direct + "/outcome").status()).isEqualTo(404);
        assertThat(desk.get(direct).body()).doesNotContain(direct + "/outcome");

        desk.post(
                direct, direct + "/moves", Map.of("move", "TAKE_UP", "note", "Porta un quaderno"));

        assertThat(desk.get(direct).body()).contains(direct + "/outcome");
        assertThat(desk.get(direct + "/outcome").body())
                .contains("Il servizio ti aspetta.")
                .contains("lang=\"sq\"", "Shërbimi të pret.")
                .contains("Biblioteca", "Letterabilingue", "Porta un quaderno")
                .doesNotContain("Un corso la sera");
        assertThat(as("sportello.lucca").get(direct + "/outcome").status()).isEqualTo(404);
    }
}
