package it.percorsi.agenda.persistence;

import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.agenda.Absence;
import it.percorsi.agenda.Absences;
import it.percorsi.database.Queries;
import it.percorsi.pathway.MoveRefused;
import it.percorsi.pathway.Rome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;

@Repository
class StoredAbsences implements Absences {

    private static final String VISIBLE =
            """
            select b.id, b.resource_id, r.name resource_name, b.organisation_id,
                (lower(b.during) at time zone 'Europe/Rome')::date as from,
                (upper(b.during) at time zone 'Europe/Rome')::date - 1 until
            from absence b join resource r on r.id = b.resource_id
            where b.ended_at is null and (b.organisation_id = :organisation or exists (
                select 1 from booking k join appointment a on a.id = k.appointment_id
                where k.resource_id = b.resource_id and k.held and k.starts_at < upper(b.during)
                    and k.ends_at > lower(b.during) and a.status = 'BOOKED'
                    and granted(a.person_id, :organisation, :role, 'AGENDA', a.id)))
            """;

    private final Queries queries;

    StoredAbsences(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Resource> resources(Actor viewer) {
        return queries.sql(
                        """
                        select id, name from resource
                        where organisation_id = :organisation and (not :own or operator_id = :operator)
                        order by name
                        """,
                        viewer)
                .param("own", viewer.role() == Role.MEDIATOR)
                .list(Resource.class);
    }

    @Override
    public void add(Absence absence, Actor by, Instant at) {
        try {
            queries.sql(
                            """
                            insert into absence (id, resource_id, during, recorded_at, operator_id, organisation_id)
                            values (:id, :resource, tstzrange(:from, :to), :at, :operator, :organisation)
                            """,
                            by)
                    .param("id", absence.id())
                    .param("resource", absence.resourceId())
                    .param("from", Queries.at(absence.begins()))
                    .param("to", Queries.at(absence.ends()))
                    .param("at", Queries.at(at))
                    .update();
        } catch (DataIntegrityViolationException refused) {
            if (String.valueOf(refused.getMessage()).contains("absence_once")) {
                throw new MoveRefused(List.of("absence.already"));
            }
            throw refused;
        }
    }

    @Override
    public void end(UUID absence, Instant at) {
        queries.sql("update absence set ended_at = :at where id = :id and ended_at is null")
                .param("id", absence)
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public List<Absence> from(LocalDate day, Actor viewer) {
        return queries.sql(VISIBLE + "and upper(b.during) > :day order by 5, 3", viewer)
                .param("day", Queries.at(day.atStartOfDay(Rome.ZONE).toInstant()))
                .list(Absence.class);
    }

    @Override
    public Optional<Absence> visible(UUID id, Actor viewer) {
        return queries.sql(VISIBLE + "and b.id = :id", viewer)
                .param("id", id)
                .optional(Absence.class);
    }
}
