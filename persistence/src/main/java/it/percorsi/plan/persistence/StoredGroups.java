package it.percorsi.plan.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.plan.Encounter;
import it.percorsi.plan.Groups;
import it.percorsi.plan.Hours;
import jakarta.persistence.EntityManager;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredGroups implements Groups {

    private final EntityManager entities;
    private final Queries queries;

    StoredGroups(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public List<Hours.Line> lines(UUID group, Actor viewer) {
        return queries.sql(StoredHours.LINES.formatted("e.group_id = :group"), viewer)
                .param("group", group)
                .list(Hours.Line.class)
                .reversed();
    }

    @Override
    public List<Encounter> encounters(UUID group, Actor viewer) {
        return StoredSheets.encounters(entities, "groupId", group, viewer);
    }

    @Override
    public List<Expected> expected(Actor viewer) {
        return queries.sql(
                        """
                        select e.group_id, min(e.id::text)::uuid line_id, e.on_day, e.starts, e.minutes,
                            count(*)::int people, string_agg(distinct i.name, ', ') instruments
                        from encounter e join support s on s.id = e.support_id join instrument i on i.code = s.instrument
                        where e.operator_id = :operator and e.status = 'BOOKED'
                          and granted(e.person_id, :organisation, :role, 'LABOUR')
                        group by e.group_id, e.on_day, e.starts, e.minutes
                        order by e.on_day, e.starts, e.group_id limit 100
                        """,
                        viewer)
                .list(Expected.class);
    }

    @Override
    public List<Candidate> candidates(String instrument, @Nullable String programme, Actor viewer) {
        return queries.sql(
                        """
                        select s.id support_id, s.person_id, trim(p.family_name || ' ' || p.given_name) person_name,
                            f.name funding_name,
                            b.minutes + b.passed_minutes - b.booked_minutes - b.delivered_minutes "left"
                        from support s join plan l on l.id = s.plan_id and l.in_force and agreed(s, l)
                        join person p on p.id = s.person_id
                        join funding_source f on f.code = s.funding_source
                        join hour_budget b on b.id = l.budget_id
                        left join enrolment n on n.id = b.enrolment_id
                        left join programme g on g.id = n.programme_id
                        where s.instrument = :instrument and (:programme::text is null or g.code = :programme)
                          and entrusted(s.person_id, :organisation, :role, 'LABOUR')
                        order by p.family_name, p.given_name, s.id
                        limit 200
                        """,
                        viewer)
                .param("instrument", instrument)
                .param("programme", programme, Types.VARCHAR)
                .list(Candidate.class);
    }

    @Override
    public List<Share> shares(Set<UUID> supports, Actor viewer) {
        return queries.sql(
                        """
                        select s.plan_id plan, s.id support from support s
                        where s.id = any (:supports) and granted(s.person_id, :organisation, :role, 'LABOUR')
                        order by s.id
                        """,
                        viewer)
                .param("supports", Queries.uuids(supports))
                .list(Share.class);
    }
}
