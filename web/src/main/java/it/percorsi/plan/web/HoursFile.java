package it.percorsi.plan.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import it.percorsi.plan.Ledger;
import it.percorsi.site.CsvFile;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Hours as tables. */
@Component
class HoursFile {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

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
                            DAY.format(row.onDay()),
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
            csv.writeRecord(
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
            rows.accept(row ->
                    csv.writeRecord(
                            CsvFile.harmless(row.familyName()),
                            CsvFile.harmless(row.givenName()),
                            row.onDay() == null ? "" : DAY.format(row.onDay()),
                            time(row.starts()),
                            String.valueOf(row.minutes()),
                            String.valueOf(row.counted()),
                            messages.getMessage(
                                    "hours.status." + row.status(), null, Locale.ITALIAN),
                            row.instrumentName(),
                            row.fundingName(),
                            CsvFile.harmless(row.operatorName()),
                            row.correction() ? "sì" : "no"));
        };
    }

    private static String time(@Nullable LocalTime time) {
        return time == null ? "" : TIME.format(time);
    }
}
