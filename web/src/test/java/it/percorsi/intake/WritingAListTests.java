package it.percorsi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All or nothing; and for a day, as if it had never been. */
class WritingAListTests extends ListsOfPeople {

    /** Every row that speaks of somebody, but for its identifiers and moments. */
    private static Map<String, List<String>> said(UUID person) {
        Map<String, List<String>> said = new TreeMap<>();
        for (Map<String, Object> table :
                TRUTH.queryForList(
                        "select table_name::text t, column_name::text c from following() union all values ('person', 'id'), ('person_contact', 'person_id')")) {
            List<String> rows =
                    TRUTH.queryForList(
                            "select to_jsonb(t)::text from %s t where %s = ?"
                                    .formatted(table.get("t"), table.get("c")),
                            String.class,
                            person);
            if (!rows.isEmpty()) {
                said.put(
                        table.get("t").toString(),
                        rows.stream()
                                .map(row ->
                                        row.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                                                .replaceAll(
                                                        "\\d{4}-\\d\\d-\\d\\dT[^\"]*", "moment"))
                                .sorted()
                                .collect(Collectors.toList()));
            }
        }
        return said;
    }

    @Test
    void aFileOutOfAListIsTheFileTheDeskWouldHaveOpened() {
        Client desk = as("sportello.prato");
        UUID byHand =
                open(
                        desk,
                        "Gemellone",
                        Map.of(
                                "phone",
                                "333 201 0001",
                                "bornOn",
                                "8/8/1972",
                                "citizenship",
                                "MA",
                                "noticeLanguage",
                                "it"));
        Map<String, List<String>> opened = said(byHand);
        TRUTH.update(
                "update person set family_name = 'Spostata', name_key = 'x', search_name = 'x' where id = ?",
                byHand);
        TRUTH.update("update person_contact set phone = null where person_id = ?", byHand);
        TRUTH.update("delete from person_block where person_id = ?", byHand);
        TRUTH.update("delete from comparison_queue");
        UUID list = listOf(send(desk, "Gemellone;Prova;8/8/1972;marocchina;333 201 0001;\n"));

        assertThat(write(desk, list).body()).contains("Fascicoli aperti: 1");

        UUID byList =
                TRUTH.queryForObject(
                        "select created_id from import_row where list_id = ?", UUID.class, list);
        assertThat(said(byList)).isEqualTo(opened);
        assertThat(opened)
                .containsKeys(
                        "person",
                        "person_contact",
                        "access_grant",
                        "case_file",
                        "step",
                        "citizenship",
                        "notice_given");
        for (String action : List.of("REGISTER", "OPEN")) {
            assertThat(
                            count(
                                    "trail where action = ? and subject_id = ? and ? = any (person_ids)",
                                    action,
                                    list,
                                    byList))
                    .isOne();
        }
        TRUTH.queryForList("select seek_duplicates(10000)");
        assertThat(
                        TRUTH.queryForObject(
                                """
                                select array(select key from person_block where person_id = ? order by 1)
                                    = array(select b from import_row r, typed_blocks(r.name_key, r.born_on, r.born_precision,
                                        r.phone, r.code) b where r.list_id = ? order by 1)\
                                """,
                                Boolean.class,
                                byList,
                                list))
                .isTrue();
        assertThat(desk.search("gemellone").body()).contains("Gemellone");
    }

    @Test
    void nothingIsWrittenWhileARowIsWrong() {
        Client desk = as("sportello.prato");
        UUID list = listOf(send(desk, "Insospeso;Ada;1/2/1985;AL;;\nInsospeso;Bea;boh;AL;;\n"));
        Map<String, String> form = desk.seal("/imports/" + list, "/imports/" + list + "/rows");
        form.put("formKey", UUID.randomUUID().toString());

        Client.Page refused = desk.send("/imports/" + list + "/writing", form);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("ancora righe da correggere");
        assertThat(count("person where family_name = 'Insospeso'")).isZero();
    }

    @Test
    void whereTheLastRowFailsNoneIsWritten() {
        Client desk = as("sportello.prato");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            rows.append(
                    "Tuttoniente;N%s;%d/%d/%d;AL;;\n"
                            .formatted(letters(i), i % 28 + 1, i % 12 + 1, 1950 + i % 50));
        }
        rows.append("Ultimone;Ada;12/3/1990;AL;;" + FiscalCodes.LAST + "\n");
        UUID list = listOf(send(desk, rows.toString()));
        desk.post("/imports/" + list, "/imports/" + list + "/omissions", Map.of("rank", "2"));
        open(
                as("sportello.pistoia"),
                "Ultimone",
                Map.of(
                        "givenName",
                        "Ada",
                        "phone",
                        "333 201 0002",
                        "fiscalCode",
                        FiscalCodes.LAST));

        Client.Page failed = write(desk, list);

        assertThat(failed.body()).contains("Un codice dell&#39;elenco è già di un altro fascicolo");
        assertThat(count("person where family_name = 'Tuttoniente'")).isZero();
        assertThat(status(list)).isEqualTo("READY");
        assertThat(count("trail where action = 'REVEAL' and subject_id = ?", list)).isOne();
    }

    private static String letters(int n) {
        return "" + (char) ('a' + n % 26) + (char) ('a' + n / 26 % 26) + (char) ('a' + n * 7 % 26);
    }

    @Test
    void whoBecameKnownSinceTheCheckStopsTheWriting() {
        Client desk = as("sportello.prato");
        UUID list = listOf(send(desk, "Nelfrattempo;Prova;9/9/1973;AL;333 201 0003;\n"));
        open(desk, "Nelfrattempo", Map.of("phone", "333 201 0003", "bornOn", "9/9/1973"));

        assertThat(write(desk, list).body())
                .contains("alcune righe sono da rivedere")
                .contains("stesso nome");
    }

    @Test
    void whatWasBeingWrittenWhenTheProgramStoppedIsReadyAgain() {
        Client desk = as("sportello.prato");
        UUID list = listOf(send(desk, "Interrotti;Ada;1/2/1985;AL;;\n"));
        TRUTH.update(
                "update import_list set status = 'WRITING', writing_since = now() where id = ?",
                list);
        Client.Page busy = desk.get("/imports/" + list);
        assertThat(busy.body()).contains("Scrittura in corso");
        assertThat(busy.answer().headers().firstValue("Refresh")).contains("2");

        TRUTH.update(
                "update import_list set writing_since = now() - interval '1 minute' where id = ?",
                list);

        assertThat(desk.get("/imports/" + list).body())
                .contains("si è interrotta con il programma");
    }

    @Test
    void undoingLeavesNothingButTheTrailAndWhatSomebodyHasWorkedOn() {
        Client desk = as("sportello.prato");
        UUID list =
                listOf(
                        send(
                                desk,
                                "Annullandi;Ada;1/2/1985;AL;333 201 0004;\nAnnullandi;Beatrice;3/4/1966;MA;333 201 0005;\n"));
        write(desk, list);
        TRUTH.queryForList("select seek_duplicates(10000)");
        UUID gone = person("Annullandi", "Ada");
        UUID used = person("Annullandi", "Beatrice");
        desk.post(
                "/people/" + used + "/data",
                "/people/" + used + "/permits",
                Map.of("kind", "FAMILY"));
        String page = "/imports/" + list;

        assertThat(desk.get(page).body())
                .contains("qualcuno ha già lavorato: 1")
                .contains("/people/" + used)
                .contains("Annulla l&#39;apertura dei fascicoli: 1");
        assertThat(desk.post(page, page + "/undo", Map.of()).body()).contains("Elenco annullato");

        assertThat(said(gone)).isEmpty();
        for (String computed : List.of("person_index", "person_block", "comparison_queue")) {
            assertThat(count(computed + " where person_id = ?", gone)).as(computed).isZero();
        }
        assertThat(said(used)).containsKeys("person", "case_file", "residence_permit");
        assertThat(count("trail where action = 'REGISTER' and ? = any (person_ids)", gone)).isOne();
        assertThat(count("trail where action = 'UNDO_IMPORT' and person_ids = array[?]", gone))
                .isOne();
        assertThat(count("import_row where list_id = ?", list)).isZero();
    }

    @Test
    void aDayLaterItIsTooLate() {
        Client desk = as("sportello.prato");
        UUID list = listOf(send(desk, "Tardivi;Ada;1/2/1985;AL;333 201 0006;\n"));
        write(desk, list);
        Map<String, String> form = desk.seal("/imports/" + list, "/imports/" + list + "/undo");
        TRUTH.update(
                "update import_list set undo_until = now() - interval '1 second' where id = ?",
                list);
        TRUTH.queryForList("select forget_imports()");

        assertThat(desk.send("/imports/" + list + "/undo", form).body())
                .contains("sono passate 24 ore");
        assertThat(desk.get("/imports/" + list).body()).contains("non si può più annullare");
        assertThat(count("person where family_name = 'Tardivi'")).isOne();
        assertThat(count("import_row where list_id = ?", list)).isZero();
    }
}
