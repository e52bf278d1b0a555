package it.percorsi.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import it.percorsi.database.EmbeddedDatabaseConfiguration.ApplicationConnection;
import it.percorsi.database.EmbeddedDatabaseConfiguration.OwnerConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One PostgreSQL for all the tests of a run: the one whose host and port stand in {@code
 * PERCORSI_TEST_SERVER}, else a container where an engine answers, else embedded.
 */
public final class TestServer {

    private static final String ADDRESS = start();

    private TestServer() {}

    private static String start() {
        String given = System.getenv("PERCORSI_TEST_SERVER");
        if (given != null) {
            return given;
        }
        if (DockerClientFactory.instance().isDockerAvailable()) {
            PostgreSQLContainer container =
                    new PostgreSQLContainer("postgres:18")
                            .withUsername("postgres")
                            .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust");
            container.start();
            return container.getHost() + ":" + container.getMappedPort(5432);
        }
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setLocaleConfig("locale-provider", "icu")
                            .setLocaleConfig("icu-locale", "it-IT")
                            .setLocaleConfig("encoding", "UTF8")
                            .start();
            return "localhost:" + server.getPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes the roles and an empty database, unless they are there. */
    public static void database(String name) {
        try {
            Roles.prepare(source("postgres", "postgres"), name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static ApplicationConnection application(String database) {
        return new ApplicationConnection(url(database), Roles.APPLICATION, "");
    }

    public static OwnerConnection owner(String database) {
        return new OwnerConnection(url(database), Roles.OWNER, "");
    }

    public static DataSource source(String database, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(user);
        return source;
    }

    private static String url(String database) {
        return "jdbc:postgresql://%s/%s".formatted(ADDRESS, database);
    }
}
