package it.percorsi.referral;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SittingTests extends RunningApplication {

    @Test
    void theDatabaseItselfRefusesADecisionOutsideAnOpenSitting() {
        UUID scheduled =
                TRUTH.queryForObject(
                        "select r.id from referral r join sitting s on s.id = r.sitting_id where r.status = 'SCHEDULED' and s.status = 'PLANNED' limit 1",
                        UUID.class);

        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        TRUTH.update(
                                "update referral set status = 'ACCEPTED', decided_at = now(), decision_reason = 'x' where id = ?",
                                scheduled))
                .hasStackTraceContaining("no open sitting with quorum");
    }

    @Test
    void theMinutesKeepARefusalThatThePanelCanNoLongerOpen() {
        UUID refused =
                TRUTH.queryForObject(
                        "select id from referral where status = 'REJECTED' limit 1", UUID.class);
        UUID sitting =
                TRUTH.queryForObject(
                        "select sitting_id from referral where id = ?", UUID.class, refused);
        Client secretary = as("commissione.prato");

        assertThat(secretary.get("/referrals/" + refused).status()).isEqualTo(404);
        assertThat(secretary.get("/sittings/" + sitting + "/minutes").body())
                .contains("non accolta")
                .contains("Verbale n. 1");
    }

    @Test
    void theSenderSeesTheOutcome() {
        UUID accepted =
                TRUTH.queryForObject(
                        "select r.id from referral r join operator o on o.id = r.referrer_id where r.status = 'ACCEPTED' and o.username = 'sociale.prato' limit 1",
                        UUID.class);

        assertThat(as("sociale.prato").get("/referrals/" + accepted).body())
                .contains("Esito: accolta");
    }

    @Test
    void aMemberReadsAndDoesNotDecide() {
        UUID planned =
                TRUTH.queryForObject(
                        """
                        select s.id from sitting s join panel p on p.id = s.panel_id
                        where p.code = 'commissione-prato' and s.status = 'PLANNED'
                            and (select count(*) from referral r where r.sitting_id = s.id) = 3\
                        """,
                        UUID.class);
        String page = as("commissario.prato").get("/sittings/" + planned).body();

        assertThat(page).contains("Ordine del giorno: 3").doesNotContain("Apri la seduta");
    }

    @Test
    void thePanelSeesThePersonsOfItsReferralsAndNoOtherFileOfTheSameBody() {
        assertThat(as("commissione.prato").get("/people/" + person("Hoxha", "Arta")).status())
                .isEqualTo(404);
        assertThat(as("commissione.prato").get("/cases").status()).isEqualTo(404);
    }
}
