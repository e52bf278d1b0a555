package it.percorsi.intake.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** The first sheet of a workbook. Formulas are never worked out: the value last shown is read. */
final class Xlsx {

    private static final int SHARED = 300_000;

    private final Archive archive;
    private final NumberFormats formats = new NumberFormats();
    private final List<String> shared = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private String firstSheet = "";

    private Xlsx(byte[] file) {
        this.archive = new Archive(file);
    }

    /** All is unpacked twice: what a sheet refers to may stand behind it. */
    static void read(byte[] file, Table table) {
        Xlsx book = new Xlsx(file);
        try {
            book.archive.each(book::prepare);
            String target = book.targets.getOrDefault(book.firstSheet, "");
            String sheet = target.startsWith("/") ? target.substring(1) : "xl/" + target;
            boolean[] found = {false};
            book.archive.each((name, content) -> {
                if (name.equals(sheet) && name.endsWith(".xml")) {
                    found[0] = true;
                    book.rows(new XmlPart(content), table);
                }
            });
            if (!found[0]) {
                throw new RefusedSheet("intake.kind");
            }
        } catch (IOException | XMLStreamException broken) {
            throw new RefusedSheet("intake.damaged");
        }
    }

    private void prepare(String name, InputStream content) throws XMLStreamException {
        switch (name) {
            case "[Content_Types].xml" -> kinds(new XmlPart(content));
            case "xl/workbook.xml" -> sheets(new XmlPart(content));
            case "xl/_rels/workbook.xml.rels" -> relations(new XmlPart(content));
            case "xl/styles.xml" -> formats.read(new XmlPart(content));
            case "xl/sharedStrings.xml" -> strings(new XmlPart(content));
            default -> {}
        }
    }

    private static void kinds(XmlPart part) throws XMLStreamException {
        while (part.next()) {
            if (part.opensAnything()) {
                String kind = part.attribute("ContentType", "").toLowerCase(Locale.ROOT);
                if (kind.contains("macro") || kind.contains("vba")) {
                    throw new RefusedSheet("intake.macros");
                }
            }
        }
    }

    private void sheets(XmlPart part) throws XMLStreamException {
        while (part.next()) {
            if (part.opens("sheet") && firstSheet.isEmpty()) {
                firstSheet = part.attribute("id", "");
            } else if (part.opens("workbookPr")
                    && List.of("1", "true").contains(part.attribute("date1904", ""))) {
                formats.countFrom1904();
            }
        }
    }

    private void relations(XmlPart part) throws XMLStreamException {
        while (part.next()) {
            if (part.opens("Relationship") && targets.size() < 1_000) {
                targets.put(part.attribute("Id", ""), part.attribute("Target", ""));
            }
        }
    }

    private void strings(XmlPart part) throws XMLStreamException {
        while (part.next()) {
            if (part.opens("si")) {
                shared.add(text(part, "si", "?"));
                if (shared.size() > SHARED) {
                    throw new RefusedSheet("intake.bomb");
                }
            }
        }
    }

    /** All that stands in {@code t} (and {@code v}) up to the end of an element; no readings. */
    private static String text(XmlPart part, String until, String where) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        boolean reading = false;
        while (part.next() && !part.closes(until)) {
            if (part.opens("t") || part.opens("v")) {
                inside = true;
            } else if (part.closes("t") || part.closes("v")) {
                inside = false;
            } else if (part.opens("rPh")) {
                reading = true;
            } else if (part.closes("rPh")) {
                reading = false;
            } else if (inside && !reading && part.text()) {
                part.textInto(text);
                if (text.length() > Table.CELL) {
                    throw new RefusedSheet("intake.cell-too-long", where, Table.CELL);
                }
            }
        }
        return text.toString();
    }

    private void rows(XmlPart part, Table table) throws XMLStreamException {
        int line = 0;
        List<String> cells = new ArrayList<>();
        while (part.next()) {
            if (part.opens("row")) {
                line = whole(part.attribute("r", ""), line + 1);
            } else if (part.opens("c")) {
                int column = column(part.attribute("r", ""), cells.size());
                String text = cell(part, Table.reference(line, column));
                if (!text.isBlank()) {
                    put(cells, column, text);
                }
            } else if (part.closes("row")) {
                table.add(line, cells);
                cells.clear();
            }
        }
    }

    private static void put(List<String> cells, int column, String text) {
        if (column >= Table.COLUMNS) {
            throw new RefusedSheet("intake.too-wide", Table.COLUMNS);
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    private String cell(XmlPart part, String where) throws XMLStreamException {
        String kind = part.attribute("t", "n");
        String style = part.attribute("s", "0");
        String text = text(part, "c", where);
        return switch (kind) {
            case "s" -> {
                int place = whole(text, -1);
                yield place >= 0 && place < shared.size() ? shared.get(place) : "";
            }
            case "n" -> text.isBlank() ? "" : formats.shown(text.strip(), style);
            case "b" -> text.equals("1") ? "VERO" : "FALSO";
            case "d" -> text.split("T", 2)[0];
            default -> text;
        };
    }

    private static int whole(String text, int otherwise) {
        return text.matches("\\d{1,7}") ? Integer.parseInt(text) : otherwise;
    }

    /** C17 stands in the third column; a cell without a name, in the next. */
    private static int column(String reference, int next) {
        int column = 0;
        for (int i = 0; i < reference.length() && i < 4; i++) {
            char letter = reference.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + letter - 'A' + 1;
        }
        return column == 0 ? next : column - 1;
    }
}
