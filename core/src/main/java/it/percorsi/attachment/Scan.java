package it.percorsi.attachment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file of a kind that may be kept, whole and not too large. */
public record Scan(FileKind kind, byte[] content) {

    /** In bytes, as the schema has it. */
    private static final int LARGEST = 4 << 20;

    /**
     * @return nothing if the content may be kept; else its key says why not
     */
    public static Optional<String> refusal(byte[] content) {
        return Optional.ofNullable(whyNot(content));
    }

    private static @Nullable String whyNot(byte[] content) {
        if (content.length == 0) {
            return "attachment.no-file";
        }
        if (content.length > LARGEST) {
            return "attachment.too-large";
        }
        return FileKind.of(content).isEmpty() ? "attachment.unknown-kind" : null;
    }

    /**
     * @throws java.util.NoSuchElementException if it is refused
     */
    public static Scan of(byte[] content) {
        return new Scan(FileKind.of(content).orElseThrow(), content);
    }
}
