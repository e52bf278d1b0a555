package it.percorsi.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.Client;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the body of a member sees, changed while they stay. */
class SightTests extends TeamCase {

    private UUID joined(String familyName, String phone) {
        UUID theCase = inCare(familyName, phone);
        post(
                social,
                theCase,
                "/invitation",
                Map.of("operator", operator("cpi.prato").toString(), "opened", "LABOUR"));
        answer(cpi, "members/" + place(theCase, "cpi.prato") + "/acceptance", Map.of());
        return theCase;
    }

    private static String sight(UUID theCase, String username) {
        return "/cases/members/" + place(theCase, username) + "/sight";
    }

    private Client.Page see(UUID theCase, String opened, String why) {
        String page = sight(theCase, "cpi.prato");
        return social.post(page, page, Map.of("opened", opened, "note", why));
    }

    private int grants(UUID theCase, String more) {
        return count(
                "access_grant where basis = 'TEAM' and person_id = ? and organisation_id = ? and "
                        + more,
                personOf(theCase),
                body("cpi-prato"));
    }

    @Test
    void theManagerChangesWhatAMemberSeesAndTheDiaryTellsThem() {
        UUID theCase = joined("Vista", "333 000 9481");
        String person = "/people/" + personOf(theCase);
        social.post(
                person + "/diary",
                person + "/diary",
                Map.of("section", "LABOUR", "body", "Cerca come sarta"));
        assertThat(cpi.get(person + "/diary").body()).contains("Cerca come sarta");
        assertThat(cpi.get(person).body()).doesNotContain("9481");
        assertThat(social.get("/cases/" + theCase).body()).contains(sight(theCase, "cpi.prato"));

        assertThat(see(theCase, "CONTACTS", "Serve chiamarla").body())
                .contains("identità, contatti");

        assertThat(cpi.get(person + "/diary").body())
                .doesNotContain("Cerca come sarta")
                .contains("Cambiato che cosa vede", "identità, contatti: Serve chiamarla");
        assertThat(cpi.get(person).body()).contains("9481");
        assertThat(grants(theCase, "valid_until is null and sections = '{CONTACTS,IDENTITY}'"))
                .isOne();
        assertThat(grants(theCase, "valid_until <= now()")).isOne();
        assertThat(
                        count(
                                "trail where action = 'SEE' and subject = 'team' and subject_id = ?",
                                place(theCase, "cpi.prato")))
                .isOne();
        answer(
                cpi,
                "members/" + place(theCase, "cpi.prato") + "/leaving",
                Map.of("note", "Cambio ufficio"));
        assertThat(grants(theCase, "valid_until is null")).isZero();
    }

    @Test
    void nobodyElseChangesItNotEvenAColleagueOfTheManager() {
        UUID theCase = joined("Altravista", "333 000 9482");
        String page = sight(theCase, "cpi.prato");
        Client colleague = as("sociale2.prato");

        assertThat(colleague.get("/cases/" + theCase).body()).doesNotContain(page);
        assertThat(colleague.get(page).status()).isEqualTo(404);
        assertThat(cpi.get(page).status()).isEqualTo(404);
        assertThat(social.get(sight(theCase, "sociale.prato")).status())
                .as("one's own body sees what its roles see")
                .isEqualTo(404);
        assertThatThrownBy(() ->
                        TRUTH.update(
                                "update team_member set sections = '{IDENTITY}', answer = 'x' where id = ?",
                                place(theCase, "cpi.prato")))
                .hasMessageContaining("sight_is_the_managers");
    }

    @Test
    void withoutAReasonOrAChangeNothingIsChanged() {
        UUID theCase = joined("Nessunavista", "333 000 9483");

        Client.Page unreasoned = see(theCase, "CONTACTS", " ");
        assertThat(unreasoned.status()).isEqualTo(422);
        assertThat(unreasoned.body())
                .containsPattern("value=\"CONTACTS\"\\s+checked")
                .contains("Da rivedere");
        assertThat(see(theCase, "LABOUR", "Uguale").status()).isEqualTo(409);
        assertThat(grants(theCase, "true")).isOne();
    }
}
