package it.percorsi.walk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Something that is true of the database whoever did what in whatever order.
 *
 * @param faults asks for the rows that break it
 * @param breaking each makes one
 */
record Invariant(String name, String faults, List<String> breaking) {

    static List<Invariant> all() {
        try {
            String file =
                    new ClassPathResource("walk/invariants.sql")
                            .getContentAsString(StandardCharsets.UTF_8);
            return Stream.of(file.split("(?m)^-- # ")).skip(1).map(Invariant::read).toList();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Invariant read(String block) {
        String[] said = block.split("\n", 2);
        String[] sql = said[1].split("(?m)^-- broken$");
        return new Invariant(said[0], sql[0], List.of(sql).subList(1, sql.length));
    }

    List<Map<String, Object>> faultsIn(DataSource database) {
        return new JdbcTemplate(database).queryForList(faults);
    }

    /** What it finds once it is broken, in a transaction that comes to nothing. */
    List<Map<String, Object>> faultsOnceBroken(DataSource database, String by) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                DataSource here = new SingleConnectionDataSource(connection, true);
                JdbcTemplate hand = new JdbcTemplate(here);
                hand.execute("set local session_replication_role = replica");
                hand.execute(by);
                return faultsIn(here);
            } finally {
                connection.rollback();
            }
        }
    }
}
