package it.percorsi.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that lives as long as the application, its data in a folder that outlives both. */
public final class EmbeddedServer implements AutoCloseable {

    static final String DATABASE = "percorsi";

    private final FileChannel lockFile;
    private final EmbeddedPostgres server;

    /**
     * @param folder kept between runs; made if missing
     * @throws IllegalStateException if another Percorsi is using the folder
     */
    EmbeddedServer(Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        lockFile =
                FileChannel.open(
                        folder.resolve("percorsi.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        FileLock lock = lockFile.tryLock();
        if (lock == null) {
            throw new IllegalStateException(
                    "Percorsi è già in funzione con i dati in %s. / Percorsi is already running on the data in %s."
                            .formatted(folder, folder));
        }
        Path data = folder.resolve("postgres");
        endOrphan(data.resolve("postmaster.pid"));
        server =
                EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setLocaleConfig("locale-provider", "icu")
                        .setLocaleConfig("icu-locale", "it-IT")
                        .setLocaleConfig("encoding", "UTF8")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "40")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
        Roles.prepare(server.getPostgresDatabase(), DATABASE);
    }

    String url() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), DATABASE);
    }

    /**
     * A server that outlived a killed application holds the folder: nobody else can be using it.
     */
    private static void endOrphan(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        String first = Files.readAllLines(pidFile).getFirst().strip();
        ProcessHandle orphan = ProcessHandle.of(Long.parseLong(first)).orElse(null);
        if (orphan != null && orphan.info().command().orElse("").contains("postgres")) {
            orphan.destroy();
            try {
                orphan.onExit().get(20, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException stubborn) {
                throw new IOException(
                        "The database server left by an earlier run does not end", stubborn);
            }
        }
        Files.deleteIfExists(pidFile);
    }

    @Override
    public void close() throws IOException {
        Objects.requireNonNull(server).close();
        lockFile.close();
    }
}
