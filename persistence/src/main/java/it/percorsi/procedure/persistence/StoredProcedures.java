package it.percorsi.procedure.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Mark;
import it.percorsi.procedure.Procedure;
import it.percorsi.procedure.Procedures;
import jakarta.persistence.EntityManager;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredProcedures implements Procedures {

    private static final Mark BEGINNING = new Mark(LocalDate.EPOCH, new UUID(0, 0));

    /** Shown one by one to whoever is granted the person, in lists to whom they are entrusted. */
    private static final String ROWS =
            """
            select r.id, r.person_id, trim(p.family_name || ' ' || p.given_name) person_name, r.kind,
                k.name kind_name, r.about, r.missing, r.status, r.prepared_on, r.submitted_on, r.submitted_to,
                r.receipt, r.decided_on, r.valid_until, r.appeal_by, r.organisation_id, g.name organisation_name,
                r.owner_id, o.name owner_name, r.next_on, r.listed_on, r.version
            from procedure r
            join procedure_kind k on k.code = r.kind
            join organisation g on g.id = r.organisation_id
            left join operator o on o.id = r.owner_id
            left join person p on p.id = r.person_id and %1$s(p.id, :organisation, :role, 'IDENTITY')
            where %1$s(r.person_id, :organisation, :role, 'STATUS')
            """;

    private final EntityManager entities;
    private final Queries queries;

    StoredProcedures(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void save(Procedure procedure) {
        entities.persist(procedure);
    }

    @Override
    public Optional<Procedure> visible(UUID id, Actor viewer) {
        return queries.granted(Procedure.class, "personId", "STATUS", id, viewer);
    }

    @Override
    public Optional<Row> row(UUID id, Actor viewer) {
        return queries.sql(ROWS.formatted("granted") + "and r.id = :id", viewer)
                .param("id", id)
                .optional(Row.class);
    }

    @Override
    public List<StepRow> steps(UUID id, Actor viewer) {
        return queries.sql(
                        """
                        select s.at, s.move, o.name operator_name, g.name organisation_name,
                            nullif(substr(s.note, length(k.name) + 3), '') note
                        from step s
                        join procedure r on r.id = s.subject_id
                        join procedure_kind k on k.code = r.kind
                        join operator o on o.id = s.operator_id
                        join organisation g on g.id = s.organisation_id
                        where s.subject_id = :id and granted(s.person_id, :organisation, :role, 'STATUS')
                        order by s.at, s.id limit 200
                        """,
                        viewer)
                .param("id", id)
                .list(StepRow.class);
    }

    @Override
    public List<Row> ofPerson(UUID person, Actor viewer) {
        return queries.sql(
                        ROWS.formatted("granted")
                                + """
                                and r.person_id = :person
                                order by r.next_on nulls last, r.decided_on desc, r.id desc limit 50
                                """,
                        viewer)
                .param("person", person)
                .list(Row.class);
    }

    @Override
    public List<Row> followed(
            Filter filter, LocalDate today, @Nullable Mark after, Actor viewer, int most) {
        Mark mark = after == null ? BEGINNING : after;
        boolean closed = filter.status() != null && !filter.status().open();
        return queries.sql(
                        ROWS.formatted("entrusted")
                                + """
                                and r.organisation_id = :organisation
                                and r.next_on is %s null and (:status::text is null or r.status = :status)
                                and (:kind::text is null or r.kind = :kind)
                                and (not :late or r.next_on < :today)
                                and case :whose when 'MINE' then r.owner_id = :operator
                                    when 'NOBODYS' then r.owner_id is null
                                    when 'FOR_ME' then coalesce(r.owner_id, :operator) = :operator
                                    else true end
                                and r.listed_on >= :on and (r.listed_on, r.id) > (:on, :id)
                                order by r.listed_on, r.id limit :most
                                """
                                        .formatted(closed ? "" : "not"),
                        viewer)
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name(),
                        Types.VARCHAR)
                .param("kind", filter.kind(), Types.VARCHAR)
                .param("late", filter.late())
                .param("today", today)
                .param("whose", filter.whose().name())
                .param("on", mark.on())
                .param("id", mark.id())
                .param("most", most)
                .list(Row.class);
    }

    @Override
    public int late(LocalDate today, Actor viewer) {
        return queries.sql(
                        """
                        select count(*) from procedure r
                        where r.organisation_id = :organisation and r.next_on is not null and r.listed_on < :today
                            and coalesce(r.owner_id, :operator) = :operator
                            and entrusted(r.person_id, :organisation, :role, 'STATUS')
                        """,
                        viewer)
                .param("today", today)
                .single(Integer.class);
    }

    @Override
    public List<Follower> followers(Actor viewer) {
        return queries.sql(
                        """
                        select distinct o.id operator_id, o.name
                        from operator o join membership m on m.operator_id = o.id
                        where o.active and m.organisation_id = :organisation
                            and m.role in ('DESK', 'SOCIAL_WORKER', 'SPECIALIST') and m.valid_from <= current_date
                            and (m.valid_until is null or m.valid_until > current_date)
                        order by o.name, o.id
                        """,
                        viewer)
                .list(Follower.class);
    }
}
