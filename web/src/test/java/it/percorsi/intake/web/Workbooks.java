package it.percorsi.intake.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks made by hand, part by part: right ones, and such as nobody sends by mistake. */
final class Workbooks {

    static final String CELLS =
            "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>Nato il</t></is></c></row>"
                    + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>Hoxha</t></is></c><c r=\"B3\" t=\"str\"><f>1+1</f><v>Arta</v></c><c r=\"C3\" s=\"1\"><v>32947</v></c></row>";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    Workbooks() {
        with(
                "[Content_Types].xml",
                "<Types><Default Extension=\"xml\" ContentType=\"x\"/></Types>");
        with(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><workbookPr/><sheets><sheet name=\"Uno\" r:id=\"rId1\"/></sheets></workbook>");
        with(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        with(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"gg/mm/aaaa\"/><numFmt numFmtId=\"165\" formatCode=\"[Red]0&quot; anni d&quot;\"/></numFmts>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>");
        sheet(CELLS);
        with(
                "xl/sharedStrings.xml",
                "<sst><si><t>Cognome</t></si><si><r><t>No</t></r><r><t>me</t></r><rPh><t>NO</t></rPh></si></sst>");
    }

    Workbooks with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Workbooks with(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    Workbooks sheet(String rows) {
        return with(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    /** With one part more that unpacks to so many bytes of the same letter. */
    byte[] bomb(String name, long size, String head, String again, String tail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.remove(name);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(head.getBytes(StandardCharsets.UTF_8));
            repeat(zip, again, size);
            zip.write(tail.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private static void repeat(OutputStream out, String text, long size) throws IOException {
        byte[] block =
                text.repeat(Math.max(1, 65_536 / text.length())).getBytes(StandardCharsets.UTF_8);
        for (long left = size; left > 0; left -= block.length) {
            out.write(block);
        }
    }
}
