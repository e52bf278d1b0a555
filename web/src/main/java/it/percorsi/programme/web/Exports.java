package it.percorsi.programme.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import it.percorsi.access.Actor;
import it.percorsi.pathway.Rome;
import it.percorsi.programme.ProgrammeService;
import it.percorsi.programme.Programmes.BeneficiaryRow;
import it.percorsi.programme.Programmes.Reached;
import it.percorsi.site.CsvFile;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Lists and figures as files. In a workbook text cells are text, whatever they begin with; in a
 * CSV, which spreadsheets read as they please, a text that begins like a formula is given an
 * apostrophe.
 */
@Component
class Exports {

    private static final List<String> BENEFICIARY =
            List.of(
                    "Cognome",
                    "Nome",
                    "Data di nascita",
                    "Genere",
                    "Cittadinanza",
                    "Ente",
                    "Stato",
                    "Iscrizione");
    private static final List<String> FIGURES =
            List.of(
                    "Ente",
                    "Obiettivo",
                    "Donne",
                    "Uomini",
                    "Altro o non indicato",
                    "Totale",
                    "Percentuale");

    private final ProgrammeService programmes;
    private final MessageSource messages;

    Exports(ProgrammeService programmes, MessageSource messages) {
        this.programmes = programmes;
        this.messages = messages;
    }

    void beneficiariesXlsx(String code, Actor actor, Instant now, OutputStream out)
            throws IOException {
        try (Workbook book = new Workbook(out, "Percorsi", "1.0")) {
            Worksheet sheet = head(book, "Beneficiari", BENEFICIARY);
            AtomicInteger line = new AtomicInteger(1);
            programmes.export(
                    actor,
                    now,
                    code,
                    row -> {
                        int at = line.getAndIncrement();
                        List<String> cells = cells(row);
                        for (int column = 0; column < cells.size(); column++) {
                            sheet.value(at, column, cells.get(column));
                        }
                        sheet.value(at, 2, row.bornOn());
                        sheet.style(at, 2).format("dd/mm/yyyy").set();
                        sheet.value(at, 7, row.enrolledOn());
                        sheet.style(at, 7).format("dd/mm/yyyy").set();
                    });
        }
    }

    void beneficiariesCsv(String code, Actor actor, Instant now, OutputStream out)
            throws IOException {
        try (CsvWriter csv = csv(out, BENEFICIARY)) {
            programmes.export(
                    actor,
                    now,
                    code,
                    row -> csv.writeRecord(cells(row).stream().map(CsvFile::harmless).toList()));
        }
    }

    void figuresXlsx(ProgrammeService.Cockpit cockpit, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Percorsi", "1.0")) {
            Worksheet sheet = head(book, "Obiettivi e persone", FIGURES);
            int line = 1;
            for (Reached row : cockpit.reached()) {
                sheet.value(line, 0, row.organisationName());
                sheet.value(line, 1, row.target());
                sheet.value(line, 2, row.women());
                sheet.value(line, 3, row.men());
                sheet.value(line, 4, row.other());
                sheet.value(line, 5, row.total());
                sheet.value(line, 6, row.percent() / 100.0);
                sheet.style(line, 6).format("0%").set();
                line++;
            }
        }
    }

    void figuresCsv(ProgrammeService.Cockpit cockpit, OutputStream out) throws IOException {
        try (CsvWriter csv = csv(out, FIGURES)) {
            for (Reached row : cockpit.reached()) {
                csv.writeRecord(
                        CsvFile.harmless(row.organisationName()),
                        String.valueOf(row.target()),
                        String.valueOf(row.women()),
                        String.valueOf(row.men()),
                        String.valueOf(row.other()),
                        String.valueOf(row.total()),
                        String.valueOf(row.percent()));
            }
        }
    }

    private static Worksheet head(Workbook book, String title, List<String> columns) {
        Worksheet sheet = book.newWorksheet(title);
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, columns.get(column));
            sheet.style(0, column).bold().set();
            sheet.width(column, 22);
        }
        sheet.freezePane(0, 1);
        return sheet;
    }

    private static CsvWriter csv(OutputStream out, List<String> columns) throws IOException {
        CsvWriter csv = CsvFile.to(out);
        csv.writeRecord(columns);
        return csv;
    }

    private List<String> cells(BeneficiaryRow row) {
        return List.of(
                row.familyName(),
                row.givenName(),
                Rome.written(row.bornOn()),
                said("gender", row.gender()),
                row.citizenship(),
                row.organisationName(),
                said("enrolment.status", row.status()),
                Rome.written(row.enrolledOn()));
    }

    private String said(String prefix, @Nullable String code) {
        return messages.getMessage(
                prefix + "." + (code == null ? "none" : code), null, Locale.ITALIAN);
    }
}
