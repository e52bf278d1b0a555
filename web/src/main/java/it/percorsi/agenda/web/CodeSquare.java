package it.percorsi.agenda.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;

/**
 * The code of an appointment, and the same for a camera: a QR code with that code and nothing else.
 *
 * @param side of the square in cells, with the four of white around it
 * @param path of the black cells, as SVG draws it
 * @param cells the square itself
 */
record CodeSquare(String text, int side, String path, BitMatrix cells) {

    private static final int WHITE = 0xFFFFFF;

    static CodeSquare of(UUID appointment) {
        String text = appointment.toString().substring(28).toUpperCase(Locale.ROOT);
        try {
            BitMatrix cells =
                    new QRCodeWriter()
                            .encode(
                                    text,
                                    BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(EncodeHintType.MARGIN, 4));
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < cells.getHeight(); y++) {
                for (int x = 0; x < cells.getWidth(); x++) {
                    if (cells.get(x, y)) {
                        path.append("M%d %dh1v1h-1z".formatted(x, y));
                    }
                }
            }
            return new CodeSquare(text, cells.getWidth(), path.toString(), cells);
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same as a picture inside a file, large enough to be printed sharp. */
    String picture() {
        int cell = 12;
        BufferedImage drawn =
                new BufferedImage(side * cell, side * cell, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                drawn.setRGB(x, y, cells.get(x / cell, y / cell) ? 0 : WHITE);
            }
        }
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            ImageIO.write(drawn, "png", file);
            return "data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(file.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
