package it.percorsi.walk;

import com.zaxxer.hikari.HikariDataSource;
import it.percorsi.Application;
import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.access.Operators;
import it.percorsi.database.TestServer;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.site.CurrentActor;
import it.percorsi.site.SecondLook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The application over a database of its own, with the demo's bodies, operators and cases. */
final class WalkWorld implements AutoCloseable {

    private static final String DATABASE = "walk";
    private static final Pattern ARROW = Pattern.compile("(?m)^    (\\w+) --> (\\w+): (\\w+)$");
    private static final List<String> PEOPLE =
            List.of(
                    "sportello.prato",
                    "sociale.prato",
                    "sociale2.prato",
                    "cpi.prato",
                    "imprese.prato",
                    "commissione.prato",
                    "commissario.prato",
                    "sportello.pistoia",
                    "sociale.pistoia",
                    "cpi.pistoia",
                    "coordinamento",
                    "sportello2.prato",
                    "sportello2.pistoia",
                    "mediazione.prato",
                    "admin",
                    "dpo");

    /** Sees everything: chooses rows and checks what became of them, never does anything. */
    final NamedParameterJdbcTemplate truth;

    private final ConfigurableApplicationContext application;
    private final TransactionTemplate transaction;
    private final List<Actor> people;

    WalkWorld() throws Exception {
        application =
                new SpringApplicationBuilder(Application.class, Connections.class)
                        .properties(
                                Map.of(
                                        "percorsi.demo",
                                        "true",
                                        "percorsi.notices.dir",
                                        "target/walk-notices",
                                        "percorsi.notices.every",
                                        "P1D",
                                        "percorsi.reminders.cron",
                                        "-",
                                        "percorsi.duplicates.every",
                                        "P1D",
                                        "server.port",
                                        "0"))
                        .run();
        HikariDataSource pool = new HikariDataSource();
        pool.setDataSource(TestServer.source(DATABASE, "postgres"));
        truth = new NamedParameterJdbcTemplate(pool);
        transaction = new TransactionTemplate(bean(PlatformTransactionManager.class));
        Operators operators = bean(Operators.class);
        people =
                PEOPLE.stream()
                        .map(name -> operators.login(name).orElseThrow().operatorId())
                        .map(id -> operators.actors(id).getFirst())
                        .toList();
        observe();
    }

    /** Numbers every row in the order it was written, and keeps what each sitting decided. */
    private void observe() throws IOException {
        truth.getJdbcTemplate()
                .execute(
                        new ClassPathResource("walk/observed.sql")
                                .getContentAsString(StandardCharsets.UTF_8));
        try (Stream<Path> pages = Files.list(Path.of("../docs/pathways"))) {
            for (Path page : pages.sorted().toList()) {
                ARROW.matcher(Files.readString(page))
                        .results()
                        .forEach(arrow ->
                                truth.getJdbcTemplate()
                                        .update(
                                                "insert into walk_arrow values (?, ?, ?, ?)",
                                                page.getFileName().toString().replace(".md", ""),
                                                arrow.group(1),
                                                arrow.group(3),
                                                arrow.group(2)));
            }
        }
        // What was prepared before does not know the numbers.
        ((HikariDataSource) bean(DataSource.class)).getHikariPoolMXBean().softEvictConnections();
    }

    Hand hand(Actor who, Random random) {
        return new Hand(who, Instant.now(), random.nextLong(), truth);
    }

    /** One transaction, with a second look, as each form of the web is. */
    void acting(Hand hand, Consumer<Hand> act) {
        CurrentActor.as(
                hand.who,
                () -> {
                    asking(hand, act);
                    return null;
                });
    }

    /** The same, by nobody the application knows. */
    void asking(Hand hand, Consumer<Hand> act) {
        SecondLook.at(() -> {
            hand.begin();
            transaction.executeWithoutResult(status -> act.accept(hand));
            return null;
        });
    }

    /** What only time does, unless somebody is at it just then. */
    void pass(Hand hand) {
        try {
            truth.query(
                    "select walk_pass(:what)",
                    Map.of(
                            "what",
                            hand.one(
                                    "SEARCHES",
                                    "EMERGENCY",
                                    "REQUEST",
                                    "MEDIATION",
                                    "WAIT",
                                    "ANSWER")),
                    row -> {});
        } catch (ConcurrencyFailureException busy) {
            throw new NotVisible();
        }
    }

    /** The one that was on the page; now and then an older one. */
    int version(Hand h, String table, UUID id) {
        Integer now =
                truth.queryForObject(
                        "select version from %s where id = :id".formatted(table),
                        Map.of("id", id),
                        Integer.class);
        return Objects.requireNonNull(now) - (h.seldom() ? 1 : 0);
    }

    /** What a page says row by row, and undoes. */
    void refuse(Collection<String> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new MoveRefused(List.copyOf(obstacles));
        }
    }

    /** Whether each has its words in Italian. */
    boolean said(List<String> obstacles) {
        return !obstacles.isEmpty()
                && obstacles.stream()
                        .map(obstacle -> obstacle.split("\\|")[0])
                        .noneMatch(key ->
                                application.getMessage(key, null, "", Locale.ITALIAN).isEmpty());
    }

    List<Actor> people() {
        return people;
    }

    UUID body(Hand h) {
        return h.one(people).organisationId();
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    DataSource source() {
        return truth.getJdbcTemplate().getDataSource();
    }

    @Override
    public void close() {
        application.close();
        ((HikariDataSource) source()).close();
    }

    /** Found by nobody's scan: it is named where the application is started. */
    static final class Connections {

        @Bean
        JdbcConnectionDetails applicationConnection() {
            TestServer.database(DATABASE);
            return TestServer.application(DATABASE);
        }

        @Bean
        FlywayConnectionDetails ownerConnection() {
            TestServer.database(DATABASE);
            return TestServer.owner(DATABASE);
        }
    }
}
