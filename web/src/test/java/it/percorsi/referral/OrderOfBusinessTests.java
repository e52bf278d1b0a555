package it.percorsi.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Client;
import it.percorsi.PanelCase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The agenda of a sitting, put in order by hand before it opens. */
class OrderOfBusinessTests extends PanelCase {

    private static Client.Page move(Client who, UUID sitting, UUID referral, String way) {
        String page = "/sittings/" + sitting;
        return who.post(page, page + "/order", Map.of("referral", referral.toString(), "way", way));
    }

    @Test
    void theSecretaryMovesCasesUpAndDownAndGoesBackToTheUrgentFirst() {
        UUID panel = panel("Ordini del giorno", false);
        UUID sitting = sitting(panel);
        caseBefore(sitting, "Ordalfa", "333 000 9491");
        UUID beta = caseBefore(sitting, "Ordbeta", "333 000 9492");
        UUID gamma = caseBefore(sitting, "Ordgamma", "333 000 9493", "Ha lo sfratto");
        Client secretary = as(SECRETARY);
        String page = "/sittings/" + sitting;
        assertThat(secretary.get(page).body())
                .containsSubsequence("1. Ordgamma", "2. Ordalfa", "3. Ordbeta")
                .doesNotContain("Rimetti prima gli urgenti");

        assertThat(move(secretary, sitting, beta, "UP").body())
                .containsSubsequence("1. Ordgamma", "2. Ordbeta", "3. Ordalfa")
                .containsPattern("value=\"UP\"[^>]*autofocus");
        assertThat(move(secretary, sitting, gamma, "DOWN").body())
                .containsSubsequence("1. Ordbeta", "2. Ordgamma", "3. Ordalfa");
        assertThat(move(secretary, sitting, beta, "UP").body())
                .as("already the first")
                .containsSubsequence("1. Ordbeta", "2. Ordgamma", "3. Ordalfa");
        UUID delta = caseBefore(sitting, "Ordelta", "333 000 9494");
        assertThat(secretary.get(page).body()).as("came afterwards").contains("4. Ordelta");
        assertThat(move(secretary, sitting, delta, "UP").body())
                .containsSubsequence("3. Ordelta", "4. Ordalfa");
        assertThat(count("trail where action = 'REORDER' and subject_id = ?", sitting))
                .isEqualTo(3);

        assertThat(secretary.post(page, page + "/order/removal", Map.of()).body())
                .containsSubsequence("1. Ordgamma", "2. Ordalfa", "3. Ordbeta", "4. Ordelta");
    }

    @Test
    void onlyTheSecretaryAndOnlyBeforeItOpens() {
        UUID panel = panel("Ordini chiusi", false);
        UUID sitting = sitting(panel);
        caseBefore(sitting, "Ordprima", "333 000 9495");
        UUID second = caseBefore(sitting, "Ordseconda", "333 000 9496");
        Client secretary = as(SECRETARY);
        move(secretary, sitting, second, "UP");
        assertThat(as(MEMBER).get("/sittings/" + sitting).body()).doesNotContain("Sposta su");
        assertThat(move(as(MEMBER), sitting, second, "DOWN").status()).isEqualTo(409);

        open(sitting, panel);

        assertThat(secretary.get("/sittings/" + sitting).body())
                .containsSubsequence("1. Ordseconda", "2. Ordprima")
                .doesNotContain("Sposta su");
        assertThat(move(secretary, sitting, second, "DOWN").status()).isEqualTo(409);
        assertThatThrownBy(() ->
                        TRUTH.update("update referral set agenda_place = 9 where id = ?", second))
                .hasMessageContaining("agenda_before_it_opens");
    }

    @Test
    void whoeverIsWithdrawnLeavesThePlace() {
        UUID sitting = sitting(panel("Ordini ritirati", false));
        caseBefore(sitting, "Ordresta", "333 000 9497");
        UUID gone = caseBefore(sitting, "Ordvia", "333 000 9498");
        move(as(SECRETARY), sitting, gone, "UP");

        TRUTH.update("update referral set status = 'WITHDRAWN' where id = ?", gone);

        assertThat(count("referral where sitting_id = ? and agenda_place = 1", sitting)).isZero();
    }

    @Test
    void whoMayBeNamedToFollowWorksForTheBodyThatSentTheCase() {
        UUID sitting = opened("Referenti", "Referent", "333 000 968");
        String name =
                TRUTH.queryForObject(
                        "select name from operator where username = 'sociale.pistoia'",
                        String.class);
        String other =
                TRUTH.queryForObject(
                        "select name from operator where username = 'sociale.prato'", String.class);

        assertThat(as(SECRETARY).get("/sittings/" + sitting).body())
                .contains("list=\"referents\"", "<option value=\"" + name + "\"")
                .doesNotContain("<option value=\"" + other + "\"");
    }
}
