package it.percorsi.seed.persistence;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Rows written as the owner, over one connection that closes when there is nothing to write. */
@Component
@DependsOn("flywayInitializer")
class OwnerTables implements AutoCloseable {

    private final HikariDataSource pool;
    private final JdbcTemplate jdbc;

    OwnerTables(Flyway flyway) {
        HikariDataSource owner = new HikariDataSource();
        owner.setPoolName("owner");
        owner.setDataSource(Objects.requireNonNull(flyway.getConfiguration().getDataSource()));
        owner.setMaximumPoolSize(1);
        owner.setMinimumIdle(0);
        owner.setIdleTimeout(10_000);
        this.pool = owner;
        this.jdbc = new JdbcTemplate(owner);
    }

    @Override
    public void close() {
        pool.close();
    }

    boolean empty(String table) {
        return jdbc.queryForList("select 1 from " + table + " limit 1").isEmpty();
    }

    boolean holds(String table, String code) {
        return !jdbc.queryForList("select 1 from %s where code = ?".formatted(table), code)
                .isEmpty();
    }

    UUID id(String table, String code) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "select id from %s where code = ?".formatted(table), UUID.class, code));
    }

    UUID operator(String username) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "select id from operator where username = ?", UUID.class, username));
    }

    void update(String sql, @Nullable Object... values) {
        jdbc.update(sql, values);
    }

    <T> List<T> list(String sql, org.springframework.jdbc.core.RowMapper<T> row) {
        return jdbc.query(sql, row);
    }

    /** Names and values in turn. */
    static Map<String, @Nullable Object> row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return row;
    }

    void insert(String table, Map<String, ?> row) {
        insertAll(table, List.copyOf(row.keySet()), List.of(new ArrayList<>(row.values())));
    }

    /** Values are texts, numbers and UUIDs: the server gives them the type of their column. */
    void insertAll(
            String table,
            List<String> columns,
            Collection<? extends List<? extends @Nullable Object>> rows) {
        String marks = String.join(", ", columns.stream().map(c -> "?").toList());
        jdbc.batchUpdate(
                "insert into %s (%s) values (%s)"
                        .formatted(table, String.join(", ", columns), marks),
                rows,
                500,
                (statement, row) -> {
                    for (int i = 0; i < row.size(); i++) {
                        Object value = row.get(i);
                        statement.setObject(
                                i + 1,
                                value,
                                value instanceof UUID
                                                || value instanceof Number
                                                || value instanceof Boolean
                                        ? sqlType(value)
                                        : java.sql.Types.OTHER);
                    }
                });
    }

    private static int sqlType(Object value) {
        return switch (value) {
            case UUID id -> java.sql.Types.OTHER;
            case Boolean yes -> java.sql.Types.BOOLEAN;
            case Integer whole -> java.sql.Types.INTEGER;
            default -> java.sql.Types.NUMERIC;
        };
    }
}
