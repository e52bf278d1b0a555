package it.percorsi.reception.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Rome;
import it.percorsi.reception.Queue;
import it.percorsi.reception.Ticket;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredQueue implements Queue {

    private final EntityManager entities;
    private final Queries queries;

    StoredQueue(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public int next(UUID desk, LocalDate day, Ticket.Letter letter, Actor by) {
        queries.sql("select pg_advisory_xact_lock(hashtextextended('ticket' || :desk || :day, 0))")
                .param("desk", desk.toString())
                .param("day", day.toString())
                .each(row -> {});
        return queries.sql(
                        """
                        select coalesce(max(number), 0) + 1 from ticket
                        where desk_id = :desk and day = :day and letter = :letter and organisation_id = :organisation
                        """,
                        by)
                .param("desk", desk)
                .param("day", day)
                .param("letter", letter.name())
                .single(Integer.class);
    }

    @Override
    public void save(Ticket ticket) {
        entities.persist(ticket);
    }

    @Override
    public void attach(UUID ticket, UUID person, Actor by) {
        queries.sql(
                        """
                        insert into ticket_person (ticket_id, person_id, operator_id, organisation_id)
                        values (:id, :person, :operator, :organisation)
                        """,
                        by)
                .param("id", ticket)
                .param("person", person)
                .update();
    }

    @Override
    public Optional<Ticket> visible(UUID ticket, Actor viewer) {
        return entities.createQuery(
                        "select t from Ticket t where t.id = :id and t.organisationId = :organisation",
                        Ticket.class)
                .setParameter("id", ticket)
                .setParameter("organisation", viewer.organisationId())
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Row> at(UUID desk, LocalDate day, Actor viewer) {
        return queries.sql(
                        """
                        select t.id, t.letter || t.number as number, t.topic, t.language, l.name language_name, t.status,
                            t.counter, s.at at time zone 'Europe/Rome' since, p.id person_id,
                            concat_ws(' ', nullif(p.given_name, ''), nullif(left(p.family_name, 1), '') || '.') short_name,
                            o.name for_name,
                            coalesce(t.for_operator_id = :operator,
                                t.status = 'CALLED' and s.operator_id = :operator) mine
                        from ticket t
                        join language l on l.code = t.language
                        join lateral (select at, operator_id from ticket_step where ticket_id = t.id
                            order by at desc, id desc limit 1) s on true
                        left join ticket_person tp on tp.ticket_id = t.id
                            and entrusted(tp.person_id, :organisation, :role, 'IDENTITY')
                        left join person p on p.id = tp.person_id
                        left join operator o on o.id = t.for_operator_id
                        where t.desk_id = :desk and t.day = :day and t.organisation_id = :organisation
                        order by t.status <> 'CALLED', t.status <> 'WAITING', mine desc, s.at, t.number
                        """,
                        viewer)
                .param("desk", desk)
                .param("day", day)
                .list(Row.class);
    }

    @Override
    public List<Called> display(UUID desk, LocalDate day, Actor viewer) {
        return queries.sql(
                        """
                        select letter || number as number, case status when 'CALLED' then counter end counter
                        from ticket t
                        where desk_id = :desk and day = :day and organisation_id = :organisation
                            and status in ('CALLED', 'WAITING')
                        order by status <> 'CALLED', case status when 'CALLED' then (select max(at) from ticket_step s
                            where s.ticket_id = t.id) end desc, letter, t.number
                        """,
                        viewer)
                .param("desk", desk)
                .param("day", day)
                .list(Called.class);
    }

    @Override
    public List<Expected> expected(LocalDate day, Actor viewer) {
        return queries.sql(
                        """
                        select a.id, a.person_id, a.person_name, l.name language_name,
                            a.starts_at at time zone 'Europe/Rome' starts, s.name service_name, d.name desk_name,
                            r.name operator_name
                        from appointment a
                        join language l on l.code = a.language
                        join service s on s.id = a.service_id
                        join desk d on d.id = s.desk_id
                        join booking b on b.appointment_id = a.id and b.turn = a.turn
                        join resource r on r.id = b.resource_id and r.kind = 'OPERATOR'
                        where a.organisation_id = :organisation and a.status = 'BOOKED'
                            and a.starts_at >= :from and a.starts_at < :to
                            and entrusted(a.person_id, :organisation, :role, 'AGENDA', a.id)
                        order by a.starts_at, a.person_name
                        """,
                        viewer)
                .param("from", Queries.at(day.atStartOfDay(Rome.ZONE).toInstant()))
                .param("to", Queries.at(day.plusDays(1).atStartOfDay(Rome.ZONE).toInstant()))
                .list(Expected.class);
    }
}
