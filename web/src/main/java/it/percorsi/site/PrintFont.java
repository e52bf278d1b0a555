package it.percorsi.site;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.core.io.ClassPathResource;

/** The letters printed files are made of, the first that has a letter first. */
enum PrintFont {
    REGULAR("Titillium Web", 400, "titillium-web-v10-latin-ext_latin-regular"),
    BOLD("Titillium Web", 700, "titillium-web-v10-latin-ext_latin-700"),
    /** Cyrillic, Greek, and the Latin of Vietnamese. */
    OTHERS("Noto Sans", 400, "noto-sans-400"),
    /** With each form of each letter: what joins them chooses among these. */
    ARABIC("Noto Naskh Arabic", 400, "noto-naskh-arabic-400"),
    /** Simplified and traditional. */
    CHINESE("Noto Sans SC", 400, "noto-sans-sc-400");

    private final String family;
    private final int weight;
    private final String file;

    PrintFont(String family, int weight, String file) {
        this.family = family;
        this.weight = weight;
        this.file = file;
    }

    static void all(PdfRendererBuilder file) {
        Arrays.stream(values())
                .forEach(font ->
                        file.useFont(font::open, font.family, font.weight, FontStyle.NORMAL, true));
    }

    /** The letters at least one of them has, but those in bold. */
    static BitSet letters() {
        BitSet letters = new BitSet();
        for (PrintFont font : values()) {
            if (font != BOLD) {
                font.addLetters(letters);
            }
        }
        return letters;
    }

    private void addLetters(BitSet letters) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(open()))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            for (int letter = 0; letter <= Character.MAX_VALUE; letter++) {
                if (glyphs.getGlyphId(letter) != 0) {
                    letters.set(letter);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private InputStream open() {
        try {
            return new ClassPathResource("print/" + file + ".ttf").getInputStream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
