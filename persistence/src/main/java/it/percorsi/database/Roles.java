package it.percorsi.database;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The roles and the empty database that exist before the first migration. */
public final class Roles {

    public static final String OWNER = "percorsi_owner";
    public static final String APPLICATION = "percorsi_app";
    public static final String DOOR = "percorsi_door";

    private Roles() {}

    /** Makes what is missing; does nothing on a server that has it all. */
    public static void prepare(DataSource superuser, String database) throws SQLException {
        JdbcTemplate jdbc = new JdbcTemplate(superuser);
        if (missing(jdbc, "select count(*) from pg_roles where rolname = ?", OWNER)) {
            for (String statement :
                    List.of(
                            "create role percorsi_owner login noinherit",
                            "create role percorsi_app login",
                            "create role percorsi_door login",
                            "create role percorsi_gate nologin",
                            "grant percorsi_gate to percorsi_owner")) {
                jdbc.execute(statement);
            }
        }
        if (missing(jdbc, "select count(*) from pg_database where datname = ?", database)) {
            jdbc.execute(
                    """
                    create database %s owner percorsi_owner encoding 'UTF8'
                    locale_provider icu icu_locale 'it-IT' template template0\
                    """
                            .formatted(database));
            // A temporary table could stand in for a real one.
            jdbc.execute("revoke temporary on database %s from public".formatted(database));
        }
    }

    private static boolean missing(JdbcTemplate jdbc, String count, String name) {
        return Integer.valueOf(0).equals(jdbc.queryForObject(count, Integer.class, name));
    }
}
