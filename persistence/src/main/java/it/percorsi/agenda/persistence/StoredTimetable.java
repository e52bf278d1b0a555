package it.percorsi.agenda.persistence;

import it.percorsi.agenda.SlotSearch.Busy;
import it.percorsi.agenda.SlotSearch.Window;
import it.percorsi.agenda.Timetable;
import it.percorsi.database.Queries;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredTimetable implements Timetable {

    private static final String BOOKABLES =
            """
            select s.id, s.code, s.name, s.minutes, d.id desk_id, d.name desk_name, m.name place,
                o.id organisation_id, o.name organisation_name
            from service s join desk d on d.id = s.desk_id
            join municipality m on m.belfiore = d.municipality
            join organisation o on o.id = s.organisation_id
            where s.minutes is not null
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
                        """
                        select r.id resource_id, r.name resource_name, a.weekday, a.opens, a.closes
                        from availability a join resource r on r.id = a.resource_id
                        where a.service_id = :service and r.kind = :kind
                        order by r.name
                        """)
                .param("service", service)
                .param("kind", kind)
                .list(Window.class);
    }

    @Override
    public List<Window> mediatorWindows(String language, String municipality) {
        return queries.sql(
                        """
                        select r.id resource_id, r.name resource_name, a.weekday, a.opens, a.closes
                        from availability a join resource r on r.id = a.resource_id
                        join organisation o on o.id = r.organisation_id
                        where r.language = :language and r.kind = 'MEDIATOR' and o.municipality = :town
                        """)
                .param("language", language)
                .param("town", municipality)
                .list(Window.class);
    }

    @Override
    public List<Busy> busy(List<UUID> resources, Instant from, Instant to, @Nullable UUID moving) {
        return queries.sql(
                        """
                        select b.resource_id, b.starts_at as from, b.ends_at as to
                        from booking b
                        where b.held and b.resource_id = any (:resources) and b.ends_at > :from
                            and b.starts_at between cast(:from as timestamptz) - interval '8 hours' and :to
                            and (b.held_until is null or b.held_until > now() and b.held_for <> acting_operator())
                            and (b.appointment_id is null or b.appointment_id is distinct from :moving
                                or exists (select 1 from resource r where r.id = b.resource_id and r.kind = 'OPERATOR'))
                        union all
                        select resource_id, lower(during), upper(during)
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
    public Optional<UUID> organisationOf(UUID resource) {
        return queries.sql("select organisation_id from resource where id = :resource")
                .param("resource", resource)
                .optional(UUID.class);
    }

    @Override
    public List<Opening> openings(UUID organisation) {
        return queries.sql(
                        """
                        select r.id resource_id, r.name resource_name, s.desk_id, a.weekday, a.opens, a.closes
                        from availability a join resource r on r.id = a.resource_id join service s on s.id = a.service_id
                        where r.organisation_id = :organisation and r.kind = 'OPERATOR'
                        order by r.name, a.weekday, a.opens
                        """)
                .param("organisation", organisation)
                .list(Opening.class);
    }

    @Override
    public List<Busy> away(List<UUID> resources, Instant from, Instant to) {
        return queries.sql(
                        """
                        select resource_id, lower(during) as from, upper(during) as to
                        from absence
                        where ended_at is null and resource_id = any (:resources) and during && tstzrange(:from, :to)
                        """)
                .param("resources", Queries.uuids(resources))
                .param("from", Queries.at(from))
                .param("to", Queries.at(to))
                .list(Busy.class);
    }
}
