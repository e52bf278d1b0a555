package it.percorsi.agenda.persistence;

import it.percorsi.access.Actor;
import it.percorsi.agenda.Absences;
import it.percorsi.agenda.Availabilities;
import it.percorsi.agenda.Window;
import it.percorsi.database.Queries;
import it.percorsi.database.Statement;
import it.percorsi.network.DeskDay.Band;
import it.percorsi.pathway.Ids;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredAvailabilities implements Availabilities {

    private final Queries queries;
    private final Absences absences;

    StoredAvailabilities(Queries queries, Absences absences) {
        this.queries = queries;
        this.absences = absences;
    }

    @Override
    public List<Absences.Resource> resources(Actor viewer) {
        return absences.resources(viewer);
    }

    @Override
    public List<Window> of(UUID resource, LocalDate from) {
        return sql(
                        """
                        select r.id resource_id, r.name resource_name, a.service_id, a.weekday, a.valid_from as from,
                            a.valid_until as until, a.opens, a.closes
                        from availability a join resource r on r.id = a.resource_id
                        where r.id = :resource and (a.valid_until is null or a.valid_until >= :from)
                        order by a.on_day, a.weekday, a.opens
                        """,
                        resource,
                        null,
                        from)
                .list(Window.class);
    }

    @Override
    public void keep(
            UUID resource,
            @Nullable UUID service,
            LocalDate from,
            Map<DayOfWeek, List<Band>> week) {
        sql(
                        """
                        delete from availability where resource_id = :resource and service_id is not distinct from :service
                            and weekday is not null and valid_from >= :from
                        """,
                        resource,
                        service,
                        from)
                .update();
        sql(
                        """
                        update availability set valid_until = cast(:from as date) - 1
                        where resource_id = :resource and service_id is not distinct from :service
                            and weekday is not null and (valid_until is null or valid_until >= :from)
                        """,
                        resource,
                        service,
                        from)
                .update();
        week.forEach((weekday, bands) ->
                bands.forEach(band -> {
                    add(
                                    """
                                    insert into availability (id, resource_id, service_id, weekday, opens, closes, valid_from)
                                    values (:id, :resource, :service, :weekday, :opens, :closes, :from)
                                    """,
                                    resource,
                                    service,
                                    from,
                                    band)
                            .param("weekday", weekday.getValue())
                            .update();
                }));
    }

    @Override
    public void keepDay(UUID resource, @Nullable UUID service, LocalDate day, List<Band> bands) {
        sql(
                        """
                        delete from availability where resource_id = :resource and service_id is not distinct from :service
                            and on_day = :from
                        """,
                        resource,
                        service,
                        day)
                .update();
        bands.forEach(band -> {
            add(
                            """
                            insert into availability (id, resource_id, service_id, on_day, opens, closes, valid_from,
                                valid_until)
                            values (:id, :resource, :service, :from, :opens, :closes, :from, :from)
                            """,
                            resource,
                            service,
                            day,
                            band)
                    .update();
        });
    }

    private Statement add(
            String sql, UUID resource, @Nullable UUID service, LocalDate from, Band band) {
        return sql(sql, resource, service, from)
                .param("id", Ids.next())
                .param("opens", band.opens())
                .param("closes", band.closes());
    }

    private Statement sql(String sql, UUID resource, @Nullable UUID service, LocalDate from) {
        return queries.sql(sql)
                .param("resource", resource)
                .param("service", service, Types.OTHER)
                .param("from", from);
    }

    @Override
    public List<Offered> offered(UUID desk) {
        return queries.sql(
                        """
                        select code, name, content, minutes, buffer_minutes buffer, notice_minutes notice, capacity
                        from service where desk_id = :desk order by name
                        """)
                .param("desk", desk)
                .list(Offered.class);
    }

    @Override
    public void keep(UUID desk, Offered service) {
        if (offered(
                        """
                        update service set name = :name, content = :content, minutes = :minutes, buffer_minutes = :buffer,
                            notice_minutes = :notice, capacity = :capacity
                        where code = :code and desk_id = :desk
                        """,
                        desk,
                        service)
                == 0) {
            offered(
                    """
                    insert into service (id, organisation_id, desk_id, code, name, content, minutes, buffer_minutes,
                        notice_minutes, capacity)
                    select :id, organisation_id, id, :code, :name, :content, :minutes, :buffer, :notice, :capacity
                    from desk where id = :desk
                    """,
                    desk,
                    service);
        }
    }

    private int offered(String sql, UUID desk, Offered service) {
        return queries.sql(sql)
                .param("id", Ids.next())
                .param("desk", desk)
                .param("code", service.code())
                .param("name", service.name())
                .param("content", service.content())
                .param("minutes", service.minutes(), Types.INTEGER)
                .param("buffer", service.buffer())
                .param("notice", service.notice(), Types.INTEGER)
                .param("capacity", service.capacity())
                .update();
    }

    @Override
    public void add(UUID desk, Receiver receiver) {
        UUID id = Ids.next();
        queries.sql(
                        """
                        insert into resource (id, code, kind, organisation_id, operator_id, name, language)
                        select :id, :code, :kind, organisation_id, :operator, :name, :language from desk where id = :desk
                        """)
                .param("id", id)
                .param("code", id.toString())
                .param("kind", receiver.kind().name())
                .param("operator", receiver.operator(), Types.OTHER)
                .param("name", receiver.name())
                .param("language", receiver.language(), Types.VARCHAR)
                .param("desk", desk)
                .update();
    }
}
