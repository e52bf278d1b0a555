package it.percorsi.site;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody reads over an empty chair. */
class LockTests extends RunningApplication {

    private static Client.Page lock(Client client, String from) {
        Client.Page page = client.get(from);
        Map<String, String> form = new HashMap<>(Client.hidden(page.body(), "/lock"));
        String back = page.body().replaceAll("(?s).*name=\"back\" value=\"([^\"]*)\".*", "$1");
        form.put("back", back.replace("&amp;", "&"));
        return client.send("/lock", form);
    }

    private static Client.Page unlock(Client client, String password) {
        return client.post("/unlock", "/unlock", Map.of("password", password));
    }

    @Test
    void everyDoorLeadsToThePasswordAndThePasswordBackToThePage() {
        Client desk = as("sportello.prato");
        String arta = "/people/" + person("Hoxha", "Arta") + "/data";
        Client.Page locked = lock(desk, arta);

        assertThat(locked.path()).isEqualTo("/unlock");
        assertThat(locked.body())
                .doesNotContain("Hoxha")
                .doesNotContain("Giulia")
                .doesNotContain("/people/");
        for (Door door : Door.values()) {
            assertThat(desk.get(door.path()).path()).as(door.path()).isEqualTo("/unlock");
        }
        for (String path : List.of("/", "/acting", "/desks", "/notices", arta)) {
            assertThat(desk.get(path).path()).as(path).isEqualTo("/unlock");
        }
        assertThat(desk.get("/desk/display").path()).isEqualTo("/desk/display");
        assertThat(unlock(desk, "percorsi").path()).isEqualTo(arta);
        assertThat(desk.get(arta).status()).isEqualTo(200);
    }

    @Test
    void nothingIsSentWhileLocked() {
        Client desk = as("sportello.lucca");
        Map<String, String> form = desk.seal("/desk", "/desk/contacts");
        form.put("keys", "1i");
        lock(desk, "/desk");
        int before = count("desk_contact");

        desk.send("/desk/contacts", form);

        assertThat(count("desk_contact")).isEqualTo(before);
    }

    @Test
    void aWrongPasswordOpensNothing() {
        Client desk = as("sportello.lucca");
        lock(desk, "/desk");
        Client.Page wrong = unlock(desk, "sbagliata");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("La password non è giusta.").doesNotContain("sbagliata");
        assertThat(desk.get("/desk").path()).isEqualTo("/unlock");
        assertThat(unlock(desk, "").status()).isEqualTo(422);
        assertThat(unlock(desk, "percorsi").path()).isEqualTo("/desk");
    }

    @Test
    void whoGuessesIsSlowedDownAsAtTheLogin() {
        Client desk = as("sportello2.pistoia");
        lock(desk, "/desk");
        Client.Page last = unlock(desk, "x");
        for (int i = 0; i < 30 && !last.body().contains("Troppi tentativi"); i++) {
            last = unlock(desk, "x" + i);
        }

        assertThat(last.body()).contains("Troppi tentativi");
        assertThat(unlock(desk, "percorsi").status()).isEqualTo(422);
        TRUTH.update("delete from login_failure where account = 'sportello2.pistoia'");
    }

    @Test
    void theQuestionOfThePageComesBackToo() {
        Client cpi = as("cpi.prato");
        lock(cpi, "/agenda?day=2026-11-30");
        Client.Page back = unlock(cpi, "percorsi");

        assertThat(back.answer().uri().toString()).endsWith("/agenda?day=2026-11-30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "//example.org",
                "/\\example.org",
                "javascript:alert(1)",
                "/desk/{x}",
                "/desk\r\nX: y"
            })
    void nobodyIsLedElsewhere(String back) {
        Client desk = as("sportello.lucca");
        Map<String, String> form = new HashMap<>(Client.hidden(desk.get("/desk").body(), "/lock"));
        form.put("back", back);
        desk.send("/lock", form);

        assertThat(unlock(desk, "percorsi").path()).isEqualTo("/desk");
    }

    @Test
    void lockingAndUnlockingAreWrittenDown() {
        Client desk = as("sportello.lucca");
        int before = count("trail where action in ('LOCK', 'UNLOCK')");
        lock(desk, "/desk");
        unlock(desk, "percorsi");

        assertThat(count("trail where action in ('LOCK', 'UNLOCK')")).isEqualTo(before + 2);
        assertThat(unlock(desk, "percorsi").path()).isEqualTo("/desk");
    }
}
