package it.percorsi.database;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A statement whose rows become records: no row is null. */
public final class Statement {

    private final StatementSpec spec;

    Statement(StatementSpec spec) {
        this.spec = spec;
    }

    public Statement param(String name, Object value) {
        spec.param(name, value);
        return this;
    }

    /**
     * @param type one of {@link java.sql.Types}, needed where the value may be null
     */
    public Statement param(String name, @Nullable Object value, int type) {
        spec.param(name, value, type);
        return this;
    }

    public <T> List<T> list(Class<T> row) {
        try (Stream<@Nullable T> rows = spec.query(row).stream()) {
            return rows.map(Objects::requireNonNull).toList();
        }
    }

    public <T> List<T> list(RowMapper<T> row) {
        return spec.query(row).list();
    }

    public <T> Optional<T> optional(Class<T> row) {
        return list(row).stream().findFirst();
    }

    public <T> T single(Class<T> row) {
        return optional(row).orElseThrow();
    }

    /** One row at a time, for what may be long. */
    public <T> void each(Class<T> row, Consumer<T> consumer) {
        try (Stream<@Nullable T> rows = spec.query(row).stream()) {
            rows.map(Objects::requireNonNull).forEach(consumer);
        }
    }

    public void each(RowCallbackHandler row) {
        spec.query(row);
    }

    public int update() {
        return spec.update();
    }
}
