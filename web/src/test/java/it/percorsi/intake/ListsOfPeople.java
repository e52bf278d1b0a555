package it.percorsi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Sending lists as an operator does, and waiting for what becomes of them. */
abstract class ListsOfPeople extends RunningApplication {

    static final String HEAD = "Cognome;Nome;Nato il;Cittadinanza;Telefono;Codice fiscale\n";

    static Client.Page send(Client client, String name, byte[] file) {
        return client.upload("/imports", "/imports", Map.of("noticeLanguage", "it"), name, file);
    }

    static Client.Page send(Client client, String rows) {
        return send(client, "elenco.csv", (HEAD + rows).getBytes(StandardCharsets.UTF_8));
    }

    static UUID listOf(Client.Page page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return UUID.fromString(page.path().substring("/imports/".length()).substring(0, 36));
    }

    /** Writes the list and waits until it is written or given back. */
    static Client.Page write(Client client, UUID list) {
        String page = "/imports/" + list;
        client.post(page, page + "/writing", Map.of());
        await().atMost(Duration.ofMinutes(2)).until(() -> !status(list).equals("WRITING"));
        return client.get(page);
    }

    static String status(UUID list) {
        return TRUTH.queryForObject(
                "select status from import_list where id = ?", String.class, list);
    }
}
