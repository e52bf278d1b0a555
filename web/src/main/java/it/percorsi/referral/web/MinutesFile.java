package it.percorsi.referral.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import it.percorsi.referral.SittingTable;
import it.percorsi.site.Times;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Minutes as a file to be kept for good: PDF/A-3u, and PDF/UA for who reads it by ear. */
@Component
class MinutesFile {

    private static final String FAMILY = "Titillium Web";

    private final ITemplateEngine templates;
    private final Times times;

    MinutesFile(ITemplateEngine templates, Times times) {
        this.templates = templates;
        this.times = times;
    }

    /**
     * @param table a sitting that is closed: only what its minutes keep is written
     */
    byte[] of(SittingTable table) {
        String html =
                templates.process(
                        "referral/minutes-file",
                        new Context(
                                Locale.ITALIAN,
                                Map.of(
                                        "table",
                                        table,
                                        "planned",
                                        times.moment(table.sitting().plannedFor()),
                                        "opened",
                                        moment(table.sitting().openedAt()),
                                        "closed",
                                        moment(table.sitting().closedAt()))));
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            new PdfRendererBuilder()
                    .useFastMode()
                    .usePdfUaAccessibility(true)
                    .usePdfAConformance(PdfAConformance.PDFA_3_U)
                    .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                    .useFont(() -> font("regular"), FAMILY, 400, FontStyle.NORMAL, true)
                    .useFont(() -> font("700"), FAMILY, 700, FontStyle.NORMAL, true)
                    .withHtmlContent(html, null)
                    .toStream(file)
                    .run();
            return file.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String moment(@Nullable Instant at) {
        return times.moment(Objects.requireNonNull(at));
    }

    private static InputStream font(String weight) {
        try {
            return new ClassPathResource(
                            "print/titillium-web-v10-latin-ext_latin-%s.ttf".formatted(weight))
                    .getInputStream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
