package it.percorsi.intake.web;

import it.percorsi.intake.ImportList;
import it.percorsi.intake.ImportRow;
import it.percorsi.intake.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/**
 * The list with one more column that says what is to be looked at in each row. Cells are text,
 * whatever they begin with: no formula that somebody typed is ever run.
 */
@Component
class AnnotatedSheet {

    private final Words words;

    AnnotatedSheet(Words words) {
        this.words = words;
    }

    byte[] of(ImportList list, List<ImportRow> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int last = list.headings().size();
        try (Workbook book = new Workbook(out, "Percorsi", "1.0")) {
            Worksheet sheet = book.newWorksheet("Elenco");
            write(sheet, 0, list.headings());
            sheet.value(0, last, Sheet.PROBLEMS);
            sheet.style(0, last).bold().set();
            sheet.width(last, 60);
            sheet.freezePane(0, 1);
            int line = 1;
            for (ImportRow row : rows) {
                write(sheet, line, row.cells());
                sheet.value(line++, last, words.inOneCell(list, row));
            }
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int line, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(line, column, cells.get(column));
        }
    }
}
