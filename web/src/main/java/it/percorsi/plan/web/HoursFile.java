package it.percorsi.plan.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import it.percorsi.plan.Ledger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hours as files, with the mark and the separator an Italian spreadsheet expects. */
@Component
class HoursFile {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    private final MessageSource messages;

    HoursFile(MessageSource messages) {
        this.messages = messages;
    }

    static ResponseEntity<byte[]> attached(String name, byte[] body) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name + ".csv").build().toString())
                .body(body);
    }

    byte[] timesheet(List<Ledger.Given> rows) {
        return written(csv -> {
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
        });
    }

    /**
     * @param rows hands over the rows one at a time
     */
    byte[] ledger(Consumer<Consumer<Ledger.Entry>> rows) {
        return written(csv -> {
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
                            harmless(row.familyName()),
                            harmless(row.givenName()),
                            row.onDay() == null ? "" : DAY.format(row.onDay()),
                            time(row.starts()),
                            String.valueOf(row.minutes()),
                            String.valueOf(row.counted()),
                            messages.getMessage(
                                    "hours.status." + row.status(), null, Locale.ITALIAN),
                            row.instrumentName(),
                            row.fundingName(),
                            harmless(row.operatorName()),
                            row.correction() ? "sì" : "no"));
        });
    }

    private static String time(@Nullable LocalTime time) {
        return time == null ? "" : TIME.format(time);
    }

    private static byte[] written(Consumer<CsvWriter> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            text.write('\ufeff');
            try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
                content.accept(csv);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    /** A text that begins like a formula is given an apostrophe. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
