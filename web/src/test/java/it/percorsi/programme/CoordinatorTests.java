package it.percorsi.programme;

import static org.assertj.core.api.Assertions.assertThat;

import it.percorsi.Client;
import it.percorsi.RunningApplication;
import it.percorsi.pathway.Rome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CoordinatorTests extends RunningApplication {

    private UUID enrolled(String familyName) {
        Client desk = as("sportello.prato");
        UUID id = open(desk, familyName, Map.of("gender", "F", "confirmed", "true"));
        desk.post(
                "/people/" + id + "/data", "/people/" + id + "/permits", Map.of("kind", "FAMILY"));
        desk.post(
                "/people/" + id + "/enrolments",
                "/people/" + id + "/enrolments",
                Map.of("programme", "TEAMS", "need", "true"));
        return id;
    }

    private int counted() {
        return count(
                "enrolment e join programme p on p.id = e.programme_id where p.code = 'TEAMS' and e.status in ('ACTIVE', 'COMPLETED')");
    }

    @Test
    void theFiguresAreTheEnrolmentsCountedAndTheBudgetIsThePlans() {
        String page = as("coordinamento").get("/programmes/TEAMS").body();

        assertThat(page)
                .contains("su 400")
                .contains("187.310,16 euro")
                .contains("non attribuito a una linea");
        assertThat(page).contains("Persone: " + counted() + " su 400");
    }

    @Test
    void eachNumberOpensTheListBehindIt() {
        int women =
                count(
                        "enrolment e join organisation o on o.id = e.organisation_id where o.code = 'comune-pistoia' and e.gender = 'F' and e.status = 'ACTIVE' and e.programme_id = (select id from programme where code = 'TEAMS')");

        assertThat(
                        as("coordinamento")
                                .get("/programmes/TEAMS/beneficiaries?body=comune-pistoia&gender=F")
                                .body())
                .contains("Beneficiari di TEAMS: " + women);
    }

    @Test
    void theCoordinatorSeesTheListAndNoFile() {
        Client coordinator = as("coordinamento");

        assertThat(coordinator.get("/people/" + person("Hoxha", "Arta")).status()).isEqualTo(404);
    }

    @Test
    void aNameThatLooksLikeAFormulaIsATextInTheWorkbook() throws IOException {
        enrolled("=1+1");
        HttpResponse<byte[]> file =
                as("coordinamento").download("/programmes/TEAMS/beneficiaries.xlsx");

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file.body()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(1 + counted());
            List<Cell> names =
                    rows.stream()
                            .map(row -> row.getCell(0))
                            .filter(cell -> cell.getText().equals("=1+1"))
                            .toList();
            assertThat(names)
                    .isNotEmpty()
                    .allSatisfy(cell -> assertThat(cell.getType()).isEqualTo(CellType.STRING));
            assertThat(
                            rows.stream()
                                    .flatMap(Row::stream)
                                    .filter(cell ->
                                            cell != null && cell.getType() == CellType.FORMULA))
                    .isEmpty();
        }
    }

    @Test
    void theCsvOpensInAnItalianSpreadsheetAndRunsNothing() {
        enrolled("=cmd");
        String csv =
                new String(
                        as("coordinamento").download("/programmes/TEAMS/beneficiaries.csv").body(),
                        StandardCharsets.UTF_8);

        assertThat(csv)
                .startsWith("\ufeffCognome;Nome;Data di nascita")
                .contains("'=cmd;Prova;12/03/1990;donna;AL;Comune di Prato;iscrizione attiva");
    }

    @Test
    void theFiguresCanBeTakenAwayToo() throws IOException {
        HttpResponse<byte[]> file = as("coordinamento").download("/programmes/TEAMS/figures.xlsx");

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file.body()))) {
            Row prato = book.getFirstSheet().read().get(1);
            assertThat(prato.getCellText(0)).isEqualTo("Comune di Prato");
            assertThat(prato.getCellAsNumber(1).orElseThrow().intValue()).isEqualTo(200);
        }
        assertThat(
                        new String(
                                as("coordinamento")
                                        .download("/programmes/TEAMS/figures.csv")
                                        .body(),
                                StandardCharsets.UTF_8))
                .contains("Comune di Lucca;100;");
    }

    @Test
    void anExportIsInTheTrailWithWhoWasInIt() {
        int before = count("trail where subject = 'export-beneficiaries'");

        as("coordinamento").download("/programmes/TEAMS/beneficiaries.csv");

        assertThat(
                        count(
                                "trail where subject = 'export-beneficiaries' and cardinality(person_ids) > 40"))
                .isEqualTo(before + 1);
    }

    @Test
    void whoIsNotEligibleIsToldWhyAndDoesNotCount() {
        Client desk = as("sportello.prato");
        int before = counted();
        UUID romanian = open(desk, "Popescu", Map.of("citizenship", "RO"));
        UUID italian = open(desk, "Bianchi", Map.of("citizenship", "IT"));
        UUID young =
                open(
                        desk,
                        "Giovane",
                        Map.of("bornOn", "1/6/" + (LocalDate.now(Rome.ZONE).getYear() - 14)));
        UUID expired = open(desk, "Scaduta", Map.of());
        desk.post(
                "/people/" + expired + "/data",
                "/people/" + expired + "/permits",
                Map.of("kind", "FAMILY", "expiresOn", "1/1/2020"));

        assertThat(desk.get("/people/" + romanian + "/enrolments").body())
                .contains("Paese dell&#39;Unione europea (Romania, 2007)");
        assertThat(desk.get("/people/" + italian + "/enrolments").body())
                .contains("Cittadinanza italiana");
        assertThat(desk.get("/people/" + young + "/enrolments").body())
                .contains("il progetto parte da 16");
        assertThat(desk.get("/people/" + expired + "/enrolments").body())
                .contains("senza ricevuta di rinnovo");
        Client.Page recorded =
                desk.post(
                        "/people/" + expired + "/enrolments",
                        "/people/" + expired + "/enrolments",
                        Map.of("programme", "TEAMS", "need", "true"));

        assertThat(recorded.body()).contains("senza i requisiti");
        assertThat(counted()).isEqualTo(before);
    }

    @Test
    void anExpiredPermitWithItsReceiptIsEligibleWithAWarning() {
        Client desk = as("sportello.prato");
        UUID id = open(desk, "Rinnovo", Map.of());
        desk.post(
                "/people/" + id + "/data",
                "/people/" + id + "/permits",
                Map.of("kind", "FAMILY", "expiresOn", "1/1/2026", "receiptOn", "2/1/2026"));

        assertThat(desk.get("/people/" + id + "/enrolments").body())
                .contains("attenzione")
                .contains("i diritti restano")
                .contains("Può essere iscritta");
        desk.post(
                "/people/" + id + "/enrolments",
                "/people/" + id + "/enrolments",
                Map.of("programme", "TEAMS", "need", "true"));

        assertThat(
                        TRUTH.queryForObject(
                                "select snapshot from enrolment where person_id = ?",
                                String.class,
                                id))
                .contains("PERMIT|WARNING");
    }

    @Test
    void nobodyIsEnrolledTwiceAndTheLogSaysNothingOfThem(CapturedOutput log) {
        UUID id = enrolled("Bis");
        Client.Page again =
                as("sportello.prato")
                        .post(
                                "/people/" + id + "/data",
                                "/people/" + id + "/enrolments",
                                Map.of("programme", "TEAMS", "need", "true"));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("già iscritta a questo progetto");
        assertThat(log).doesNotContain("insert into enrolment", "Albania");
    }
}
