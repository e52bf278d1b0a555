package it.percorsi.access.persistence;

import it.percorsi.access.Actor;
import it.percorsi.access.Emergencies;
import it.percorsi.access.EmergencyAccess;
import it.percorsi.database.Queries;
import jakarta.persistence.EntityManager;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredEmergencies implements Emergencies {

    /** The asker's own, those of the files the viewer's body holds, all of them for the officer. */
    private static final String TO_THE_VIEWER =
            """
            left join emergency_notice n on n.emergency_id = e.id and n.organisation_id = :organisation
                and minds_emergencies()
            where (e.operator_id = :operator or n.emergency_id is not null or :role = 'DPO')
            """;

    private final EntityManager entities;
    private final Queries queries;

    StoredEmergencies(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public Optional<UUID> ask(
            @Nullable String code,
            String nameKey,
            @Nullable LocalDate born,
            EmergencyAccess.Cause cause,
            String reason,
            Actor viewer) {
        return queries.sql(
                        "select p from ask_emergency(:code, :name, :born, :cause, :reason) p where p is not null",
                        viewer)
                .param("code", code, Types.VARCHAR)
                .param("name", nameKey)
                .param("born", born, Types.DATE)
                .param("cause", cause.name())
                .param("reason", reason)
                .optional(UUID.class);
    }

    @Override
    public boolean suspended(Actor viewer) {
        return queries.sql(
                        """
                        select exists (select 1 from emergency_access where operator_id = :operator
                            and status = 'UNREVIEWED' and asked_at < now() - :days * interval '1 day')
                        """,
                        viewer)
                .param("days", EmergencyAccess.DAYS_TO_REVIEW)
                .single(Boolean.class);
    }

    @Override
    public Optional<EmergencyAccess> visible(UUID id, Actor viewer) {
        return queries.sql(
                        "select e.id from emergency_access e " + TO_THE_VIEWER + " and e.id = :id",
                        viewer)
                .param("id", id)
                .optional(UUID.class)
                .map(found -> entities.find(EmergencyAccess.class, found));
    }

    @Override
    public List<Row> rows(Actor viewer) {
        return queries.sql(
                        """
                        select e.id, p.id person_id, trim(p.family_name || ' ' || p.given_name) person_name,
                            g.name organisation_name, o.name operator_name, e.role, e.cause, e.reason, e.asked_at,
                            coalesce(w.valid_until, e.asked_at + interval '60 minutes') until_at, e.status, e.review,
                            case when :role = 'DPO' then (select count(*) from trail t
                                where t.person_ids @> array[e.person_id] and t.operator_id = e.operator_id
                                  and t.recorded_at between e.asked_at and e.asked_at + interval '60 minutes')
                                else 0 end looks,
                            e.operator_id = :operator and coalesce(w.valid_until > now(), false) mine,
                            n.emergency_id is not null and n.seen_at is null unseen,
                            e.status = 'UNREVIEWED' and e.asked_at < now() - :days * interval '1 day' late
                        from emergency_access e
                        join organisation g on g.id = e.organisation_id
                        join operator o on o.id = e.operator_id
                        left join person p on p.id = e.person_id
                            and granted(p.id, :organisation, :role, 'IDENTITY')
                        left join access_grant w on w.subject_id = e.id and w.basis = 'EMERGENCY'
                        """
                                + TO_THE_VIEWER
                                + """
                                order by n.emergency_id is not null and n.seen_at is null desc,
                                    e.status = 'UNREVIEWED' desc, e.asked_at desc, e.id
                                limit 100
                                """,
                        viewer)
                .param("days", EmergencyAccess.DAYS_TO_REVIEW)
                .list(Row.class);
    }

    @Override
    public int waiting(Actor viewer) {
        return queries.sql(
                        """
                        select case when :role = 'DPO'
                            then (select count(*) from emergency_access where status = 'UNREVIEWED')
                            else (select count(*) from emergency_notice
                                where organisation_id = :organisation and seen_at is null) end
                        """,
                        viewer)
                .single(Integer.class);
    }

    @Override
    public Optional<UUID> open(UUID id, Actor viewer) {
        return queries.sql(
                        """
                        select person_id from access_grant where subject_id = :id and basis = 'EMERGENCY'
                            and given_by = :operator and valid_until > now()
                        """,
                        viewer)
                .param("id", id)
                .optional(UUID.class);
    }

    @Override
    public boolean see(UUID id, Actor viewer, Instant at) {
        return queries.sql(
                                """
                                update emergency_notice set seen_at = :at, seen_by = :operator
                                where emergency_id = :id and organisation_id = :organisation and seen_at is null
                                    and minds_emergencies()
                                """,
                                viewer)
                        .param("id", id)
                        .param("at", Queries.at(at))
                        .update()
                == 1;
    }
}
