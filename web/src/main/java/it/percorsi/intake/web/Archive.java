package it.percorsi.intake.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.xml.stream.XMLStreamException;

/**
 * The parts of a workbook. Each is unpacked to its end under one budget, and must be as long as the
 * directory says. The parts cover the file from its first byte to its directory, and that to the
 * last byte: what is two kinds of file at once is neither here.
 *
 * <p>Source: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16
 */
final class Archive {

    static final int INFLATED = 24 << 20;

    private static final int PARTS = 300;
    private static final int LOCAL = 30;
    private static final int ENTRY = 46;
    private static final int END = 22;
    private static final int DESCRIPTOR = 24;

    private static final List<String> MACROS =
            List.of("vbaproject", "vbadata", "macrosheets", "activex", "dialogsheets");
    private static final List<String> LINKS =
            List.of("externallinks", "embeddings", "connections.xml", "querytables");

    private final ByteBuffer file;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * @throws RefusedSheet if it is not an archive, whole and nothing else
     */
    Archive(byte[] bytes) {
        file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            directory();
        } catch (IndexOutOfBoundsException outside) {
            throw new RefusedSheet("intake.damaged");
        }
    }

    interface Part {
        void read(String name, InputStream content) throws IOException, XMLStreamException;
    }

    /**
     * @param from where its bytes begin, after its own header
     */
    private record Entry(String name, int header, int from, int length, int size, boolean packed) {}

    private void directory() {
        int end = file.capacity() - END;
        int parts = file.getShort(end + 10);
        int start = file.getInt(end + 16);
        check(file.getInt(end) == 0x06054b50 && parts > 0 && parts <= PARTS);
        check(file.getInt(end + 12) + start == end);
        Set<String> names = new HashSet<>();
        int at = start;
        for (int n = 0; n < parts; n++) {
            Entry entry = entry(at);
            check(names.add(entry.name()));
            refuse(entry.name().toLowerCase(Locale.ROOT));
            entries.add(entry);
            at += ENTRY + file.getShort(at + 28) + file.getShort(at + 30) + file.getShort(at + 32);
        }
        check(at == end);
        int covered = 0;
        for (Entry entry :
                entries.stream().sorted(Comparator.comparingInt(Entry::header)).toList()) {
            check(entry.header() >= covered && entry.header() <= covered + DESCRIPTOR);
            covered = entry.from() + entry.length();
        }
        check(start >= covered && start <= covered + DESCRIPTOR);
    }

    private Entry entry(int at) {
        int header = file.getInt(at + 42);
        int method = file.getShort(at + 10);
        String name = name(at + ENTRY, file.getShort(at + 28));
        boolean locked = (file.getShort(at + 8) & 1) != 0;
        check(file.getInt(at) == 0x02014b50 && file.getInt(header) == 0x04034b50 && !locked);
        check(name.equals(name(header + LOCAL, file.getShort(header + 26))));
        check(method == 0 || method == 8);
        int from = header + LOCAL + file.getShort(header + 26) + file.getShort(header + 28);
        int length = file.getInt(at + 20);
        check(length >= 0 && length <= file.capacity() - from);
        return new Entry(name, header, from, length, file.getInt(at + 24), method == 8);
    }

    private String name(int from, int length) {
        return new String(file.array(), from, length, StandardCharsets.UTF_8);
    }

    private static void check(boolean right) {
        if (!right) {
            throw new RefusedSheet("intake.damaged");
        }
    }

    private static void refuse(String name) {
        if (MACROS.stream().anyMatch(name::contains)) {
            throw new RefusedSheet("intake.macros");
        }
        if (LINKS.stream().anyMatch(name::contains)) {
            throw new RefusedSheet("intake.links");
        }
    }

    void each(Part part) throws IOException, XMLStreamException {
        Guarded.Budget budget = new Guarded.Budget(INFLATED);
        for (Entry entry : entries) {
            InputStream packed =
                    new ByteArrayInputStream(file.array(), entry.from(), entry.length());
            Inflater inflater = new Inflater(true);
            try {
                Guarded content =
                        new Guarded(
                                entry.packed() ? new InflaterInputStream(packed, inflater) : packed,
                                budget,
                                isXml(entry.name()));
                part.read(entry.name(), content);
                check(content.drain() == Integer.toUnsignedLong(entry.size()));
            } finally {
                inflater.end();
            }
        }
    }

    private static boolean isXml(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels");
    }
}
