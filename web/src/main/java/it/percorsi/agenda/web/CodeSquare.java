package it.percorsi.agenda.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The code of an appointment, and the same for a camera: a QR code with that code and nothing else.
 *
 * @param side of the square in cells, with the four of white around it
 * @param path of the black cells, as SVG draws it
 */
record CodeSquare(String text, int side, String path) {

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
            return new CodeSquare(text, cells.getWidth(), path.toString());
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
