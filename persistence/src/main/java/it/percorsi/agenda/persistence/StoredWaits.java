package it.percorsi.agenda.persistence;

import it.percorsi.access.Actor;
import it.percorsi.agenda.Mediation;
import it.percorsi.agenda.Slot;
import it.percorsi.agenda.SlotTaken;
import it.percorsi.agenda.Wait;
import it.percorsi.agenda.Waits;
import it.percorsi.agenda.Wishes;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Rome;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

@Repository
class StoredWaits implements Waits {

    /** The status as time has made it: nobody writes at midnight that a wait is over. */
    private static final String ROWS =
            """
            select w.id, w.person_id, w.person_name, l.name language_name, s.code service_code, s.name service_name,
                o.name organisation_name, b.name put_by_name, w.reason, w.mediation,
                case when w.status in ('WAITING', 'OFFERED') and w.not_after < (now() at time zone 'Europe/Rome')::date
                        then 'EXPIRED'
                    when w.status = 'OFFERED' and w.offered_until <= now() then 'WAITING'
                    else w.status end status,
                w.since at time zone 'Europe/Rome' since, w.not_before, w.not_after, w.weekdays, w.half,
                a.starts_at at time zone 'Europe/Rome' holds,
                w.offered_from at time zone 'Europe/Rome' offered_from,
                w.offered_until at time zone 'Europe/Rome' offered_until,
                :organisation in (w.organisation_id, w.put_by_id) mine
            from wait w
            join language l on l.code = w.language
            join service s on s.id = w.service_id
            join organisation o on o.id = w.organisation_id
            join organisation b on b.id = w.put_by_id
            left join appointment a on a.id = w.appointment_id and a.status = 'BOOKED' and a.starts_at > now()
                and granted(a.person_id, :organisation, :role, 'AGENDA', a.id)
            """;

    private final EntityManager entities;
    private final Queries queries;
    private final Holding holding;

    StoredWaits(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
        this.holding = new Holding(queries);
    }

    @Override
    public void put(Wait wait) {
        entities.persist(wait);
        entities.flush();
    }

    @Override
    public Optional<Wait> visible(UUID id, Actor viewer) {
        return queries.granted(Wait.class, "personId", "AGENDA", id, viewer);
    }

    @Override
    public Optional<Wait> open(UUID person, UUID service, Actor viewer) {
        return queries.sql(
                        """
                        select id from wait
                        where person_id = :person and service_id = :service and status in ('WAITING', 'OFFERED')
                            and granted(person_id, :organisation, :role, 'AGENDA', id)
                        """,
                        viewer)
                .param("person", person)
                .param("service", service)
                .optional(UUID.class)
                .flatMap(id -> visible(id, viewer));
    }

    @Override
    public Optional<Held> held(UUID person, UUID service, Actor viewer) {
        return queries.sql(
                        """
                        select id, starts_at at time zone 'Europe/Rome' starts from appointment
                        where person_id = :person and service_id = :service and status = 'BOOKED' and starts_at > now()
                            and granted(person_id, :organisation, :role, 'AGENDA', id)
                        order by starts_at limit 1
                        """,
                        viewer)
                .param("person", person)
                .param("service", service)
                .optional(Held.class);
    }

    @Override
    public List<Place> queue(UUID service, Actor viewer) {
        return queries.sql("select * from queue_for(:service)")
                .param("service", service)
                .list(StoredWaits::place);
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        Timestamp[] turnedDown = (Timestamp[]) row.getArray("turned_down").getArray();
        Timestamp holds = row.getTimestamp("holds");
        return new Place(
                row.getObject("id", UUID.class),
                row.getString("language"),
                new Wishes(
                        row.getObject("not_before", LocalDate.class),
                        row.getObject("not_after", LocalDate.class),
                        row.getString("weekdays"),
                        Wishes.Half.valueOf(row.getString("half")),
                        Mediation.valueOf(row.getString("mediation"))),
                Stream.of(turnedDown).map(Timestamp::toInstant).toList(),
                holds == null ? null : Rome.time(holds.toInstant()),
                row.getBoolean("offered"));
    }

    @Override
    public List<Row> rows(List<UUID> ids, Actor viewer) {
        return queries.sql(
                        ROWS
                                + "where w.id = any (:ids) and entrusted(w.person_id, :organisation, :role, 'AGENDA', w.id)",
                        viewer)
                .param("ids", Queries.uuids(ids))
                .list(Row.class);
    }

    @Override
    public List<Row> ofPerson(UUID person, Actor viewer) {
        return queries.sql(
                        ROWS
                                + """
                                where w.person_id = :person and granted(w.person_id, :organisation, :role, 'AGENDA', w.id)
                                order by w.since desc limit 20
                                """,
                        viewer)
                .param("person", person)
                .list(Row.class);
    }

    @Override
    public List<Queue> queues(Actor viewer) {
        return queries.sql(
                        """
                        select s.code, s.name, o.name organisation_name, count(*) persons
                        from wait w join service s on s.id = w.service_id join organisation o on o.id = s.organisation_id
                        where w.status in ('WAITING', 'OFFERED')
                            and w.not_after >= (now() at time zone 'Europe/Rome')::date
                            and entrusted(w.person_id, :organisation, :role, 'AGENDA', w.id)
                        group by s.id, o.id
                        order by s.organisation_id <> :organisation, o.name, s.name
                        """,
                        viewer)
                .list(Queue.class);
    }

    @Override
    public void keep(Wait wait, Slot slot, Actor by) {
        letGo(wait);
        if (!holding.offer(slot, wait, by)) {
            throw new SlotTaken();
        }
    }

    @Override
    public Optional<Slot> kept(Wait wait, Actor viewer) {
        return new Kept(queries).offered(wait.id(), viewer);
    }

    @Override
    public void letGo(Wait wait) {
        queries.sql(
                        """
                        select count(pg_advisory_xact_lock(resource_day(kept.resource_id, kept.starts_at)))
                        from (select resource_id, starts_at from booking where wait_id = :wait order by resource_id) kept
                        """)
                .param("wait", wait.id())
                .single(Long.class);
        queries.sql("delete from booking where wait_id = :wait").param("wait", wait.id()).update();
    }
}
