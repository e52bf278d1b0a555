package it.percorsi.casefile.persistence;

import it.percorsi.access.Actor;
import it.percorsi.casefile.Caseloads;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Mark;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredCaseloads implements Caseloads {

    /** Open cases the viewer's body leads. */
    private static final String LED =
            """
            c.organisation_id = :organisation and c.status <> 'CLOSED' and c.led_by is null
            and entrusted(c.person_id, :organisation, :role, 'IDENTITY')
            """;

    private final Queries queries;

    StoredCaseloads(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Load> loads(LocalDate today, Actor viewer) {
        return queries.sql(
                        """
                        with led as (select c.case_manager_id, c.status, c.suspended_until from case_file c
                            where c.case_manager_id is not null and %s),
                        owed as (select t.owner_id, t.due_on from task t
                            where t.organisation_id = :organisation and t.status = 'OPEN' and t.person_id is not null
                                and t.owner_id is not null
                                and entrusted(t.person_id, :organisation, :role, t.section)),
                        seats as (select t.operator_id from team_member t join case_file c on c.id = t.case_file_id
                            where t.organisation_id = :organisation and t.status = 'JOINED'
                                and c.status <> 'CLOSED' and c.led_by is null
                                and c.case_manager_id is distinct from t.operator_id
                                and entrusted(c.person_id, :organisation, :role, 'IDENTITY')),
                        who as (select o.id, o.name from operator o
                            where o.id in (select case_manager_id from led union all select operator_id from seats)
                                or o.id in (select owner_id from owed)
                                or o.active and exists (select 1 from membership m where m.operator_id = o.id
                                    and m.organisation_id = :organisation
                                    and m.role = any (:following)
                                    and m.valid_from <= :today
                                    and (m.valid_until is null or m.valid_until > :today))),
                        loads as (select w.id operator_id, w.name,
                            (select count(*) from led l where l.case_manager_id = w.id and l.status = 'IN_CARE') in_care,
                            (select count(*) from led l where l.case_manager_id = w.id and l.status = 'SUSPENDED') suspended,
                            (select count(*) from led l where l.case_manager_id = w.id
                                and l.suspended_until <= :today) to_resume,
                            (select count(*) from seats s where s.operator_id = w.id) teams,
                            (select count(*) from owed t where t.owner_id = w.id) tasks,
                            (select count(*) from owed t where t.owner_id = w.id and t.due_on < :today) late
                            from who w)
                        select null::uuid operator_id, null::text name, coalesce(sum(in_care), 0)::int in_care,
                            coalesce(sum(suspended), 0)::int suspended, coalesce(sum(to_resume), 0)::int to_resume,
                            coalesce(sum(teams), 0)::int teams,
                            coalesce(sum(tasks), 0)::int tasks, coalesce(sum(late), 0)::int late
                        from loads
                        union all
                        (select operator_id, name, in_care::int, suspended::int, to_resume::int, teams::int, tasks::int, late::int
                        from loads order by name, operator_id)
                        """
                                .formatted(LED),
                        viewer)
                .param("today", today)
                .param("following", Queries.texts(FOLLOWING.stream().map(Enum::name).toList()))
                .list(Load.class);
    }

    @Override
    public List<Row> of(UUID operator, @Nullable UUID after, Actor viewer, int most) {
        return queries.sql(
                        """
                        select c.id, c.person_id, trim(p.family_name || ' ' || p.given_name) person_name, c.status,
                            (select count(*)::int from task t where t.person_id = c.person_id
                                and t.owner_id = c.case_manager_id and t.status = 'OPEN') tasks
                        from case_file c join person p on p.id = c.person_id
                        where c.case_manager_id = :who and %s
                            and (:after::uuid is null or (p.family_name, p.given_name, c.id) > (
                                select l.family_name, l.given_name, k.id from case_file k join person l on l.id = k.person_id
                                where k.id = :after))
                        order by p.family_name, p.given_name, c.id limit :most
                        """
                                .formatted(LED),
                        viewer)
                .param("who", operator)
                .param("after", after, Types.OTHER)
                .param("most", most)
                .list(Row.class);
    }

    @Override
    public List<Waiting> waiting(@Nullable Mark after, Actor viewer, int most) {
        Mark mark = after == null ? Mark.BEGINNING : after;
        return queries.sql(
                        """
                        select c.id, c.person_id, trim(p.family_name || ' ' || p.given_name) person_name, c.how,
                            c.case_manager_id gone_id, c.since, c.due_on
                        from case_without_manager c join person p on p.id = c.person_id
                        where c.organisation_id = :organisation
                            and entrusted(c.person_id, :organisation, :role, 'IDENTITY')
                            and (c.since, c.id) > (:on, :id)
                        order by c.since, c.id limit :most
                        """,
                        viewer)
                .param("on", mark.on())
                .param("id", mark.id())
                .param("most", most)
                .list(Waiting.class);
    }

    @Override
    public boolean knows(UUID operator, Actor viewer) {
        return queries.sql(
                        """
                        select exists (select 1 from membership m where m.operator_id = :who
                            and m.organisation_id = :organisation and :role is not null)
                        """,
                        viewer)
                .param("who", operator)
                .single(Boolean.class);
    }
}
