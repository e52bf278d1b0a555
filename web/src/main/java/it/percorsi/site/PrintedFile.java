package it.percorsi.site;

import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.TextDirection;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * A template as a file to be kept for good and printed anywhere: PDF/A-3u, and PDF/UA for who reads
 * it by ear. Every letter of the network's languages is in it.
 */
@Component
public class PrintedFile {

    private final ITemplateEngine templates;

    PrintedFile(ITemplateEngine templates) {
        this.templates = templates;
    }

    public byte[] of(String template, Map<String, Object> model) {
        String html = Printable.of(templates.process(template, new Context(Locale.ITALIAN, model)));
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            PdfRendererBuilder printer =
                    new PdfRendererBuilder()
                            .useFastMode()
                            .usePdfUaAccessibility(true)
                            .usePdfAConformance(PdfAConformance.PDFA_3_U)
                            .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                            .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                            .useUnicodeBidiReorderer(new JoinedLetters())
                            .defaultTextDirection(TextDirection.LTR);
            PrintFont.all(printer);
            printer.withHtmlContent(html, null).toStream(file).run();
            return file.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As a browser saves it. */
    public ResponseEntity<byte[]> download(
            String name, String template, Map<String, Object> model) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.pdf\"".formatted(name))
                .body(of(template, model));
    }
}
