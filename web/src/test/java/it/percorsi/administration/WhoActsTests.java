package it.percorsi.administration;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WhoActsTests extends RunningApplication {

    private final Map<String, String> account =
            Map.of("name", "Carla Verdi", "password", "una password lunga", "role", "DESK");

    private Client newDesk(String username) {
        Client admin = as("admin");
        Map<String, String> form = admin.seal("/administration", "/administration/operators");
        form.putAll(account);
        form.put("username", username);
        form.put(
                "organisation",
                TRUTH.queryForObject(
                        "select id::text from organisation where code = 'comune-prato'",
                        String.class));
        assertThat(admin.send("/administration/operators", form).body()).contains(username);
        Client client = anonymous();
        client.post(
                "/login",
                "/login",
                Map.of("username", username, "password", account.get("password")));
        return client;
    }

    @Test
    void anAdministratorOpensAnAccountThatWorksAtOnce() {
        assertThat(newDesk("carla.uno").get("/desk").status()).isEqualTo(200);
    }

    @Test
    void anEndedMembershipOpensNothingAtTheNextRequest() {
        Client carla = newDesk("carla.due");
        UUID membership =
                TRUTH.queryForObject(
                        "select m.id from membership m join operator o on o.id = m.operator_id where o.username = 'carla.due'",
                        UUID.class);

        as("admin")
                .post(
                        "/administration",
                        "/administration/memberships/" + membership + "/end",
                        Map.of());

        assertThat(carla.get("/desk").path()).isEqualTo("/login");
    }

    @Test
    void aSuspendedAccountOpensNothingAtTheNextRequest() {
        Client carla = newDesk("carla.tre");
        UUID operator =
                TRUTH.queryForObject(
                        "select id from operator where username = 'carla.tre'", UUID.class);

        as("admin")
                .post(
                        "/administration",
                        "/administration/operators/" + operator + "/disabling",
                        Map.of());

        assertThat(carla.get("/desk").path()).isEqualTo("/login");
    }

    @Test
    void withTwoRolesOneChoosesAndActsInThatOneOnly() {
        Client carla = newDesk("carla.quattro");
        UUID operator =
                TRUTH.queryForObject(
                        "select id from operator where username = 'carla.quattro'", UUID.class);
        as("admin")
                .post(
                        "/administration",
                        "/administration/operators/" + operator + "/memberships",
                        Map.of(
                                "organisation",
                                TRUTH.queryForObject(
                                        "select id::text from organisation where code = 'comune-pistoia'",
                                        String.class),
                                "role",
                                "SOCIAL_WORKER"));

        Client.Page choice = carla.get("/desk");
        UUID pistoia =
                TRUTH.queryForObject(
                        "select id from membership where operator_id = ? and role = 'SOCIAL_WORKER'",
                        UUID.class,
                        operator);
        Client.Page home =
                carla.post("/acting", "/acting", Map.of("membership", pistoia.toString()));

        assertThat(choice.path()).isEqualTo("/acting");
        assertThat(home.body()).contains("Comune di Pistoia · servizio sociale");
        assertThat(carla.get("/people/" + person("Hoxha", "Arta")).status()).isEqualTo(404);
    }

    @Test
    void theAdministratorSeesNoPerson() {
        assertThat(as("admin").get("/people/" + person("Hoxha", "Arta")).status()).isEqualTo(404);
        assertThat(as("admin").get("/desk?q=hoxha").status()).isEqualTo(404);
    }

    @Test
    void theOfficerSeesWhoLookedAndNeverWhatTheySaw() {
        as("sportello.prato").get("/people/" + person("Hoxha", "Arta"));

        String trail = as("dpo").get("/trail").body();

        assertThat(trail)
                .contains("consultazione: persona")
                .doesNotContain("Hoxha")
                .doesNotContain("333 000 1001");
    }

    @Test
    void everyLookLeavesItsRow() {
        UUID arta = person("Hoxha", "Arta");
        int before =
                count(
                        "trail where subject = 'person' and action = 'LOOK' and subject_id = ?",
                        arta);

        as("sportello.prato").get("/people/" + arta);

        assertThat(
                        count(
                                "trail where subject = 'person' and action = 'LOOK' and subject_id = ?",
                                arta))
                .isEqualTo(before + 1);
    }

    @Test
    void fiveWrongPasswordsSlowThatAccountDownHere() {
        newDesk("carla.cinque");
        for (int i = 0; i < 5; i++) {
            assertThat(
                            anonymous()
                                    .post(
                                            "/login",
                                            "/login",
                                            Map.of(
                                                    "username",
                                                    "carla.cinque",
                                                    "password",
                                                    "sbagliata"))
                                    .body())
                    .contains("non corretti");
        }

        Client.Page sixth =
                anonymous()
                        .post(
                                "/login",
                                "/login",
                                Map.of(
                                        "username",
                                        "carla.cinque",
                                        "password",
                                        account.get("password")));

        assertThat(sixth.body()).contains("Troppi tentativi");
        assertThat(as("sportello.prato").get("/desk").status()).isEqualTo(200);
        TRUTH.update("delete from login_failure");
    }

    @Test
    void everyAnswerCarriesItsHeaders() {
        Client desk = as("sportello.prato");
        for (Client.Page page :
                List.of(
                        desk.get("/desk"),
                        desk.get("/people/" + UUID.randomUUID()),
                        anonymous().get("/desks"),
                        desk.get("/desk?q=%00"))) {
            assertThat(page.answer().headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(page.answer().headers().firstValue("X-Content-Type-Options"))
                    .contains("nosniff");
            assertThat(page.answer().headers().firstValue("Referrer-Policy")).isPresent();
            assertThat(page.answer().headers().firstValue("Cache-Control").orElse(""))
                    .contains("no-store");
        }
    }

    @Test
    void healthIsOpenAndNothingElseOfTheActuator() {
        assertThat(anonymous().get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(anonymous().get("/actuator/env").path()).isEqualTo("/login");
        assertThat(as("admin").get("/actuator/env").status()).isEqualTo(404);
    }
}
