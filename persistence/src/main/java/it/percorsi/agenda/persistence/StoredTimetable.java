package it.percorsi.agenda.persistence;

import it.percorsi.agenda.SlotSearch.Busy;
import it.percorsi.agenda.Timetable;
import it.percorsi.agenda.Window;
import it.percorsi.database.Queries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredTimetable implements Timetable {

    private static final String BOOKABLES =
            """
            select s.id, s.code, s.name, s.minutes, s.buffer_minutes buffer, s.notice_minutes notice, s.capacity, d.id desk_id, d.name desk_name, m.name place,
                o.id organisation_id, o.name organisation_name
            from service s join desk d on d.id = s.desk_id
            join municipality m on m.belfiore = d.municipality
            join organisation o on o.id = s.organisation_id
            where s.minutes is not null
            """;

    /** Windows that are over are nobody's concern. */
    private static final String WINDOWS =
            """
            select r.id resource_id, r.name resource_name, a.service_id, a.weekday, a.valid_from as from,
                a.valid_until as until, a.opens, a.closes
            from availability a join resource r on r.id = a.resource_id
                and (a.valid_until is null or a.valid_until >= current_date)
            """;

    private final Queries queries;

    StoredTimetable(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Bookable> bookables() {
        return queries.sql(BOOKABLES + "order by o.name, s.name").list(Bookable.class);
    }

    @Override
    public Optional<Bookable> bookable(String code) {
        return queries.sql(BOOKABLES + "and s.code = :code")
                .param("code", code)
                .optional(Bookable.class);
    }

    @Override
    public Bookable bookable(UUID service) {
        return queries.sql(BOOKABLES + "and s.id = :id")
                .param("id", service)
                .single(Bookable.class);
    }

    @Override
    public List<Window> windows(UUID service, String kind) {
        return queries.sql(
                        WINDOWS
                                + "where a.service_id = :service and r.kind = :kind order by r.name")
                .param("service", service)
                .param("kind", kind)
                .list(Window.class);
    }

    @Override
    public Map<UUID, List<Window>> windows(String kind) {
        return queries
                .sql(WINDOWS + "where a.service_id is not null and r.kind = :kind")
                .param("kind", kind)
                .list(Window.class)
                .stream()
                .collect(Collectors.groupingBy(w -> Objects.requireNonNull(w.serviceId())));
    }

    @Override
    public Map<String, List<Window>> mediatorWindows(
            Collection<String> languages, String municipality) {
        return queries
                .sql(
                        WINDOWS.replace("select r.id", "select r.language, r.id")
                                + """
                                join organisation o on o.id = r.organisation_id
                                where r.language = any (:languages) and r.kind = 'MEDIATOR' and o.municipality = :town
                                """)
                .param("languages", Queries.texts(languages))
                .param("town", municipality)
                .list((row, n) -> Map.entry(row.getString("language"), window(row)))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public List<Busy> busy(List<UUID> resources, Instant from, Instant to, @Nullable UUID moving) {
        return queries.sql(
                        """
                        select b.resource_id, b.starts_at as from, b.ends_at as to, b.session, b.seat
                        from booking b
                        where b.held and b.resource_id = any (:resources) and b.ends_at > :from
                            and b.starts_at between cast(:from as timestamptz) - interval '8 hours' and :to
                            and (b.held_until is null or b.held_until > now()
                                and b.held_for is distinct from acting_operator())
                            and (b.appointment_id is null or b.appointment_id is distinct from :moving
                                or exists (select 1 from resource r where r.id = b.resource_id and r.kind = 'OPERATOR'))
                        union all
                        select resource_id, lower(during), upper(during), null, 1
                        from absence
                        where ended_at is null and resource_id = any (:resources) and during && tstzrange(:from, :to)
                        """)
                .param("resources", Queries.uuids(resources))
                .param("from", Queries.at(from))
                .param("to", Queries.at(to))
                .param("moving", moving, Types.OTHER)
                .list(Busy.class);
    }

    @Override
    public List<Bookable> openToPublic() {
        return queries.sql(
                        BOOKABLES
                                + "and s.open_to_public and answering_body(s.id) is not null order by m.name, s.name")
                .list(Bookable.class);
    }

    @Override
    public List<Busy> takenForEverybody(UUID service, List<UUID> resources, Instant until) {
        return queries.sql("select * from taken_for_everybody(:service, :resources, :until)")
                .param("service", service)
                .param("resources", Queries.uuids(resources))
                .param("until", Queries.at(until))
                .list(Busy.class);
    }

    @Override
    public Optional<UUID> organisationOf(UUID resource) {
        return queries.sql("select organisation_id from resource where id = :resource")
                .param("resource", resource)
                .optional(UUID.class);
    }

    @Override
    public List<Opening> openings(UUID organisation, LocalDate from, LocalDate until) {
        return queries.sql(
                        """
                        select r.id resource_id, r.name resource_name, a.service_id, a.weekday, a.valid_from as from,
                            a.valid_until as until, a.opens, a.closes, s.desk_id
                        from availability a join resource r on r.id = a.resource_id join service s on s.id = a.service_id
                        where r.organisation_id = :organisation and r.kind = 'OPERATOR'
                            and a.valid_from < :until and (a.valid_until is null or a.valid_until >= :from)
                        order by r.name, a.weekday, a.opens
                        """)
                .param("organisation", organisation)
                .param("from", from)
                .param("until", until)
                .list((row, n) ->
                        new Opening(
                                window(row),
                                Objects.requireNonNull(row.getObject("desk_id", UUID.class))));
    }

    static Window window(ResultSet row) throws SQLException {
        return new Window(
                row.getObject("resource_id", UUID.class),
                row.getString("resource_name"),
                row.getObject("service_id", UUID.class),
                row.getObject("weekday", Integer.class),
                row.getObject("from", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class));
    }

    @Override
    public List<Busy> away(List<UUID> resources, Instant from, Instant to) {
        return queries.sql(
                        """
                        select resource_id, lower(during) as from, upper(during) as to, cast(null as uuid) session, 1 seat
                        from absence
                        where ended_at is null and resource_id = any (:resources) and during && tstzrange(:from, :to)
                        """)
                .param("resources", Queries.uuids(resources))
                .param("from", Queries.at(from))
                .param("to", Queries.at(to))
                .list(Busy.class);
    }
}
