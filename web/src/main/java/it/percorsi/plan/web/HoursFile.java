package it.percorsi.plan.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import it.percorsi.pathway.Rome;
import it.percorsi.plan.Ledger;
import it.percorsi.site.CsvFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Hours as tables. */
@Component
class HoursFile {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    private static final List<String> LEDGER =
            List.of(
                    "Cognome",
                    "Nome",
                    "Giorno",
                    "Inizio",
                    "Minuti",
                    "Minuti contati",
                    "Stato",
                    "Strumento",
                    "Fondo",
                    "Operatore",
                    "Correzione");

    private final MessageSource messages;

    HoursFile(MessageSource messages) {
        this.messages = messages;
    }

    Consumer<CsvWriter> timesheet(List<Ledger.Given> rows) {
        return csv -> {
            csv.writeRecord(
                    "Giorno",
                    "Inizio",
                    "Minuti",
                    "Strumento",
                    "Persone presenti",
                    "Assenti",
                    "Convalidate",
                    "Fondo",
                    "Progetto");
            rows.forEach(row ->
                    csv.writeRecord(
                            Rome.written(row.onDay()),
                            TIME.format(row.starts()),
                            String.valueOf(row.minutes()),
                            row.instruments(),
                            String.valueOf(row.people()),
                            String.valueOf(row.absent()),
                            String.valueOf(row.confirmed()),
                            row.funds(),
                            Objects.requireNonNullElse(row.programmes(), "")));
        };
    }

    /**
     * @param rows hands over the rows one at a time
     */
    Consumer<CsvWriter> ledger(Consumer<Consumer<Ledger.Entry>> rows) {
        return csv -> {
            csv.writeRecord(LEDGER);
            rows.accept(row ->
                    csv.writeRecord(
                            CsvFile.harmless(row.familyName()),
                            CsvFile.harmless(row.givenName()),
                            Rome.written(row.onDay()),
                            time(row.starts()),
                            String.valueOf(row.minutes()),
                            String.valueOf(row.counted()),
                            status(row),
                            row.instrumentName(),
                            row.fundingName(),
                            CsvFile.harmless(row.operatorName()),
                            correction(row)));
        };
    }

    /** The same as a workbook, where text cells are text, whatever they begin with. */
    byte[] ledgerBook(Consumer<Consumer<Ledger.Entry>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Percorsi", "1.0")) {
            Worksheet sheet = book.newWorksheet("Ore");
            for (int column = 0; column < LEDGER.size(); column++) {
                sheet.value(0, column, LEDGER.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, 18);
            }
            sheet.freezePane(0, 1);
            AtomicInteger line = new AtomicInteger();
            rows.accept(row -> write(sheet, line.incrementAndGet(), row));
        }
        return out.toByteArray();
    }

    private void write(Worksheet sheet, int line, Ledger.Entry row) {
        sheet.value(line, 0, row.familyName());
        sheet.value(line, 1, row.givenName());
        if (row.onDay() != null) {
            sheet.value(line, 2, row.onDay());
            sheet.style(line, 2).format("dd/mm/yyyy").set();
        }
        sheet.value(line, 3, time(row.starts()));
        sheet.value(line, 4, row.minutes());
        sheet.value(line, 5, row.counted());
        sheet.value(line, 6, status(row));
        sheet.value(line, 7, row.instrumentName());
        sheet.value(line, 8, row.fundingName());
        sheet.value(line, 9, row.operatorName());
        sheet.value(line, 10, correction(row));
    }

    private String status(Ledger.Entry row) {
        return messages.getMessage("hours.status." + row.status(), null, Locale.ITALIAN);
    }

    private static String correction(Ledger.Entry row) {
        return row.correction() ? "sì" : "no";
    }

    private static String time(@Nullable LocalTime time) {
        return time == null ? "" : TIME.format(time);
    }
}
