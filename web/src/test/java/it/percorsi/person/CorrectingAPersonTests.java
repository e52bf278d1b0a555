package it.percorsi.person;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two desks correct the data of the same person. */
class CorrectingAPersonTests extends RunningApplication {

    private static final Map<String, String> AS_IT_WAS =
            Map.of(
                    "familyName", "Ritoccata",
                    "givenName", "Prova",
                    "bornOn", "12/3/1990",
                    "citizenship", "AL",
                    "language", "it",
                    "phone", "333 000 7051");

    private static Client.Page save(
            Client desk, String data, Map<String, String> seal, String field, String value) {
        Map<String, String> form = new HashMap<>(AS_IT_WAS);
        form.putAll(seal);
        form.put(field, value);
        return desk.send(data, form);
    }

    @Test
    void whoComesLateReadsWhatWasSavedAndReplacesNothing() {
        Client one = as("sportello.prato");
        Client other = as("sportello2.prato");
        UUID person = open(one, "Ritoccata", AS_IT_WAS);
        String data = "/people/" + person + "/data";
        for (Map.Entry<String, String> saved :
                Map.of("phone", "333 000 7052", "citizenship", "MA", "email", "a@prova.it")
                        .entrySet()) {
            Map<String, String> early = one.seal(data, data);
            Map<String, String> late = other.seal(data, data);

            assertThat(save(one, data, early, saved.getKey(), saved.getValue()).status())
                    .isEqualTo(200);
            Client.Page refused = save(other, data, late, "address", "Via del Tardi 1");

            assertThat(refused.status()).as(saved.getKey()).isEqualTo(409);
            assertThat(refused.body())
                    .contains(
                            "Via del Tardi 1",
                            "<td data-label=\"Quello salvato\">%s</td>"
                                    .formatted(
                                            saved.getValue()
                                                    .replace("333 000 7052", "+39 333 000 7052")));
        }
        assertThat(count("person_contact where address = 'Via del Tardi 1'")).isZero();
    }
}
