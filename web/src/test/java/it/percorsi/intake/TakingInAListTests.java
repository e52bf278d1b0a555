package it.percorsi.intake;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** A list is shown with all that is wrong in it, and put right before anything is written. */
class TakingInAListTests extends ListsOfPeople {

    @Test
    void everyMistakeNamesItsCellAndKeepsWhatWasTyped() {
        Client desk = as("sportello.prato");
        Client.Page preview =
                send(
                        desk,
                        "Errorini;Ada;31/02/1990;albanese;333 200 0001;\n"
                                + "Errorini;Bea;12/3/1990;Atlantide;33;RSSMRA80A01H501X\n"
                                + ";;1990;AL;;\n");

        assertThat(preview.body())
                .contains("C2 Nato il")
                .contains("value=\"31/02/1990\"")
                .contains("Non riesco a leggere questa data di nascita")
                .contains("D3 Cittadinanza")
                .contains("Non riconosco questo Paese")
                .contains("E3 Telefono")
                .contains("F3 Codice fiscale")
                .contains("L&#39;ultima lettera del codice fiscale non torna")
                .contains("A4 Cognome")
                .contains("Serve almeno un nome")
                .doesNotContain("Apri i fascicoli: 3");
        assertThat(count("person where family_name = 'Errorini'")).isZero();
    }

    @Test
    void cellsAreCorrectedInThePageAndReadAgain() {
        Client desk = as("sportello.prato");
        UUID list = listOf(send(desk, "Correggi;Ada;boh;AL;333 200 0002;\n"));
        String page = "/imports/" + list;

        Client.Page corrected =
                desk.post(
                        page,
                        page + "/rows",
                        Map.of("at", "2-2", "cell", "12/3/1990", "decided", "2", "decision", ""));

        assertThat(corrected.body())
                .contains("Righe ricontrollate")
                .contains("Apri i fascicoli: 1");
    }

    @Test
    void whoCameLaterWithACorrectionIsTold() {
        Client desk = as("sportello.prato");
        UUID list = listOf(send(desk, "Insieme;Ada;boh;AL;333 200 0003;\n"));
        String page = "/imports/" + list;
        Map<String, String> early = desk.seal(page, page + "/rows");
        desk.post(
                page,
                page + "/rows",
                Map.of("at", "2-2", "cell", "1990", "decided", "2", "decision", ""));
        early.putAll(Map.of("at", "2-2", "cell", "1991", "decided", "2", "decision", ""));
        early.put("formKey", UUID.randomUUID().toString());

        assertThat(desk.send(page + "/rows", early).status()).isEqualTo(409);
    }

    @Test
    void whoIsKnownIsProposedAndDecidedRowByRow() {
        Client desk = as("sportello.prato");
        UUID known = open(desk, "Kryemadhi", Map.of("phone", "333 200 0004"));
        TRUTH.queryForList("select seek_duplicates(10000)");
        UUID list =
                listOf(
                        send(
                                desk,
                                "Kriemadhi;Prova;12/3/1990;AL;333 200 0004;\n"
                                        + "Gemellini;Ada;1/2/1985;AL;333 200 0005;\n"
                                        + "Gemelini;Ada;1/2/1985;AL;333 200 0005;\n"));
        String page = "/imports/" + list;
        Client.Page preview = desk.get(page);

        assertThat(preview.body())
                .contains("/people/" + known)
                .contains("nome simile")
                .contains("Forse è la stessa persona della riga 3")
                .contains("Lascia fuori chi forse è già conosciuto: 2")
                .doesNotContain("Apri i fascicoli: 3");
        desk.post(page, page + "/rows", Map.of("decided", "2", "decision", "SAME"));
        desk.post(page, page + "/rows", Map.of("decided", "4", "decision", "NEW"));

        assertThat(desk.get(page).body()).contains("Apri i fascicoli: 2");
    }

    @Test
    void theSameCodeCannotBeOfAnotherPerson() {
        Client desk = as("sportello.prato");
        open(desk, "Codicini", Map.of("phone", "333 200 0006", "fiscalCode", FiscalCodes.KNOWN));
        UUID list =
                listOf(
                        send(
                                desk,
                                "Diversa;Ada;12/3/1990;AL;333 200 0007;"
                                        + FiscalCodes.KNOWN
                                        + "\n"));
        String page = "/imports/" + list;

        Client.Page decided =
                desk.post(page, page + "/rows", Map.of("decided", "2", "decision", "NEW"));

        assertThat(decided.body()).contains("stesso codice").doesNotContain("Apri i fascicoli: 1");
    }

    @Test
    void whoHasAFileElsewhereIsSaidWithoutDetailsAndInTheTrail() {
        UUID elsewhere =
                open(
                        as("sportello.pistoia"),
                        "Altroveschi",
                        Map.of("phone", "333 200 0008", "bornOn", "7/7/1971"));
        Client desk = as("sportello.prato");

        Client.Page preview = send(desk, "Altroveschi;Prova;7/7/1971;AL;;\n");

        assertThat(preview.body())
                .contains("Esiste un fascicolo della stessa persona presso: Comune di Pistoia")
                .doesNotContain("/people/" + elsewhere)
                .doesNotContain("333 200 0008");
        assertThat(
                        count(
                                "trail where action = 'REVEAL' and subject = 'import' and person_ids = array[?]",
                                elsewhere))
                .isOne();
    }

    @Test
    void columnsAreMatchedByHandOnceAndRemembered() {
        Client desk = as("sportello.prato");
        byte[] file =
                "Chi;Quando;Da dove\nColonnini;1/2/1985;AL\n".getBytes(StandardCharsets.UTF_8);
        Client.Page columns = send(desk, "a.csv", file);
        assertThat(columns.path()).endsWith("/columns");
        assertThat(columns.body()).contains("Mancano").contains("Colonnini");
        UUID list = listOf(columns);
        String page = "/imports/" + list + "/columns";
        Map<String, String> form = desk.seal(page, page);
        String body =
                "column=FAMILY_NAME&column=BORN_ON&column=CITIZENSHIP&"
                        + form.entrySet().stream()
                                .map(f -> f.getKey() + "=" + Client.encode(f.getValue()))
                                .collect(java.util.stream.Collectors.joining("&"));

        assertThat(desk.sendBody(page, body).body()).contains("Apri i fascicoli: 1");
        Client.Page again =
                send(
                        desk,
                        "b.csv",
                        "CHI;quando;Da  dove\nColonnetti;1/2/1986;AL\n"
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(again.path()).doesNotEndWith("/columns");
        assertThat(again.body()).contains("Apri i fascicoli: 1");
    }

    @Test
    void theSheetGoesBackWithNotesAndWithoutFormulas() throws IOException {
        Client desk = as("sportello.prato");
        UUID list = listOf(send(desk, "=1+1;@Ada;boh;AL;333 200 0009;\n"));

        byte[] sheet = desk.download("/imports/" + list + "/sheet").body();

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(6)).isEqualTo(Sheet.PROBLEMS);
            assertThat(rows.get(1).getCellText(0)).isEqualTo("=1+1");
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCellText(6)).startsWith("C2 (Nato il) «boh»:");
        }
        assertThat(send(desk, "di-nuovo.xlsx", sheet).body()).contains("C2 Nato il");
    }

    @Test
    void aFileThatIsNoListIsTurnedDownInWords() {
        Client desk = as("sportello.prato");

        Client.Page refused = send(desk, "x.xlsx", new byte[] {0x50, 0x4b, 3, 4, 0, 0});
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Il file è danneggiato");
        assertThat(send(desk, "x.csv", new byte[0]).body()).contains("Scegli il file");
        Client.Page large = send(desk, "x.csv", new byte[6 << 20]);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.body()).contains("Il file è troppo grande");
    }

    @Test
    void theSameFileSentTwiceCountsOnceAndAnotherIsNotTakenForIt() {
        Client desk = as("sportello.prato");
        Map<String, String> seal = desk.seal("/imports", "/imports");
        seal.put("noticeLanguage", "it");
        byte[] one = (HEAD + "Duevolte;Ada;1/2/1985;AL;;\n").getBytes(StandardCharsets.UTF_8);
        byte[] other = (HEAD + "Altravolta;Ada;1/2/1985;AL;;\n").getBytes(StandardCharsets.UTF_8);

        String first = desk.upload("/imports", "/imports", seal, "a.csv", one).path();

        assertThat(desk.upload("/imports", "/imports", seal, "a.csv", one).path()).isEqualTo(first);
        assertThat(desk.upload("/imports", "/imports", seal, "a.csv", other).status())
                .isEqualTo(409);
    }

    @Test
    void aSocialWorkersListIsNotTheDesks() {
        Client social = as("sociale.prato");
        UUID list = listOf(send(social, "Riservati;Ada;1/2/1985;AL;;STP1234567890123\n"));
        Client desk = as("sportello.prato");

        assertThat(desk.get("/imports/" + list).status()).isEqualTo(404);
        assertThat(social.get("/imports/" + list).body()).contains("Apri i fascicoli: 1");
        assertThat(send(desk, "Riservatini;Ada;1/2/1985;AL;;STP1234567890123\n").body())
                .contains("li registra solo il servizio sociale");
    }

    @Test
    void whatIsGivenUpIsGone() {
        Client desk = as("sportello.prato");
        UUID list = listOf(send(desk, "Gettati;Ada;1/2/1985;AL;;\n"));
        String page = "/imports/" + list;

        assertThat(desk.post(page, page + "/discard", Map.of()).body())
                .contains("Elenco eliminato");
        assertThat(count("import_row where list_id = ?", list)).isZero();
        assertThat(desk.get(page).status()).isEqualTo(404);
    }

    @Test
    void whatNobodyWritesIsForgottenAfterAWeek() {
        UUID list = listOf(send(as("sportello.prato"), "Dimenticati;Ada;1/2/1985;AL;;\n"));
        TRUTH.queryForList("select forget_imports()");
        assertThat(count("import_row where list_id = ?", list)).isOne();

        TRUTH.update(
                "update import_list set uploaded_at = now() - interval '8 days' where id = ?",
                list);
        TRUTH.queryForList("select forget_imports()");

        assertThat(count("import_row where list_id = ?", list)).isZero();
    }
}
