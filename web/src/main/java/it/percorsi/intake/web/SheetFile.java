package it.percorsi.intake.web;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import it.percorsi.intake.Sheet;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** A file somebody sent: told by its first bytes, not by its name. */
final class SheetFile {

    private static final int ZIP = 0x504b0304;
    private static final int OLD_OR_LOCKED = 0xd0cf11e0;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private SheetFile() {}

    /**
     * @throws RefusedSheet if it is not a list that can be read, with the message that says why
     */
    static Sheet read(byte[] file) {
        Table table = new Table();
        int start = file.length < 4 ? 0 : ByteBuffer.wrap(file).getInt();
        if (start == OLD_OR_LOCKED) {
            throw new RefusedSheet("intake.old-or-locked");
        }
        if (start == ZIP) {
            Xlsx.read(file, table);
        } else {
            csv(text(file), table);
        }
        return table.sheet();
    }

    private static String text(byte[] file) {
        String text =
                marked(file, StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf)
                        .or(() -> marked(file, StandardCharsets.UTF_16LE, 0xff, 0xfe))
                        .or(() -> marked(file, StandardCharsets.UTF_16BE, 0xfe, 0xff))
                        .or(() -> decoded(ByteBuffer.wrap(file), StandardCharsets.UTF_8))
                        .or(() -> decoded(ByteBuffer.wrap(file), WINDOWS))
                        .orElseThrow(() -> new RefusedSheet("intake.kind"));
        boolean strange =
                text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r');
        if (strange || text.stripLeading().startsWith("<") || text.startsWith("%PDF")) {
            throw new RefusedSheet("intake.kind");
        }
        return text;
    }

    private static Optional<String> marked(byte[] file, Charset charset, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= file.length || (file[i] & 0xff) != mark[i]) {
                return Optional.empty();
            }
        }
        return decoded(ByteBuffer.wrap(file, mark.length, file.length - mark.length), charset);
    }

    private static Optional<String> decoded(ByteBuffer bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static void csv(String text, Table table) {
        int line = 0;
        try (CsvReader<CsvRecord> records =
                CsvReader.builder()
                        .fieldSeparator(separator(text))
                        .skipEmptyLines(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .ofCsvRecord(text)) {
            for (CsvRecord row : records) {
                table.add(++line, row.getFields());
            }
        } catch (java.io.IOException | de.siegmar.fastcsv.reader.CsvParseException broken) {
            throw new RefusedSheet("intake.damaged");
        }
    }

    /** The one that stands most often in the first lines. */
    private static char separator(String text) {
        String top = String.join("\n", text.lines().limit(20).toList());
        return Stream.of(';', ',', '\t')
                .max(Comparator.comparingLong(sign -> top.chars().filter(c -> c == sign).count()))
                .orElseThrow();
    }
}
