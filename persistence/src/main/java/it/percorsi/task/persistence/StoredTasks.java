package it.percorsi.task.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Mark;
import it.percorsi.task.Ask;
import it.percorsi.task.Task;
import it.percorsi.task.Tasks;
import jakarta.persistence.EntityManager;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredTasks implements Tasks {

    /** The words of the policy of the table; whoever is granted a person, or entrusted in lists. */
    private static final String SEEN =
            """
            case when t.person_id is null
                then t.asked_by_id = :operator
                    or t.organisation_id = :organisation and coalesce(t.owner_id, :operator) = :operator
                else %1$s(t.person_id, :organisation, :role, 'IDENTITY')
                    and (t.owner_id = :operator and t.organisation_id = :organisation
                        or %1$s(t.person_id, :organisation, :role, t.section, t.subject_id)) end
            """;

    private static final String ROWS =
            """
            select t.id, t.person_id, trim(p.family_name || ' ' || p.given_name) person_name, t.what, t.due_on,
                t.status, t.origin, o.name owner_name, g.name organisation_name, a.name asked_by_name, t.why
            from task t
            join organisation g on g.id = t.organisation_id
            join operator a on a.id = t.asked_by_id
            left join operator o on o.id = t.owner_id
            left join person p on p.id = t.person_id
            where
            """;

    private static final String OWED =
            """
            and t.status = 'OPEN' and t.organisation_id = :organisation
            and (t.owner_id = :operator or t.owner_id is null)
            """;

    private static final String ASKED =
            """
            and t.status = 'OPEN' and t.asked_by_id = :operator
            and t.owner_id is distinct from :operator
            and not (t.owner_id is null and t.organisation_id = :organisation)
            """;

    private final EntityManager entities;
    private final Queries queries;

    StoredTasks(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void save(Task task) {
        entities.persist(task);
        entities.flush();
    }

    @Override
    public Optional<Task> visible(UUID id, Actor viewer) {
        return queries.sql("select t.id from task t where t.id = :id and " + granted(), viewer)
                .param("id", id)
                .optional(UUID.class)
                .map(seen -> entities.find(Task.class, seen));
    }

    @Override
    public List<Task> answeredBy(Ask ask, UUID of, Actor viewer) {
        return queries
                .sql(
                        "select t.id from task t where t.status = 'OPEN' and t.ask = :ask and :of in (t.subject_id, t.person_id) and "
                                + granted(),
                        viewer)
                .param("ask", ask.name())
                .param("of", of)
                .list(UUID.class)
                .stream()
                .map(id -> entities.find(Task.class, id))
                .toList();
    }

    private static String granted() {
        return SEEN.formatted("granted");
    }

    private static String entrusted() {
        return SEEN.formatted("entrusted");
    }

    @Override
    public List<Row> mine(@Nullable Mark after, Actor viewer, int most) {
        return page(OWED, after, viewer, most);
    }

    private List<Row> page(String which, @Nullable Mark after, Actor viewer, int most) {
        Mark mark = after == null ? Mark.BEGINNING : after;
        return queries.sql(
                        ROWS
                                + entrusted()
                                + which
                                + """
                                and (t.due_on, t.id) > (:on, :id) order by t.due_on, t.id limit :most
                                """,
                        viewer)
                .param("on", mark.on())
                .param("id", mark.id())
                .param("most", most)
                .list(Row.class);
    }

    @Override
    public List<Row> asked(@Nullable Mark after, Actor viewer, int most) {
        return page(ASKED, after, viewer, most);
    }

    @Override
    public List<Row> ofPerson(UUID person, Actor viewer) {
        return queries.sql(
                        ROWS
                                + granted()
                                + """
                                and t.person_id = :person
                                order by t.status <> 'OPEN', case when t.status = 'OPEN' then t.due_on end,
                                    t.settled_at desc, t.id
                                limit 50
                                """,
                        viewer)
                .param("person", person)
                .list(Row.class);
    }

    @Override
    public List<Row> decidedAt(UUID origin, Actor viewer) {
        return queries.sql(
                        ROWS
                                + entrusted()
                                + "and t.origin_id = :origin order by t.asked_at, t.id limit 500",
                        viewer)
                .param("origin", origin)
                .list(Row.class);
    }

    @Override
    public Count count(LocalDate today, Actor viewer) {
        return queries.sql(
                        "select count(*)::int open, count(*) filter (where t.due_on < :today)::int late from task t where "
                                + entrusted()
                                + OWED,
                        viewer)
                .param("today", today)
                .single(Count.class);
    }

    @Override
    public List<Assignee> assignees(@Nullable UUID person, Actor viewer) {
        return queries.sql(
                        """
                        with placed as (
                            select distinct o.id operator_id, o.name, m.organisation_id
                            from membership m join operator o on o.id = m.operator_id
                            where o.active and m.valid_from <= current_date
                                and (m.valid_until is null or m.valid_until > current_date)
                                and m.role in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST', 'PLACEMENT')
                                and (m.organisation_id = :organisation
                                        and (:person::uuid is null
                                            or entrusted(:person, :organisation, m.role, 'IDENTITY'))
                                    or exists (select 1 from team_member t join case_file c on c.id = t.case_file_id
                                        where c.person_id = :person and c.status <> 'CLOSED' and t.status = 'JOINED'
                                            and t.operator_id = o.id and t.organisation_id = m.organisation_id)))
                        select w.operator_id, w.name, g.id organisation_id, g.name organisation_name
                        from (select * from placed
                            union all select distinct null::uuid, null, organisation_id from placed) w
                        join organisation g on g.id = w.organisation_id
                        order by g.id <> :organisation, g.name, w.name nulls last
                        """,
                        viewer)
                .param("person", person, Types.OTHER)
                .list(Assignee.class);
    }

    @Override
    public int owed(UUID person, UUID operator, Actor viewer) {
        return queries.sql(
                        "select count(*) from task t where t.person_id = :person and t.owner_id = :owner and t.status = 'OPEN' and "
                                + granted(),
                        viewer)
                .param("person", person)
                .param("owner", operator)
                .single(Integer.class);
    }

    @Override
    public int pass(UUID person, UUID from, UUID to, Actor by) {
        return queries.sql(
                        """
                        update task t set owner_id = :to, version = t.version + 1
                        where t.person_id = :person and t.owner_id = :from and t.status = 'OPEN'
                            and t.organisation_id = :organisation and :role is not null
                            and granted(t.person_id, :organisation, :role, t.section) and :operator is not null
                        """,
                        by)
                .param("person", person)
                .param("from", from)
                .param("to", to)
                .update();
    }
}
