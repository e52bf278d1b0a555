package it.percorsi.plan.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Ids;
import it.percorsi.plan.Encounter;
import it.percorsi.plan.Hours;
import jakarta.persistence.EntityManager;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredHours implements Hours {

    static final String LINES =
            """
            select e.id, e.plan_id, e.person_id, e.group_id,
                trim(p.family_name || ' ' || p.given_name) person_name, e.on_day, e.starts, e.minutes, e.counted,
                e.status, e.absence, s.instrument, i.name instrument_name, f.name funding_name, coalesce(e.giver, o.name) operator_name, e.topic,
                e.corrects_id, e.sheet_id
            from encounter e join support s on s.id = e.support_id
            join person p on p.id = e.person_id
            join instrument i on i.code = s.instrument
            join funding_source f on f.code = s.funding_source
            join operator o on o.id = e.operator_id
            where %s and granted(e.person_id, :organisation, :role, 'LABOUR')
            order by e.on_day desc nulls first, e.starts desc, e.id desc
            limit 200
            """;

    private final EntityManager entities;
    private final Queries queries;

    StoredHours(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void save(Encounter encounter) {
        entities.persist(encounter);
        entities.flush();
    }

    @Override
    public void flush() {
        entities.flush();
    }

    @Override
    public Optional<Encounter> visible(UUID id, Actor viewer) {
        return queries.granted(Encounter.class, "personId", "LABOUR", id, viewer);
    }

    @Override
    public Optional<Line> line(UUID id, Actor viewer) {
        return queries.sql(LINES.formatted("e.id = :id"), viewer)
                .param("id", id)
                .optional(Line.class);
    }

    @Override
    public int together(UUID group, Actor viewer) {
        return queries.sql(
                        """
                        select count(*)::int from encounter e
                        where e.group_id = :group and granted(e.person_id, :organisation, :role, 'LABOUR')
                        """,
                        viewer)
                .param("group", group)
                .single(Integer.class);
    }

    @Override
    public List<Line> ofPlan(UUID plan, Actor viewer) {
        return queries.sql(LINES.formatted("e.plan_id = :plan"), viewer)
                .param("plan", plan)
                .list(Line.class);
    }

    @Override
    public List<Signed> signed(UUID encounter, Actor viewer) {
        return queries.sql(
                        """
                        select s.move, s.at, o.name operator_name, s.note
                        from step s join operator o on o.id = s.operator_id
                        where s.subject_id = :encounter and granted(s.person_id, :organisation, :role, s.section)
                        order by s.at, s.id
                        """,
                        viewer)
                .param("encounter", encounter)
                .list(Signed.class);
    }

    @Override
    public List<Enrolled> enrolled(UUID person, LocalDate on, Actor viewer) {
        return queries.sql(
                        """
                        select e.id::text code, p.name, p.code programme, coalesce(b.minutes, s.minutes) minutes, s.decided, s.fund
                        from enrolment e join programme p on p.id = e.programme_id
                        left join hour_budget b on b.enrolment_id = e.id
                        cross join lateral path_begins(e.person_id, e.id, :day) s
                        where e.person_id = :person and e.status = 'ACTIVE'
                          and granted(e.person_id, :organisation, :role, 'STATUS')
                        order by p.name
                        """,
                        viewer)
                .param("person", person)
                .param("day", on)
                .list(Enrolled.class);
    }

    @Override
    public Beginning outside(UUID person, LocalDate on, Actor viewer) {
        return queries.sql("select * from path_begins(:person, null, :day)", viewer)
                .param("person", person)
                .param("day", on)
                .single(Beginning.class);
    }

    @Override
    public boolean booked(UUID plan, Actor viewer) {
        return queries.sql(
                        """
                        select exists (select 1 from encounter e where e.plan_id = :plan and e.status = 'BOOKED'
                            and granted(e.person_id, :organisation, :role, 'LABOUR'))
                        """,
                        viewer)
                .param("plan", plan)
                .single(Boolean.class);
    }

    @Override
    public boolean frozen(UUID plan, LocalDate on, Actor viewer) {
        return queries.sql(
                        """
                        select exists (
                            select 1 from plan l join hour_budget b on b.id = l.budget_id
                            join enrolment n on n.id = b.enrolment_id
                            join hour_period p on p.programme_id = n.programme_id
                            where l.id = :plan and granted(l.person_id, :organisation, :role, 'LABOUR')
                              and :day between p.from_day and p.until_day)
                        """,
                        viewer)
                .param("plan", plan)
                .param("day", on)
                .single(Boolean.class);
    }

    @Override
    public UUID budgetFor(UUID person, @Nullable UUID enrolment, LocalDate on, Actor by) {
        Optional<UUID> there =
                queries.sql("select id from hour_budget where enrolment_id = :enrolment", by)
                        .param("enrolment", enrolment, Types.OTHER)
                        .optional(UUID.class);
        if (there.isPresent()) {
            return there.get();
        }
        UUID id = Ids.next();
        queries.sql(
                        """
                        insert into hour_budget (id, person_id, enrolment_id, minutes)
                        select :id, :person, :enrolment, minutes from path_begins(:person, :enrolment, :day)
                        """)
                .param("id", id)
                .param("person", person)
                .param("enrolment", enrolment, Types.OTHER)
                .param("day", on)
                .update();
        return id;
    }

    @Override
    public Optional<Budget> budget(UUID id, Actor viewer) {
        return queries.sql(
                        """
                        select b.id, p.code programme_code, b.minutes, b.passed_minutes passed,
                            coalesce(sum(e.minutes) filter (where e.status = 'PLANNED'), 0) planned,
                            b.booked_minutes booked, b.delivered_minutes delivered,
                            coalesce(sum(e.counted) filter (where e.status in ('VALIDATED', 'REPORTED')), 0) validated
                        from hour_budget b
                        left join enrolment n on n.id = b.enrolment_id
                        left join programme p on p.id = n.programme_id
                        left join plan l on l.budget_id = b.id
                        left join encounter e on e.plan_id = l.id
                        where b.id = :id and granted(b.person_id, :organisation, :role, 'LABOUR')
                        group by b.id, p.code
                        """,
                        viewer)
                .param("id", id)
                .optional(Budget.class);
    }

    @Override
    public List<Extension> extensions(UUID budget, Actor viewer) {
        return queries.sql(
                        """
                        select x.minutes, x.reason, x.at, o.name operator_name
                        from hour_extension x join operator o on o.id = x.operator_id
                        where x.budget_id = :budget and granted(x.person_id, :organisation, :role, 'STATUS')
                        order by x.at, x.id
                        """,
                        viewer)
                .param("budget", budget)
                .list(Extension.class);
    }

    @Override
    public int unplanned(UUID support, UUID plan, Actor viewer) {
        return queries.sql(
                        """
                        select s.minutes - coalesce((select sum(case e.status when 'ABSENT' then e.counted
                                else e.minutes end)
                            from encounter e where e.support_id = s.id and e.status <> 'CANCELLED'), 0)
                        from support s where s.id = :support and s.plan_id = :plan
                          and granted(s.person_id, :organisation, :role, 'LABOUR')
                        """,
                        viewer)
                .param("support", support)
                .param("plan", plan)
                .optional(Integer.class)
                .orElse(0);
    }

    @Override
    public int worth(UUID encounter, Actor viewer) {
        return queries.sql(
                        """
                        select coalesce(sum(e.counted), 0) from encounter e
                        where :id in (e.id, e.corrects_id) and granted(e.person_id, :organisation, :role, 'LABOUR')
                        """,
                        viewer)
                .param("id", encounter)
                .optional(Integer.class)
                .orElse(0);
    }

    @Override
    public List<Clash> clashes(Encounter encounter, LocalDateTime from, int minutes) {
        return queries.sql(
                        """
                        select case when e.person_id = :person then 'person' else 'operator' end who, e.starts "from",
                            (e.on_day + e.starts + e.minutes * interval '1 minute')::time until, f.name fund
                        from encounter e join support s on s.id = e.support_id
                        join funding_source f on f.code = s.funding_source
                        where (e.person_id = :person
                              or :here and e.giver is null and e.operator_id = :giver and e.group_id <> :group)
                          and e.id <> :except and e.status in ('BOOKED', 'DELIVERED', 'VALIDATED', 'REPORTED')
                          and e.absence is null and e.corrects_id is null
                          and e.on_day between cast(:from as date) - 1 and cast(:from as date) + 1
                          and e.on_day + e.starts < cast(:from as timestamp) + :minutes * interval '1 minute'
                          and e.on_day + e.starts + e.minutes * interval '1 minute' > cast(:from as timestamp)
                        order by e.starts limit 5
                        """)
                .param("person", encounter.personId())
                .param("giver", encounter.operatorId())
                .param("group", encounter.groupId())
                .param("here", encounter.givenHere())
                .param("except", encounter.id())
                .param("from", from)
                .param("minutes", minutes)
                .list(Clash.class);
    }

    @Override
    public List<Clash> expected(Encounter encounter, LocalDateTime from, int minutes) {
        if (!encounter.givenHere()) {
            return List.of();
        }
        return queries.sql(
                        """
                        with asked as (select r.id, cast(:from as timestamp) at time zone 'Europe/Rome' "from",
                                cast(:until as timestamp) at time zone 'Europe/Rome' until
                            from resource r where r.operator_id = :giver)
                        select distinct 'agenda-busy' who, (b.starts_at at time zone 'Europe/Rome')::time "from",
                            (b.ends_at at time zone 'Europe/Rome')::time until, null fund
                        from asked join booking b on b.resource_id = asked.id
                        where b.held and (b.held_until is null or b.held_until > now()) and b.session <> :group
                          and b.starts_at between asked.from - interval '8 hours' and asked.until
                          and b.starts_at < asked.until and b.ends_at > asked.from
                        union
                        select 'agenda-away', '00:00', '00:00', null
                        from asked join absence a on a.resource_id = asked.id
                        where a.ended_at is null and a.during && tstzrange(asked.from, asked.until)
                        order by 1, 2 limit 5
                        """)
                .param("giver", encounter.operatorId())
                .param("group", encounter.groupId())
                .param("from", from)
                .param("until", from.plusMinutes(minutes))
                .list(Clash.class);
    }
}
