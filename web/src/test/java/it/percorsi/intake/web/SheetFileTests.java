package it.percorsi.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.percorsi.intake.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in a file is what somebody would read there themselves. */
class SheetFileTests {

    private static Sheet csv(String text) {
        return SheetFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> firstRow(Sheet sheet) {
        return sheet.rows().getFirst().cells();
    }

    private static String day(String value, int style, String workbookPr) {
        Sheet sheet =
                SheetFile.read(
                        new Workbooks()
                                .with(
                                        "xl/workbook.xml",
                                        "<workbook>%s<sheets><sheet id=\"rId1\"/></sheets></workbook>"
                                                .formatted(workbookPr))
                                .sheet(
                                        "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row><row><c s=\"%d\"><v>%s</v></c></row>"
                                                .formatted(style, value))
                                .bytes());
        return firstRow(sheet).getFirst();
    }

    @Test
    void sharedInlineAndComputedTextsAreReadWithoutTheirReadings() {
        Sheet sheet = SheetFile.read(new Workbooks().bytes());

        assertThat(sheet.headings()).containsExactly("Cognome", "Nome", "Nato il");
        assertThat(sheet.rows())
                .containsExactly(new Sheet.Row(3, List.of("Hoxha", "Arta", "15/03/1990")));
    }

    @ParameterizedTest
    @CsvSource({
        "32947, 1, 15/03/1990",
        "32947.75, 1, 15/03/1990",
        "32947, 2, 15/03/1990",
        "32947, 0, 32947",
        "32947, 3, 32947",
        "1, 1, 01/01/1900",
        "59, 1, 28/02/1900",
        "61, 1, 01/03/1900",
        "3330001234, 0, 3330001234",
        "3.330001234E9, 0, 3330001234",
        "1e999999999, 0, 1e999999999",
        "-5, 1, -5"
    })
    void aNumberIsShownAsItsCellShowsIt(String value, int style, String shown) {
        assertThat(day(value, style, "")).isEqualTo(shown);
    }

    @Test
    void aWorkbookMayCountFrom1904() {
        assertThat(day("31485", 1, "<workbookPr date1904=\"1\"/>")).isEqualTo("15/03/1990");
    }

    @Test
    void aWorkbookWrittenByALibraryIsRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Elenco");
            sheet.value(0, 0, "Elenco al 1/3/2026");
            sheet.value(2, 0, "Cognome");
            sheet.value(2, 1, "Data di nascita");
            sheet.value(3, 0, "Hoxha");
            sheet.value(3, 1, LocalDate.of(1990, 3, 15));
            sheet.style(3, 1).format("dd/mm/yyyy").set();
        }

        Sheet sheet = SheetFile.read(out.toByteArray());

        assertThat(sheet.headings()).containsExactly("Cognome", "Data di nascita");
        assertThat(sheet.rows()).containsExactly(new Sheet.Row(4, List.of("Hoxha", "15/03/1990")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cognome;Nome;Nato il",
                "Cognome,Nome,Nato il",
                "Cognome\\tNome\\tNato il",
                "\\uFEFFCognome;Nome;Nato il"
            })
    void theSeparatorIsFound(String head) {
        String top = head.replace("\\t", "\t").replace("\\uFEFF", "\uFEFF");
        char separator = top.contains(";") ? ';' : top.contains("\t") ? '\t' : ',';

        Sheet sheet = csv(top + "\n\"Di, Mauro\";Ada;x".replace(';', separator));

        assertThat(sheet.headings()).containsExactly("Cognome", "Nome", "Nato il");
        assertThat(firstRow(sheet)).containsExactly("Di, Mauro", "Ada", "x");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "UTF-16"})
    void theEncodingIsFound(String charset) {
        Sheet sheet = SheetFile.read("Cognome;Nome\nNiccolò;È".getBytes(Charset.forName(charset)));

        assertThat(firstRow(sheet)).containsExactly("Niccolò", "È");
    }

    @Test
    void rowsKeepTheirNumbersAndShortOnesAreFilled() {
        Sheet sheet = csv("Cognome;Nome;Nato il\n\n;;\nHoxha\n\"a\nb\";c;d;troppo\n");

        assertThat(sheet.rows())
                .containsExactly(
                        new Sheet.Row(4, List.of("Hoxha", "", "")),
                        new Sheet.Row(5, List.of("a\nb", "c", "d")));
    }

    @Test
    void whatPercorsiAddedToASheetIsNotReadAgain() {
        Sheet sheet = csv("Cognome;Nome;" + Sheet.PROBLEMS + "\nHoxha;Arta;C2: data illeggibile");

        assertThat(sheet.headings()).containsExactly("Cognome", "Nome");
        assertThat(firstRow(sheet)).containsExactly("Hoxha", "Arta");
    }

    @Test
    void aListWithoutRowsOrColumnsIsRefused() {
        assertThatThrownBy(() -> csv("Cognome;Nome\n;\n")).hasMessage("intake.no-rows");
        assertThatThrownBy(() -> csv("Cognome\nHoxha\n")).hasMessage("intake.no-table");
        assertThatThrownBy(() -> csv("")).hasMessage("intake.no-table");
    }

    @Test
    void cellsAreNamedAsASpreadsheetNamesThem() {
        assertThat(Table.reference(17, 2)).isEqualTo("C17");
        assertThat(Table.reference(1, 26)).isEqualTo("AA1");
        assertThat(Table.reference(1, 51)).isEqualTo("AZ1");
    }
}
