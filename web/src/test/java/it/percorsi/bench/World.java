package it.percorsi.bench;

import it.percorsi.Application;
import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.database.TestServer;
import it.percorsi.pathway.Ids;
import it.percorsi.site.CurrentActor;
import it.percorsi.volume.persistence.VolumePeople;
import it.percorsi.volume.persistence.VolumeRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The running application on a real server, with so many people in it, and somebody who acts. */
final class World implements AutoCloseable {

    static final String USERNAME = "bench";
    static final String PASSWORD = "percorsi";

    final int count;
    final String database;
    final VolumePeople people;

    /** Sees everything and is behind no wall: for floors and for answers. */
    final JdbcTemplate truth;

    /** At the desk of the largest body. */
    final Actor actor;

    private final ConfigurableApplicationContext application;

    static World of(int count) throws Exception {
        return of(count, "bench_" + count);
    }

    static World of(int count, String database) throws Exception {
        TestServer.database(database);
        return new World(count, database);
    }

    private World(int count, String database) throws Exception {
        this.count = count;
        this.database = database;
        truth =
                new JdbcTemplate(
                        new SingleConnectionDataSource(
                                TestServer.source(database, "postgres").getConnection(), true));
        application = node(database);
        people = new VolumePeople(1, birthPlaces(), italianPlaces());
        if (truth.queryForList("select 1 from operator where username = ?", USERNAME).isEmpty()) {
            load(database);
        }
        actor =
                truth.queryForObject(
                        """
                        select o.id, o.name, m.id, m.organisation_id, g.name from operator o
                        join membership m on m.operator_id = o.id join organisation g on g.id = m.organisation_id
                        where o.username = ?\
                        """,
                        (row, n) ->
                                new Actor(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getObject(3, UUID.class),
                                        row.getObject(4, UUID.class),
                                        row.getString(5),
                                        Role.DESK),
                        USERNAME);
    }

    /** Another node of the application over the same database. */
    static ConfigurableApplicationContext node(String database) {
        return node(database, "0");
    }

    static ConfigurableApplicationContext node(String database, String port) {
        return new SpringApplicationBuilder(Application.class, Connections.class)
                .properties(
                        Map.of(
                                "bench.database",
                                database,
                                "percorsi.demo",
                                "false",
                                "percorsi.admin-password",
                                PASSWORD,
                                "percorsi.duplicates.every",
                                "P1D",
                                // Many wait on two processors: the measure is whether they are
                                // served.
                                "spring.datasource.hikari.connection-timeout",
                                "600000",
                                "spring.task.scheduling.enabled",
                                "false",
                                "server.port",
                                port))
                .run();
    }

    static String address(ConfigurableApplicationContext node) {
        return "http://localhost:" + node.getEnvironment().getProperty("local.server.port");
    }

    private void load(String database) throws Exception {
        long start = System.nanoTime();
        UUID operator = Ids.next();
        List<UUID> bodies = bodies();
        truth.update(
                "insert into privacy_notice values ('1', 'it', 'Prova', 'Prova', false) on conflict do nothing");
        new VolumeRows(people, bodies, operator)
                .load(TestServer.source(database, "postgres"), count);
        truth.update(
                "insert into operator values (?, ?, 'Ada Neri', true, false, 0)",
                operator,
                USERNAME);
        truth.update(
                "insert into membership values (?, ?, ?, 'DESK', '2020-01-01', null)",
                Ids.next(),
                operator,
                bodies.getFirst());
        truth.update(
                "insert into credential values (?, ?)",
                operator,
                bean(PasswordEncoder.class).encode(PASSWORD));
        System.out.printf(
                "%n%,d people loaded in %d s, %s%n",
                count,
                (System.nanoTime() - start) / 1_000_000_000,
                truth.queryForObject(
                        "select pg_size_pretty(pg_database_size(current_database()))",
                        String.class));
    }

    private List<UUID> bodies() {
        List<UUID> bodies = new ArrayList<>();
        for (int i = 0; i < VolumePeople.BODIES; i++) {
            bodies.add(Ids.next());
            truth.update(
                    "insert into organisation values (?, ?, ?, 'MUNICIPALITY', null, 0)",
                    bodies.get(i),
                    "ente-" + i,
                    "Ente " + i);
        }
        return bodies;
    }

    private Map<String, String> birthPlaces() {
        Map<String, String> places = new HashMap<>();
        truth.query(
                "select code, belfiore from country where belfiore is not null and ceased_on is null",
                row -> {
                    places.put(row.getString(1), row.getString(2));
                });
        return places;
    }

    private List<String> italianPlaces() {
        return truth.queryForList(
                "select belfiore from municipality where ceased_on is null order by 1",
                String.class);
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    String url() {
        return TestServer.owner(database).getJdbcUrl();
    }

    String address() {
        return address(application);
    }

    /** In one transaction of the application's role that acts for the desk. */
    <T> T acting(Supplier<T> work) {
        TransactionTemplate transaction =
                new TransactionTemplate(bean(PlatformTransactionManager.class));
        return Objects.requireNonNull(
                CurrentActor.as(actor, () -> transaction.execute(status -> work.get())));
    }

    @Override
    public void close() {
        application.close();
        ((SingleConnectionDataSource) Objects.requireNonNull(truth.getDataSource())).destroy();
    }

    /** Found by nobody's scan: it is named where the application is started. */
    static final class Connections {

        @Bean
        JdbcConnectionDetails applicationConnection(Environment environment) {
            return TestServer.application(environment.getRequiredProperty("bench.database"));
        }

        @Bean
        FlywayConnectionDetails ownerConnection(Environment environment) {
            return TestServer.owner(environment.getRequiredProperty("bench.database"));
        }
    }
}
