package it.percorsi.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A team between bodies: what somebody sees begins with yes and ends with leaving. */
class TeamTests extends TeamCase {

    private Client.Page invite(UUID theCase, String username, String opened) {
        return post(
                social,
                theCase,
                "/invitation",
                Map.of(
                        "operator",
                        operator(username).toString(),
                        "opened",
                        opened,
                        "words",
                        "Serve aiuto per il curriculum"));
    }

    @Test
    void whoIsInvitedLearnsOfWhomByAcceptingAndSeesNoMoreAfterLeaving() {
        UUID theCase = inCare("Invitata", "333 000 9401");
        String diary = "/people/" + personOf(theCase) + "/diary";
        social.post(diary, diary, Map.of("section", "LABOUR", "body", "Cerca come cuoca"));

        assertThat(invite(theCase, "cpi.prato", "LABOUR").body())
                .contains("Andrea Sanesi")
                .contains("in attesa di risposta");
        assertThat(cpi.get("/cases/" + theCase).status()).isEqualTo(404);
        assertThat(cpi.get("/cases").body()).containsPattern("Aspettano la tua risposta: \\d");
        assertThat(cpi.get("/cases/requests").body())
                .contains("Elena Cecchi")
                .contains("Serve aiuto per il curriculum")
                .doesNotContain("Invitata");

        UUID place = place(theCase, "cpi.prato");
        assertThat(answer(cpi, "members/" + place + "/acceptance", Map.of()).body())
                .contains("Invitata")
                .contains("tra enti");
        assertThat(cpi.get(diary).body()).contains("Cerca come cuoca").contains("Invito accettato");
        assertThat(cpi.get("/people/" + personOf(theCase)).body())
                .as("contacts were not opened")
                .doesNotContain("9401");

        Map<String, String> leaving = new HashMap<>(cpi.seal("/cases", "/logout"));
        leaving.put("formKey", UUID.randomUUID().toString());
        leaving.put("note", "Cambio ufficio");
        assertThat(cpi.send("/cases/members/" + place + "/leaving", leaving).status())
                .isEqualTo(200);
        assertThat(cpi.get("/cases/" + theCase).status()).isEqualTo(404);
        assertThat(cpi.get(diary).status()).isEqualTo(404);
        assertThat(social.get(diary).body())
                .contains("Fuori dall&#39;équipe")
                .contains("Cambio ufficio");
        assertThat(social.get("/cases/" + theCase).body()).contains("interna all&#39;ente");
    }

    @Test
    void aRefusalSaysWhyAndOpensNothing() {
        UUID theCase = inCare("Rifiutata", "333 000 9402");
        invite(theCase, "cpi.prato", "LABOUR");
        String place = "members/" + place(theCase, "cpi.prato");

        assertThat(answer(cpi, place + "/refusal", Map.of("note", " ")).status()).isEqualTo(409);
        answer(cpi, place + "/refusal", Map.of("note", "Conosco la famiglia"));

        assertThat(cpi.get("/cases/" + theCase).status()).isEqualTo(404);
        assertThat(social.get("/people/" + personOf(theCase) + "/diary").body())
                .contains("Invito non accettato")
                .contains("Conosco la famiglia");
        assertThat(invite(theCase, "cpi.prato", "LABOUR").status())
                .as("asked again")
                .isEqualTo(200);
    }

    @Test
    void nobodyAnswersForSomebodyElse() {
        UUID theCase = inCare("Altrui", "333 000 9403");
        invite(theCase, "cpi.prato", "LABOUR");
        String place = "members/" + place(theCase, "cpi.prato");

        assertThat(answer(as("cpi2.prato"), place + "/acceptance", Map.of()).status())
                .isEqualTo(404);
        assertThat(answer(social, place + "/acceptance", Map.of()).status()).isEqualTo(409);
        assertThat(count("access_grant where person_id = ? and basis = 'TEAM'", personOf(theCase)))
                .isZero();
    }

    @Test
    void whoHasTasksLeftDoesNotLeave() {
        UUID theCase = inCare("Impegnata", "333 000 9404");
        invite(theCase, "cpi.prato", "LABOUR");
        answer(cpi, "members/" + place(theCase, "cpi.prato") + "/acceptance", Map.of());
        String tasks = "/people/" + personOf(theCase) + "/tasks";
        social.post(tasks, tasks, Map.of("tasks", "andrea: curriculum entro domani"));

        Client.Page page =
                cpi.post(
                        "/cases/" + theCase,
                        "/cases/members/" + place(theCase, "cpi.prato") + "/leaving",
                        Map.of("note", "Cambio ufficio"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("compiti aperti su questa persona");
        assertThat(cpi.get("/cases/" + theCase).status()).isEqualTo(200);
    }
}
