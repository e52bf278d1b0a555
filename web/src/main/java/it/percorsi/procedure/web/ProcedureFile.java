package it.percorsi.procedure.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import it.percorsi.pathway.Rome;
import it.percorsi.procedure.Procedures.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The register as a file: codes, words of the lists and dates, and nobody's name. */
@Component
class ProcedureFile {

    private final MessageSource messages;

    ProcedureFile(MessageSource messages) {
        this.messages = messages;
    }

    Consumer<CsvWriter> of(List<Row> rows, LocalDate today) {
        return csv -> {
            csv.writeRecord(
                    "Codice",
                    "Pratica",
                    "Stato",
                    "Aperta il",
                    "Presentata il",
                    "Risposta il",
                    "Valida fino al",
                    "Da ricontrollare il",
                    "Giorni presso l'ufficio");
            rows.forEach(row ->
                    csv.writeRecord(
                            row.code(),
                            row.kindName(),
                            messages.getMessage(
                                    "procedure.status." + row.status(), null, Locale.ITALIAN),
                            day(row.preparedOn()),
                            day(row.submittedOn()),
                            day(row.decidedOn()),
                            day(row.validUntil()),
                            day(row.nextOn()),
                            row.days(today) == null ? "" : String.valueOf(row.days(today))));
        };
    }

    private static String day(@Nullable LocalDate day) {
        return Rome.written(day);
    }
}
