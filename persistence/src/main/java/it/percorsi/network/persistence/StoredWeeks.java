package it.percorsi.network.persistence;

import it.percorsi.database.Queries;
import it.percorsi.network.DeskDay;
import it.percorsi.network.DeskDay.Band;
import it.percorsi.network.Holiday;
import it.percorsi.network.Week;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The hours of the desks. */
@Component
class StoredWeeks {

    private final Queries queries;

    StoredWeeks(Queries queries) {
        this.queries = queries;
    }

    Map<UUID, Week> all() {
        List<Holiday> holidays = holidays();
        Map<UUID, Week> weeks = new HashMap<>();
        queries.sql("select id, municipality from desk")
                .each(row -> {
                    weeks.put(
                            row.getObject("id", UUID.class),
                            new Week(
                                    row.getString("municipality"),
                                    new java.util.ArrayList<>(),
                                    new HashMap<>(),
                                    holidays));
                });
        queries.sql(
                        "select desk_id, weekday, access, opens, closes, valid_from, valid_until from opening_hours")
                .each(row -> {
                    week(weeks, row).hours().add(hours(row));
                });
        queries.sql("select desk_id, on_day, reason from closure")
                .each(row -> {
                    week(weeks, row)
                            .closures()
                            .put(row.getObject("on_day", LocalDate.class), row.getString("reason"));
                });
        return weeks;
    }

    private static Week week(Map<UUID, Week> weeks, ResultSet row) throws SQLException {
        return java.util.Objects.requireNonNull(weeks.get(row.getObject("desk_id", UUID.class)));
    }

    private static Week.Hours hours(ResultSet row) throws SQLException {
        LocalTime opens = row.getObject("opens", LocalTime.class);
        return new Week.Hours(
                DayOfWeek.of(row.getInt("weekday")),
                DeskDay.Access.valueOf(row.getString("access")),
                opens == null ? null : new Band(opens, row.getObject("closes", LocalTime.class)),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class));
    }

    private List<Holiday> holidays() {
        return queries.sql("select * from holiday")
                .list((row, n) ->
                        new Holiday(
                                row.getString("name"),
                                monthDay(row.getString("month_day")),
                                row.getObject("easter_offset", Integer.class),
                                row.getObject("from_year", Integer.class),
                                row.getObject("until_year", Integer.class),
                                row.getString("municipality")));
    }

    private static @Nullable MonthDay monthDay(@Nullable String text) {
        return text == null ? null : MonthDay.parse("--" + text);
    }
}
