package it.percorsi.agenda.persistence;

import it.percorsi.access.Actor;
import it.percorsi.agenda.Absence;
import it.percorsi.agenda.Agenda;
import it.percorsi.agenda.Appointment;
import it.percorsi.agenda.Slot;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Rome;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

@Repository
class StoredAgenda implements Agenda {

    /** Everything in an appointment but its time is blank for those who may not see it. */
    private static final String ROWS =
            """
            select a.id, e.id hour_id, a.service_id, coalesce(a.person_id, e.person_id) person_id,
                coalesce(a.person_name, trim(w.family_name || ' ' || w.given_name)) person_name, a.language, l.name language_name,
                a.reason, a.mediation, a.status,
                coalesce(a.starts_at, b.starts_at) at time zone 'Europe/Rome' starts,
                coalesce(a.ends_at, b.ends_at) at time zone 'Europe/Rome' ends,
                coalesce(s.name, '') service_name, coalesce(d.name, '') desk_name, o.name organisation_name,
                r.id operator_id, r.name operator_name,
                beside.mediator_name, beside.room_name
            from booking b
            join resource r on r.id = b.resource_id
            join organisation o on o.id = r.organisation_id
            left join appointment a on a.id = b.appointment_id and a.turn = b.turn
                and granted(a.person_id, :organisation, :role, 'AGENDA', a.id)
            left join encounter e on e.id = b.encounter_id and b.held
                and granted(e.person_id, :organisation, :role, 'LABOUR')
            left join person w on w.id = e.person_id
            left join language l on l.code = a.language
            left join service s on s.id = a.service_id
            left join desk d on d.id = s.desk_id
            left join lateral (
                select max(x.name) filter (where x.kind = 'MEDIATOR') mediator_name,
                    max(x.name) filter (where x.kind = 'ROOM') room_name
                from booking y join resource x on x.id = y.resource_id
                where y.appointment_id = a.id and y.turn = a.turn) beside on true
            """;

    private final EntityManager entities;
    private final Queries queries;
    private final Holding holding;

    StoredAgenda(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
        this.holding = new Holding(queries);
    }

    @Override
    public void book(Appointment appointment, Slot slot) {
        entities.persist(appointment);
        holding.take(appointment, slot);
    }

    @Override
    public void move(Appointment appointment, Slot slot) {
        holding.lock(slot);
        holding.free(appointment);
        holding.take(appointment, slot);
        holding.tell(appointment);
    }

    @Override
    public boolean hold(Slot slot, Actor by) {
        return holding.hold(slot, by);
    }

    @Override
    public Optional<Slot> holdFirst(List<Slot> slots, Actor by) {
        return holding.holdFirst(slots, by);
    }

    @Override
    public void tell(Appointment appointment) {
        holding.tell(appointment);
    }

    @Override
    public Optional<Slot> asked(UUID request, Actor viewer) {
        return new Kept(queries).asked(request, viewer);
    }

    @Override
    public void bookAsked(Appointment appointment, UUID request) {
        entities.persist(appointment);
        holding.takeAsked(appointment, request);
        holding.tell(appointment);
    }

    @Override
    public void freeAsked(UUID request, Actor by) {
        holding.freeAsked(request);
    }

    @Override
    public void release(Appointment appointment) {
        holding.free(appointment);
        holding.tell(appointment);
    }

    @Override
    public List<LocalDateTime> before(UUID appointment, Actor viewer) {
        return queries
                .sql(
                        """
                        select distinct b.turn, b.starts_at at time zone 'Europe/Rome' starts
                        from booking b join appointment a on a.id = b.appointment_id
                        where a.id = :id and b.turn < a.turn
                            and granted(a.person_id, :organisation, :role, 'AGENDA', a.id)
                        order by b.turn desc
                        """,
                        viewer)
                .param("id", appointment)
                .list(Before.class)
                .stream()
                .map(Before::starts)
                .toList();
    }

    private record Before(int turn, LocalDateTime starts) {}

    @Override
    public Optional<Appointment> visible(UUID id, Actor viewer) {
        return queries.granted(Appointment.class, "personId", "AGENDA", id, viewer);
    }

    @Override
    public Optional<AppointmentRow> row(UUID id, Actor viewer) {
        return queries.sql(ROWS + "where a.id = :id and r.kind = 'OPERATOR'", viewer)
                .param("id", id)
                .optional(AppointmentRow.class);
    }

    @Override
    public List<AppointmentRow> ofPerson(UUID person, Actor viewer) {
        return queries.sql(
                        ROWS
                                + "where a.person_id = :person and r.kind = 'OPERATOR' order by a.starts_at desc limit 100",
                        viewer)
                .param("person", person)
                .list(AppointmentRow.class);
    }

    @Override
    public List<AppointmentRow> sheet(
            UUID organisation, LocalDate from, LocalDate until, Actor viewer) {
        return queries.sql(
                        ROWS.replace("granted(", "entrusted(")
                                + """
                                where r.organisation_id = :body and r.kind = 'OPERATOR' and b.held
                                    and (b.held_until is null or b.held_until > now())
                                    and b.starts_at >= :from and b.starts_at < :to
                                    and (b.encounter_id is null or e.id is not null or not exists (select 1 from booking g
                                        where g.resource_id = b.resource_id and g.session = b.session and g.held
                                            and g.starts_at = b.starts_at and g.seat < b.seat))
                                order by starts, r.name
                                """,
                        viewer)
                .param("body", organisation)
                .param("from", Queries.at(from.atStartOfDay(Rome.ZONE).toInstant()))
                .param("to", Queries.at(until.atStartOfDay(Rome.ZONE).toInstant()))
                .list(AppointmentRow.class);
    }

    @Override
    public Map<UUID, String> phones(List<UUID> persons, Actor viewer) {
        return queries
                .sql(
                        """
                        select person_id, phone from person_contact
                        where person_id = any (:persons) and phone is not null
                            and granted(person_id, :organisation, :role, 'CONTACTS')
                        """,
                        viewer)
                .param("persons", Queries.uuids(persons))
                .list(Phone.class)
                .stream()
                .collect(Collectors.toMap(Phone::personId, Phone::phone));
    }

    private record Phone(UUID personId, String phone) {}

    @Override
    public List<AppointmentRow> meeting(Absence absence, Actor viewer) {
        return queries.sql(
                        ROWS
                                + """
                                where r.kind = 'OPERATOR' and a.status = 'BOOKED' and a.ends_at > now()
                                    and b.appointment_id in (select away.appointment_id from booking away
                                        where away.held and away.resource_id = :resource
                                            and away.starts_at < :to and away.ends_at > :from)
                                order by starts
                                """,
                        viewer)
                .param("resource", absence.resourceId())
                .param("from", Queries.at(absence.begins()))
                .param("to", Queries.at(absence.ends()))
                .list(AppointmentRow.class);
    }

    @Override
    public List<AppointmentRow> hoursMeeting(Absence absence, Actor viewer) {
        return queries.sql(
                        ROWS
                                + """
                                where e.status = 'BOOKED' and b.ends_at > now() and b.resource_id = :resource
                                    and b.starts_at < :to and b.ends_at > :from
                                order by starts, person_name
                                """,
                        viewer)
                .param("resource", absence.resourceId())
                .param("from", Queries.at(absence.begins()))
                .param("to", Queries.at(absence.ends()))
                .list(AppointmentRow.class);
    }

    @Override
    public List<AppointmentRow> ofMediator(LocalDate from, Actor viewer) {
        return queries.sql(
                        ROWS
                                + """
                                where r.kind = 'OPERATOR' and b.held and b.appointment_id in (
                                    select mine.appointment_id from booking mine join resource me on me.id = mine.resource_id
                                    where me.operator_id = :operator and mine.held and mine.starts_at >= :from)
                                order by starts limit 100
                                """,
                        viewer)
                .param("from", Queries.at(from.atStartOfDay(Rome.ZONE).toInstant()))
                .list(AppointmentRow.class);
    }
}
