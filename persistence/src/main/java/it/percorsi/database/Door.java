package it.percorsi.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;
import org.springframework.stereotype.Component;

/** Statements of the login, as the role that can do nothing else. Each stands by itself. */
@Component
public class Door {

    private final JdbcClient jdbc;

    Door(@SpringSessionDataSource DataSource door) {
        this.jdbc = JdbcClient.create(door);
    }

    public Statement sql(String sql) {
        return new Statement(jdbc.sql(sql));
    }
}
