package it.percorsi.site;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Tables as files, with the mark and the separator an Italian spreadsheet expects. */
public final class CsvFile {

    private CsvFile() {}

    /**
     * @param name without its ending; nothing of a person
     */
    public static ResponseEntity<byte[]> attached(String name, Consumer<CsvWriter> content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name + ".csv").build().toString())
                .body(written(content));
    }

    private static byte[] written(Consumer<CsvWriter> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter csv = to(out)) {
            content.accept(csv);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    public static CsvWriter to(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\ufeff');
        return CsvWriter.builder().fieldSeparator(';').build(text);
    }

    /** A text that begins like a formula is given an apostrophe. */
    public static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
