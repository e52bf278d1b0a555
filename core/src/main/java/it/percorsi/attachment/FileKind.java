package it.percorsi.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What may be kept, told by its content whatever its name says. Each has a beginning and, but for
 * photographs, an end: half a file is no file.
 */
public enum FileKind {
    PDF("255044462d", "%%EOF", "application/pdf", "pdf"),
    JPEG("ffd8ff", "", "image/jpeg", "jpg"),
    PNG("89504e470d0a1a0a", "IEND", "image/png", "png");

    private static final int TAIL = 1024;

    private final byte[] beginning;
    private final String end;
    private final String mediaType;
    private final String extension;

    FileKind(String beginning, String end, String mediaType, String extension) {
        this.beginning = HexFormat.of().parseHex(beginning);
        this.end = end;
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public static Optional<FileKind> of(byte[] content) {
        return Arrays.stream(values()).filter(kind -> kind.is(content)).findFirst();
    }

    private boolean is(byte[] content) {
        if (content.length < beginning.length
                || !Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length)) {
            return false;
        }
        int from = Math.max(0, content.length - TAIL);
        return new String(content, from, content.length - from, StandardCharsets.ISO_8859_1)
                .contains(end);
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }
}
