package it.percorsi.network.persistence;

import it.percorsi.database.Queries;
import it.percorsi.database.Statement;
import it.percorsi.network.DeskDay;
import it.percorsi.network.DeskDay.Access;
import it.percorsi.network.DeskDay.Band;
import it.percorsi.network.DeskHours;
import it.percorsi.pathway.Ids;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredDeskHours implements DeskHours {

    private final Queries queries;

    StoredDeskHours(Queries queries) {
        this.queries = queries;
    }

    @Override
    public void keep(UUID desk, LocalDate from, Map<DayOfWeek, DeskDay> week) {
        sql("delete from opening_hours where desk_id = :desk and valid_from >= :from", desk, from)
                .update();
        sql(
                        """
                        update opening_hours set valid_until = cast(:from as date) - 1
                        where desk_id = :desk and (valid_until is null or valid_until >= :from)
                        """,
                        desk,
                        from)
                .update();
        week.forEach((weekday, day) -> {
            if (day.access() != Access.NOT_STATED && day.bands().isEmpty()) {
                add(desk, from, weekday, day.access(), null);
            }
            day.bands().forEach(band -> add(desk, from, weekday, day.access(), band));
        });
    }

    private void add(
            UUID desk, LocalDate from, DayOfWeek weekday, Access access, @Nullable Band band) {
        sql(
                        """
                        insert into opening_hours (id, desk_id, weekday, access, opens, closes, valid_from)
                        values (:id, :desk, :weekday, :access, :opens, :closes, :from)
                        """,
                        desk,
                        from)
                .param("id", Ids.next())
                .param("weekday", weekday.getValue())
                .param("access", access.name())
                .param("opens", band == null ? null : band.opens(), Types.TIME)
                .param("closes", band == null ? null : band.closes(), Types.TIME)
                .update();
    }

    @Override
    public void close(UUID desk, LocalDate from, LocalDate until, String reason) {
        sql(
                        "delete from closure where desk_id = :desk and on_day between :from and :until",
                        desk,
                        from)
                .param("until", until)
                .update();
        sql(
                        """
                        insert into closure (desk_id, on_day, reason)
                        select :desk, day, :reason from generate_series(cast(:from as date), :until, interval '1 day') day
                        """,
                        desk,
                        from)
                .param("until", until)
                .param("reason", reason)
                .update();
    }

    @Override
    public void reopen(UUID desk, LocalDate day) {
        sql("delete from closure where desk_id = :desk and on_day = :from", desk, day).update();
    }

    private Statement sql(String sql, UUID desk, LocalDate from) {
        return queries.sql(sql).param("desk", desk).param("from", from);
    }
}
