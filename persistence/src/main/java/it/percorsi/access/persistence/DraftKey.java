package it.percorsi.access.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The key of the drafts is outside the database: given by {@code percorsi.draft-key}, or, beside
 * the embedded database, in a file that is made at the first start.
 */
@Configuration(proxyBeanMethods = false)
class DraftKey {

    @Bean
    DraftCipher draftCipher(Environment environment) {
        String given = environment.getProperty("percorsi.draft-key", "");
        if (!given.isBlank()) {
            return cipher(given);
        }
        if (environment.containsProperty("spring.datasource.url")) {
            throw new IllegalStateException(
                    "Manca PERCORSI_DRAFT_KEY, la chiave delle bozze: 32 byte in base64, per esempio da «openssl rand -base64 32».");
        }
        return cipher(kept(Path.of(environment.getRequiredProperty("percorsi.data-dir"))));
    }

    private static DraftCipher cipher(String base64) {
        try {
            return new DraftCipher(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    "PERCORSI_DRAFT_KEY non è una chiave: servono 32 byte in base64.");
        }
    }

    private static String kept(Path folder) {
        Path file = folder.resolve("draft.key");
        try {
            if (!Files.exists(file)) {
                byte[] key = new byte[DraftCipher.KEY_BYTES];
                new SecureRandom().nextBytes(key);
                Files.createDirectories(folder);
                Path whole = folder.resolve("draft.key.new");
                Files.deleteIfExists(whole);
                create(whole);
                Files.writeString(
                        whole, Base64.getEncoder().encodeToString(key), StandardOpenOption.WRITE);
                Files.move(whole, file);
            }
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** For its owner's eyes, where the file system knows of owners. */
    private static void create(Path file) throws IOException {
        if (Set.copyOf(file.getFileSystem().supportedFileAttributeViews()).contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
