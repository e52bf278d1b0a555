package it.percorsi.person;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two files of one person, seen and made one from the pages. */
class DuplicatesTests extends RunningApplication {

    private UUID pair(UUID one, UUID other) {
        TRUTH.queryForList("select seek_duplicates(10000)");
        return TRUTH.queryForObject(
                "select id from duplicate_pair where least(?::uuid, ?::uuid) = person_id and greatest(?::uuid, ?::uuid) = other_id",
                UUID.class,
                one,
                other,
                one,
                other);
    }

    @Test
    void areProposedComparedMergedAndPartedAgain() {
        Client social = as("sociale.prato");
        UUID one = open(social, "Kryeziu", Map.of("phone", "333 111 2201"));
        UUID other = open(social, "Krieziu", Map.of("phone", "333 111 2202"));
        UUID pair = pair(one, other);
        String page = "/duplicates/" + pair;

        assertThat(social.get("/duplicates").body()).contains("Kryeziu").contains("nome simile");
        assertThat(social.get(page).body()).contains("I fascicoli aperti sono due");
        assertThat(social.post(page, page + "/merge", Map.of("kept", one.toString())).body())
                .contains("scegli quale guida");
        UUID lead =
                TRUTH.queryForObject(
                        "select id from case_file where person_id = ?", UUID.class, other);
        Client.Page merged =
                social.post(
                        page,
                        page + "/merge",
                        Map.of("kept", one.toString(), "lead", lead.toString()));

        assertThat(merged.path()).isEqualTo("/people/" + one);
        assertThat(merged.body()).contains("Conosciuta anche come").contains("Krieziu");
        assertThat(social.get("/people/" + other).path()).isEqualTo("/people/" + one);
        UUID merge =
                TRUTH.queryForObject(
                        "select id from person_merge where absorbed_id = ?", UUID.class, other);
        Client.Page parted =
                social.post("/people/" + one, "/duplicates/merges/" + merge + "/undo", Map.of());
        assertThat(parted.body()).contains("Unione annullata");
        Map<String, String> again = social.seal("/people/" + one, "/logout");
        again.put("formKey", UUID.randomUUID().toString());
        assertThat(social.send("/duplicates/merges/" + merge + "/undo", again).body())
                .contains("non si può più annullare");
        assertThat(social.get("/people/" + other).path()).isEqualTo("/people/" + other);
    }

    @Test
    void whoAreTwoPeopleAreNotProposedAgain() {
        Client desk = as("sportello.prato");
        UUID one = open(desk, "Shehaj", Map.of("phone", "333 111 2203"));
        UUID other = open(desk, "Shehaj", Map.of("phone", "333 111 2204"));
        UUID pair = pair(one, other);

        desk.post("/duplicates/" + pair, "/duplicates/" + pair + "/different", Map.of());

        TRUTH.update("insert into comparison_queue (person_id) values (?)", one);
        pair(one, other);
        assertThat(count("duplicate_pair where id = ? and status = 'DIFFERENT'", pair)).isOne();
        assertThat(desk.get("/duplicates").body()).doesNotContain("Shehaj");
    }

    @Test
    void anotherBodyAsksToBeLetInAndIsAnswered() {
        UUID somebody = open(as("sportello.prato"), "Raccordata", Map.of("phone", "333 111 2205"));
        Client asking = as("sportello.pistoia");
        String typed = "raccordata prova 12/3/1990";
        Map<String, String> form = Client.hidden(asking.search(typed).body(), "/connections");
        form.put("evidence", typed);
        form.put("note", "È qui allo sportello");

        assertThat(asking.send("/connections", form).body())
                .contains("Raccordo chiesto")
                .contains("non ancora visibile")
                .doesNotContain("Raccordata");
        UUID connection =
                TRUTH.queryForObject(
                        "select id from connection where person_id = ?", UUID.class, somebody);
        assertThat(asking.get("/people/" + somebody).status()).isEqualTo(404);
        Client asked = as("sportello.prato");
        assertThat(asked.get("/connections").body()).contains("Raccordata");
        asked.post("/connections", "/connections/" + connection + "/accept", Map.of());

        assertThat(asking.get("/people/" + somebody).body()).contains("Raccordata");
    }

    @Test
    void twoBodiesMakeTheirFilesOneTogether() {
        Client prato = as("sociale.prato");
        Client pistoia = as("sociale.pistoia");
        UUID theirs = open(as("sportello.prato"), "Condivisa", Map.of("phone", "333 111 2206"));
        String typed = "condivisa prova 12/3/1990";
        Map<String, String> form = Client.hidden(pistoia.search(typed).body(), "/connections");
        form.putAll(Map.of("evidence", typed, "note", "La seguiamo anche noi"));
        UUID own = open(as("sportello.pistoia"), "Condivisa", Map.of("phone", "333 111 2207"));
        pistoia.send("/connections", form);
        UUID connection =
                TRUTH.queryForObject(
                        "select id from connection where person_id = ?", UUID.class, theirs);
        prato.post("/connections", "/connections/" + connection + "/accept", Map.of());
        String page = "/duplicates/" + pair(own, theirs);
        UUID lead =
                TRUTH.queryForObject(
                        "select id from case_file where person_id = ?", UUID.class, theirs);
        assertThat(prato.get(page).status()).isEqualTo(404);

        assertThat(pistoia.get(page).body()).contains("deve essere d'accordo");
        Map<String, String> choice = Map.of("kept", theirs.toString(), "lead", lead.toString());
        assertThat(pistoia.post(page, page + "/agreement", choice).body())
                .contains("Detto all'altro ente")
                .contains("Ritira il tuo accordo");
        assertThat(pistoia.post(page, page + "/merge", choice).body())
                .contains("di uno dei due enti quando l&#39;altro è già d&#39;accordo");
        pistoia.post("/duplicates", "/duplicates/agreements/" + agreement(own) + "/end", Map.of());
        assertThat(prato.get(page).status()).isEqualTo(404);
        pistoia.post(page, page + "/agreement", choice);

        assertThat(prato.get(page).body()).contains("è d&#39;accordo, dal");
        assertThat(
                        prato.post(
                                        page,
                                        page + "/merge",
                                        Map.of("kept", own.toString(), "lead", lead.toString()))
                                .body())
                .contains("in un altro modo");
        assertThat(prato.post(page, page + "/merge", choice).path()).isEqualTo("/people/" + theirs);
        assertThat(pistoia.get("/people/" + own).path()).isEqualTo("/people/" + theirs);
    }

    private static UUID agreement(UUID person) {
        return TRUTH.queryForObject(
                "select id from merge_agreement where ? in (one_id, other_id) and ended_at is null",
                UUID.class,
                person);
    }

    @Test
    void nobodyIsAskedWithoutEvidence() {
        Client asking = as("sportello.pistoia");
        Map<String, String> form = asking.seal("/desks", "/logout");
        form.put("formKey", UUID.randomUUID().toString());
        form.put("evidence", "hoxha");
        form.put("note", "x");

        Client.Page refused = asking.send("/connections", form);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Non c&#39;è nessuno a cui chiedere");
        form.put("formKey", UUID.randomUUID().toString());
        form.put("note", " ");
        assertThat(asking.send("/connections", form).body()).contains("Manca il motivo scritto");
    }
}
