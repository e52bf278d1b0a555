package it.percorsi.mediation.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.mediation.MediationRequest;
import it.percorsi.mediation.Mediations;
import it.percorsi.pathway.Rome;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredMediations implements Mediations {

    private static final String ASKING = "'DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST'";

    private static final String BOTH_SIDES =
            """
            (r.organisation_id = :organisation and :role in (%1$s)
                or r.provider_id = :organisation and :role in (%1$s, 'MEDIATOR'))
            """
                    .formatted(ASKING);

    private static final String ROWS =
            """
            select r.id, r.organisation_id, o.name organisation_name, w.name operator_name, v.name provider_name,
                p.code programme_code, r.language language_code, l.name language_name, r.topic, r.manner, r.place,
                r.starts_at at time zone 'Europe/Rome' starts, r.minutes, r.status, m.name mediator_name, r.given_minutes,
                r.status in ('REQUESTED', 'ACCEPTED') and a.id is not null
                    and (a.status in ('CANCELLED', 'NO_SHOW') or a.starts_at <> r.starts_at) changed
            from mediation_request r
            join organisation o on o.id = r.organisation_id
            join operator w on w.id = r.operator_id
            join organisation v on v.id = r.provider_id
            join programme p on p.id = r.programme_id
            join language l on l.code = r.language
            left join resource m on m.id = r.mediator_id
            left join appointment a on a.id = r.appointment_id
                and granted(a.person_id, :organisation, :role, 'AGENDA', a.id)
            where
            """
                    + BOTH_SIDES;

    private final EntityManager entities;
    private final Queries queries;

    StoredMediations(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void save(MediationRequest request) {
        entities.persist(request);
    }

    @Override
    public Optional<MediationRequest> visible(UUID id, Actor viewer) {
        return row(id, viewer).map(row -> entities.find(MediationRequest.class, row.id()));
    }

    @Override
    public List<Row> rows(LocalDate after, Actor viewer) {
        return queries.sql(
                        ROWS
                                + """
                                 and (r.status in ('REQUESTED', 'ACCEPTED') or r.starts_at >= :after)
                                order by r.status not in ('REQUESTED', 'ACCEPTED'), r.starts_at, r.id limit 200
                                """,
                        viewer)
                .param("after", Queries.at(Rome.instant(after.atStartOfDay())))
                .list(Row.class);
    }

    @Override
    public Optional<Row> row(UUID id, Actor viewer) {
        return queries.sql(ROWS + " and r.id = :id", viewer).param("id", id).optional(Row.class);
    }

    @Override
    public List<Made> made(UUID id, Actor viewer) {
        return queries.sql(
                        """
                        select s.at at time zone 'Europe/Rome' as at, s.move, o.name operator_name, s.note
                        from mediation_step s join mediation_request r on r.id = s.request_id
                        join operator o on o.id = s.operator_id
                        where r.id = :id and
                        """
                                + BOTH_SIDES
                                + "order by s.at, s.id",
                        viewer)
                .param("id", id)
                .list(Made.class);
    }

    @Override
    public Optional<UUID> of(UUID appointment, Actor viewer) {
        return queries.sql(
                        """
                        select r.id from mediation_request r
                        where r.appointment_id = :appointment and r.status in ('REQUESTED', 'ACCEPTED')
                            and r.organisation_id = :organisation
                        """,
                        viewer)
                .param("appointment", appointment)
                .optional(UUID.class);
    }

    @Override
    public void take(MediationRequest request) {
        queries.sql(
                        """
                        insert into booking (mediation_id, resource_id, during, held)
                        select id, mediator_id, tstzrange(starts_at, starts_at + minutes * interval '1 minute'), true
                        from mediation_request where id = :id
                        """)
                .param("id", request.id())
                .update();
    }

    @Override
    public void free(MediationRequest request) {
        queries.sql("update booking set held = false where mediation_id = :id and held")
                .param("id", request.id())
                .update();
    }

    @Override
    public List<Provider> providers() {
        return queries.sql(
                        """
                        select o.id, o.name, string_agg(distinct l.name, ', ' order by l.name) languages
                        from resource r join organisation o on o.id = r.organisation_id
                        join language l on l.code = r.language
                        where r.kind = 'MEDIATOR' group by o.id order by o.name
                        """)
                .list(Provider.class);
    }

    @Override
    public List<Mediator> mediators(String language, Actor viewer) {
        return queries.sql(
                        """
                        select r.id, r.name from resource r
                        where r.kind = 'MEDIATOR' and r.language = :language and r.organisation_id = :organisation
                        order by r.name, r.id
                        """,
                        viewer)
                .param("language", language)
                .list(Mediator.class);
    }

    @Override
    public List<Payer> payers(LocalDate on, Actor viewer) {
        return queries.sql(
                        """
                        select distinct p.id, p.code || ', ' || p.name as name
                        from programme p join programme_body b on b.programme_id = p.id
                        where b.organisation_id = :organisation
                            and :day between coalesce(p.runs_from, '-infinity')
                                and coalesce(greatest(p.runs_until, p.extended_until), 'infinity')
                        order by name
                        """,
                        viewer)
                .param("day", on)
                .list(Payer.class);
    }

    @Override
    public List<Sum> sums(UUID programme, Actor viewer) {
        return queries.sql("select * from programme_mediation(:programme)", viewer)
                .param("programme", programme)
                .list(Sum.class);
    }
}
