package it.percorsi.administration;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an operator is written to: kept by themselves and by who administers, read by no other. */
class WorkMailTests extends RunningApplication {

    private static final String UNREADABLE = "Questo non sembra un indirizzo e-mail";

    @AfterEach
    void nobodyIsWrittenTo() {
        TRUTH.update("delete from work_mail");
    }

    private static UUID operator(String username) {
        return TRUTH.queryForObject(
                "select id from operator where username = ?", UUID.class, username);
    }

    private int kept(String username, String what) {
        return count("work_mail where operator_id = ? and " + what, operator(username));
    }

    private static String page(String username) {
        return "/administration/operators/" + operator(username) + "/mail";
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpi.prato", "commissione.prato", "coordinamento", "admin", "dpo"})
    void everybodyKeepsTheirOwn(String who) {
        Client client = as(who);

        Client.Page saved =
                client.post(
                        "/account", "/account", Map.of("mail", " io@ente.it ", "daily", "true"));

        assertThat(saved.body())
                .contains("Salvato.", "value=\"io@ente.it\"")
                .containsPattern("name=\"daily\"[^>]*checked");
        assertThat(kept(who, "address = 'io@ente.it' and daily")).isOne();
        assertThat(
                        count(
                                "trail where operator_id = subject_id and subject_id = ? and action = 'KEEP' and subject = 'work-mail'",
                                operator(who)))
                .isPositive();

        client.post("/account", "/account", Map.of("mail", ""));

        assertThat(kept(who, "address is null and not daily")).isOne();
    }

    @Test
    void whatIsNoAddressComesBackAsItWasTyped() {
        Client.Page own =
                as("cpi.prato").post("/account", "/account", Map.of("mail", "io chiocciola ente"));
        Client.Page of =
                as("admin")
                        .post(page("cpi.prato"), page("cpi.prato"), Map.of("mail", "a@b, c@d.it"));

        for (Client.Page refused : java.util.List.of(own, of)) {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains(UNREADABLE);
        }
        assertThat(own.body())
                .contains("value=\"io chiocciola ente\"")
                .doesNotContainPattern("name=\"daily\"[^>]*checked");
        assertThat(of.body()).contains("value=\"a@b, c@d.it\"");
        assertThat(count("work_mail")).isZero();
    }

    @Test
    void whoAdministersKeepsTheAddressAndWhoHasItWhetherTheyAreWrittenTo() {
        as("cpi.prato").post("/account", "/account", Map.of("mail", "uno@ente.it"));

        Client admin = as("admin");
        assertThat(admin.get("/administration").body()).contains(page("cpi.prato"));
        assertThat(admin.get(page("cpi.prato")).body())
                .contains("value=\"uno@ente.it\"", "ha spento il messaggio");
        admin.post(
                page("cpi.prato"),
                page("cpi.prato"),
                Map.of("mail", "due@ente.it", "daily", "true"));

        assertThat(kept("cpi.prato", "address = 'due@ente.it' and not daily")).isOne();
        assertThat(as("cpi.prato").get("/account").body()).contains("value=\"due@ente.it\"");
    }

    @Test
    void anAddressWithoutAnEndIsRefusedAsAnyOther() {
        Client.Page refused =
                as("cpi.prato")
                        .post("/account", "/account", Map.of("mail", "a@a" + ".a".repeat(9_000)));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(count("work_mail")).isZero();
    }

    @Test
    void theAddressOfAnOfficeEndsWithTheWorkThere() {
        as("cpi.prato").post("/account", "/account", Map.of("mail", "uno@ente.it"));
        UUID post = UUID.randomUUID();
        TRUTH.update(
                "insert into membership select ?, operator_id, organisation_id, 'PLACEMENT', valid_from, null from membership where operator_id = ? limit 1",
                post,
                operator("cpi.prato"));

        as("admin")
                .post("/administration", "/administration/memberships/" + post + "/end", Map.of());

        assertThat(kept("cpi.prato", "address is null")).isOne();
    }

    @Test
    void noColleagueReadsOrKeepsIt() {
        as("cpi.prato").post("/account", "/account", Map.of("mail", "uno@ente.it"));
        Client desk = as("sportello.prato");

        assertThat(desk.get(page("cpi.prato")).status()).isEqualTo(404);
        assertThat(desk.get("/account").body()).doesNotContain("uno@ente.it");
        Map<String, String> form = desk.seal("/account", "/account");
        form.put("mail", "altro@ente.it");
        assertThat(desk.send(page("cpi.prato"), form).status()).isEqualTo(404);
        assertThat(kept("cpi.prato", "address = 'uno@ente.it'")).isOne();
    }
}
