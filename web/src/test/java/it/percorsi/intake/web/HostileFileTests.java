package it.percorsi.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made to harm: each is turned down for its own reason, without being unpacked whole. */
@Timeout(20)
class HostileFileTests {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static void refused(byte[] file, String why) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> SheetFile.read(file))
                .isInstanceOf(RefusedSheet.class)
                .hasMessage(why);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before)
                .as("bytes, also those given back meanwhile")
                .isPositive()
                .isLessThan(64L << 20);
    }

    private static void refused(Workbooks book, String why) {
        refused(book.bytes(), why);
    }

    private static byte[] join(byte[]... files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] file : files) {
            out.writeBytes(file);
        }
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {SHEET, "xl/sharedStrings.xml", "xl/media/image1.png", "docProps/x.xml"})
    void whatUnpacksWithoutEndIsLeftWhereverItStands(String part) {
        refused(
                new Workbooks().bomb(part, 200L << 20, "<a>", "<b>0000000000</b>", "</a>"),
                "intake.bomb");
    }

    @Test
    void whatIsUnpackedIsCountedAndNotBelieved() {
        byte[] bomb = new Workbooks().bomb(SHEET, 100L << 20, "<a>", "<row/>", "</a>");
        int directory = lastIndexOf(bomb, new byte[] {'P', 'K', 1, 2});
        Arrays.fill(bomb, directory + 24, directory + 28, (byte) 1);

        refused(bomb, "intake.bomb");
    }

    @Test
    void aPartMustBeAsLongAsItIsSaidToBe() {
        byte[] lying = new Workbooks().bytes();
        int directory = lastIndexOf(lying, new byte[] {'P', 'K', 1, 2});
        lying[directory + 24]++;

        refused(lying, "intake.damaged");
    }

    @Test
    void partsThatShareTheirBytesAreRefused() {
        byte[] book = new Workbooks().bytes();
        int last = lastIndexOf(book, new byte[] {'P', 'K', 1, 2});
        book[last + 42] = 0;
        book[last + 43] = 0;

        refused(book, "intake.damaged");
    }

    @Test
    void lockedPartsAreRefused() {
        byte[] book = new Workbooks().bytes();
        book[lastIndexOf(book, new byte[] {'P', 'K', 1, 2}) + 8] |= 1;

        refused(book, "intake.damaged");
    }

    private static int lastIndexOf(byte[] bytes, byte[] what) {
        for (int i = bytes.length - what.length; i >= 0; i--) {
            if (Arrays.equals(bytes, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        throw new AssertionError();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x \"ha\">]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
                "<a><![CDATA[x]]><!ENTITY x 'y'></a>"
            })
    void documentTypesAndEntitiesAreRefusedInAnyPart(String xml) {
        refused(new Workbooks().with("xl/sharedStrings.xml", xml), "intake.entities");
        refused(new Workbooks().with("docProps/core.xml", xml), "intake.entities");
        refused(
                new Workbooks().with(SHEET, ("\uFEFF" + xml).getBytes(StandardCharsets.UTF_16BE)),
                "intake.entities");
    }

    @Test
    void aDocumentTypeInAnEncodingThatHidesItIsRefusedByTheReader() throws Exception {
        String xml =
                "<?xml version=\"1.0\" encoding=\"IBM037\"?><!DOCTYPE a [<!ENTITY x \"ha\">]><a>&x;</a>";

        refused(new Workbooks().with(SHEET, xml.getBytes("IBM037")), "intake.entities");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a b=\"%s\"/>",
                "<a>%s</a>",
                "<!--%s-->",
                "<a%s/>",
                "<a><![CDATA[%s]]></a>"
            })
    void aTagOrTextWithoutEndIsRefused(String form) {
        refused(new Workbooks().with(SHEET, form.formatted("x".repeat(300 << 10))), "intake.bomb");
    }

    @Test
    void moreNamesOrLevelsThanASheetHasAreRefused() {
        String names =
                IntStream.range(0, 600)
                        .mapToObj(i -> "<n" + i + "/>")
                        .collect(Collectors.joining());
        String attributes =
                IntStream.range(0, 6)
                        .mapToObj(i ->
                                "<a "
                                        + IntStream.range(0, 100)
                                                .mapToObj(j -> "b" + i + "x" + j + "=\"\"")
                                                .collect(Collectors.joining(" "))
                                        + "/>")
                        .collect(Collectors.joining());
        String spaces =
                IntStream.range(0, 600)
                        .mapToObj(i -> "<a xmlns:p=\"u" + i + "\"/>")
                        .collect(Collectors.joining());

        refused(new Workbooks().sheet(names), "intake.bomb");
        refused(new Workbooks().sheet(attributes), "intake.bomb");
        refused(new Workbooks().sheet(spaces), "intake.bomb");
        refused(new Workbooks().sheet("<a>".repeat(50) + "</a>".repeat(50)), "intake.bomb");
    }

    @Test
    void aTextThatManyCellsShareWeighsOnceForEach() {
        String row = "<row>" + "<c t=\"s\"><v>0</v></c>".repeat(50) + "</row>";

        refused(
                new Workbooks()
                        .with(
                                "xl/sharedStrings.xml",
                                "<sst><si><t>" + "x".repeat(2000) + "</t></si></sst>")
                        .sheet(row.repeat(1000)),
                "intake.too-much-text");
    }

    @Test
    void moreTextsOrStylesThanASheetCanUseAreRefused() {
        refused(
                new Workbooks().bomb("xl/sharedStrings.xml", 5 << 20, "<sst>", "<si/>", "</sst>"),
                "intake.bomb");
        refused(
                new Workbooks()
                        .bomb("xl/styles.xml", 1 << 20, "<s><cellXfs>", "<xf/>", "</cellXfs></s>"),
                "intake.bomb");
    }

    @Test
    void macrosAreRefusedByNameAndByKind() {
        refused(new Workbooks().with("xl/vbaProject.bin", "x"), "intake.macros");
        refused(new Workbooks().with("xl/macrosheets/sheet1.xml", "<a/>"), "intake.macros");
        refused(
                new Workbooks()
                        .with(
                                "[Content_Types].xml",
                                "<Types><Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"),
                "intake.macros");
    }

    @Test
    void linksToOtherDataAreRefused() {
        refused(new Workbooks().with("xl/externalLinks/externalLink1.xml", "<a/>"), "intake.links");
        refused(new Workbooks().with("xl/connections.xml", "<a/>"), "intake.links");
        refused(new Workbooks().with("xl/embeddings/oleObject1.bin", "x"), "intake.links");
    }

    @Test
    void oldAndLockedWorkbooksAreRefused() {
        refused(
                new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3},
                "intake.old-or-locked");
    }

    @Test
    void aFileThatIsTwoKindsAtOnceIsNeither() {
        byte[] book = new Workbooks().bytes();

        refused(join(text("Cognome;Nome\n"), book), "intake.kind");
        refused(join(text("%PDF-1.7\n"), book), "intake.kind");
        refused(join(book, text("Cognome;Nome\n")), "intake.damaged");
        refused(join(book, book), "intake.damaged");
        refused(Arrays.copyOf(book, book.length - 30), "intake.damaged");
    }

    @Test
    void whatIsNoListIsRefused() {
        refused(text("<html><body>Cognome;Nome</body></html>"), "intake.kind");
        refused(text("%PDF-1.7;x\n1;2"), "intake.kind");
        refused(new byte[] {'a', ';', 'b', '\n', 0, ';', 1}, "intake.kind");
        refused(text("PK\u0003\u0004 and nothing else"), "intake.damaged");
        refused(new Workbooks().with("xl/workbook.xml", "<workbook/>"), "intake.kind");
        refused(new Workbooks().with(SHEET, "<worksheet><row>"), "intake.damaged");
        refused(manyParts(), "intake.damaged");
    }

    private static byte[] manyParts() {
        Workbooks book = new Workbooks();
        IntStream.range(0, 400).forEach(i -> book.with("xl/part" + i + ".bin", "x"));
        return book.bytes();
    }

    @Test
    void moreRowsColumnsOrTextThanAListHasAreRefused() {
        refused(text("Cognome;Nome\n" + "a;b\n".repeat(10_001)), "intake.too-many-rows");
        refused(
                new Workbooks().sheet("<row><c r=\"A1\"><v>1</v></c></row>".repeat(10_002)),
                "intake.too-many-rows");
        refused(text("a;".repeat(61) + "b\n1"), "intake.too-wide");
        refused(new Workbooks().sheet("<row><c r=\"ZZ1\"><v>1</v></c></row>"), "intake.too-wide");
        refused(text("Cognome;Nome\na;" + "x".repeat(2001)), "intake.cell-too-long");
        refused(text("Cognome;Nome\na;\"" + "x;\n".repeat(2001)), "intake.cell-too-long");
        refused(
                new Workbooks()
                        .sheet(
                                "<row r=\"1\"><c t=\"str\"><v>"
                                        + "x".repeat(2001)
                                        + "</v></c></row>"),
                "intake.cell-too-long");
    }
}
