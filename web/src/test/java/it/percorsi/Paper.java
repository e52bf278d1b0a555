package it.percorsi;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** A printed file as somebody reads it, and as the official validator does. */
public record Paper(byte[] file) {

    /** Those that keep it from being read in thirty years, or by ear. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>(faults(PDFAFlavour.PDFA_3_U));
        faults.addAll(faults(PDFAFlavour.PDFUA_1));
        return faults;
    }

    private List<String> faults(PDFAFlavour flavour) {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(file), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
                    .map(each -> each.getRuleId() + " " + each.getMessage())
                    .toList();
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    public String text() {
        return read(new PDFTextStripper());
    }

    /** The letters as they are drawn, in the forms they are joined in. */
    public String drawn() {
        Drawn drawn = new Drawn();
        read(drawn);
        return drawn.letters.toString();
    }

    /** How many letters are drawn as nothing, or as a box. */
    public int missing() {
        Drawn drawn = new Drawn();
        read(drawn);
        return drawn.missing;
    }

    private String read(PDFTextStripper reader) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return reader.getText(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** For who looks at it. */
    public BufferedImage picture(String name) {
        try (PDDocument document = Loader.loadPDF(file)) {
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, 150);
            File seen = new File("target/papers/" + name + ".png");
            seen.getParentFile().mkdirs();
            ImageIO.write(picture, "png", seen);
            return picture;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Drawn extends PDFTextStripper {

        private final StringBuilder letters = new StringBuilder();
        private int missing;

        @Override
        protected void processTextPosition(TextPosition text) {
            super.processTextPosition(text);
            letters.append(text.getUnicode());
            try {
                for (int code : text.getCharacterCodes()) {
                    if (((PDType0Font) text.getFont()).codeToGID(code) == 0) {
                        missing++;
                    }
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
