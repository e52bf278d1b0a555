package it.percorsi.agenda.persistence;

import it.percorsi.access.Actor;
import it.percorsi.agenda.Agenda;
import it.percorsi.agenda.Appointment;
import it.percorsi.agenda.Slot;
import it.percorsi.agenda.SlotSearch.Busy;
import it.percorsi.agenda.SlotSearch.Window;
import it.percorsi.agenda.SlotTaken;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Rome;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;

@Repository
class StoredAgenda implements Agenda {

    private static final String BOOKABLES =
            """
            select s.id, s.code, s.name, s.minutes, d.id desk_id, d.name desk_name, m.name place,
                o.id organisation_id, o.name organisation_name
            from service s join desk d on d.id = s.desk_id
            join municipality m on m.belfiore = d.municipality
            join organisation o on o.id = s.organisation_id
            where s.minutes is not null
            """;

    /** Everything in an appointment but its time is blank for those who may not see it. */
    private static final String ROWS =
            """
            select a.id, a.person_id, a.person_name, a.language, l.name language_name, a.reason, a.mediation,
                a.status,
                coalesce(a.starts_at, lower(b.during)) at time zone 'Europe/Rome' starts,
                coalesce(a.ends_at, upper(b.during)) at time zone 'Europe/Rome' ends,
                coalesce(s.name, '') service_name, coalesce(d.name, '') desk_name, o.name organisation_name,
                r.name operator_name,
                (select mr.name from booking mb join resource mr on mr.id = mb.resource_id
                    where mb.appointment_id = a.id and mr.kind = 'MEDIATOR') mediator_name
            from booking b
            join resource r on r.id = b.resource_id
            join organisation o on o.id = r.organisation_id
            left join appointment a on a.id = b.appointment_id
                and granted(a.person_id, :organisation, :role, 'AGENDA', a.id)
            left join language l on l.code = a.language
            left join service s on s.id = a.service_id
            left join desk d on d.id = s.desk_id
            """;

    private final EntityManager entities;
    private final Queries queries;

    StoredAgenda(EntityManager entities, Queries queries) {
        this.entities = entities;
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
    public List<Window> operatorWindows(UUID service) {
        return queries.sql(
                        """
                        select r.id resource_id, r.name resource_name, a.weekday, a.opens, a.closes
                        from availability a join resource r on r.id = a.resource_id
                        where a.service_id = :service and r.kind = 'OPERATOR'
                        """)
                .param("service", service)
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
    public List<Busy> busy(Instant from, Instant to) {
        return queries.sql(
                        """
                        select resource_id, lower(during) as from, upper(during) as to
                        from booking where held and during && tstzrange(:from, :to)
                        """)
                .param("from", Queries.at(from))
                .param("to", Queries.at(to))
                .list(Busy.class);
    }

    @Override
    public Optional<UUID> organisationOf(UUID resource) {
        return queries.sql("select organisation_id from resource where id = :resource")
                .param("resource", resource)
                .optional(UUID.class);
    }

    @Override
    public void book(Appointment appointment, Slot slot) {
        entities.persist(appointment);
        for (UUID resource : slot.resources()) {
            hold(appointment.id(), resource, slot);
        }
    }

    private void hold(UUID appointment, UUID resource, Slot slot) {
        try {
            queries.sql(
                            """
                            insert into booking (appointment_id, resource_id, during, held)
                            values (:appointment, :resource, tstzrange(:from, :to), true)
                            """)
                    .param("appointment", appointment)
                    .param("resource", resource)
                    .param("from", Queries.at(slot.from()))
                    .param("to", Queries.at(slot.to()))
                    .update();
        } catch (DataIntegrityViolationException refused) {
            if (String.valueOf(refused.getMessage()).contains("booking_once")) {
                throw new SlotTaken();
            }
            throw refused;
        }
    }

    @Override
    public void release(UUID appointment) {
        queries.sql("update booking set held = false where appointment_id = :appointment")
                .param("appointment", appointment)
                .update();
    }

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
    public List<AppointmentRow> week(UUID organisation, LocalDate monday, Actor viewer) {
        return queries.sql(
                        ROWS.replace("granted(", "entrusted(")
                                + """
                                where r.organisation_id = :body and r.kind <> 'MEDIATOR' and b.held
                                    and b.during && tstzrange(:from, :to)
                                order by starts, r.name
                                """,
                        viewer)
                .param("body", organisation)
                .param("from", Queries.at(monday.atStartOfDay(Rome.ZONE).toInstant()))
                .param("to", Queries.at(monday.plusDays(7).atStartOfDay(Rome.ZONE).toInstant()))
                .list(AppointmentRow.class);
    }

    @Override
    public List<AppointmentRow> ofMediator(LocalDate from, Actor viewer) {
        return queries.sql(
                        ROWS
                                + """
                                where r.kind = 'OPERATOR' and b.held and upper(b.during) > :from
                                    and exists (select 1 from booking mine join resource me on me.id = mine.resource_id
                                        where mine.appointment_id = b.appointment_id and me.operator_id = :operator)
                                order by starts limit 100
                                """,
                        viewer)
                .param("from", Queries.at(from.atStartOfDay(Rome.ZONE).toInstant()))
                .list(AppointmentRow.class);
    }
}
