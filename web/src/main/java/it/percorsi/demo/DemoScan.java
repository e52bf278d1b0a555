package it.percorsi.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture of a sheet with scribbles for signatures: nobody wrote them. */
final class DemoScan {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 297;
    private static final int ROW = 40;

    private DemoScan() {}

    /** As a PNG. */
    static byte[] signatures() {
        BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.DARK_GRAY);
        for (int y = ROW; y < HEIGHT; y += ROW) {
            pen.drawLine(0, y, WIDTH, y);
            for (int x = 0; x < WIDTH / 4; x++) {
                int height = (int) (Math.sin(x / 4.0) * Math.cos(x / 9.0) * ROW / 4);
                pen.drawLine(WIDTH / 2 + x, y - ROW / 2, WIDTH / 2 + x, y - ROW / 2 + height);
            }
        }
        pen.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(sheet, "png", file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}
