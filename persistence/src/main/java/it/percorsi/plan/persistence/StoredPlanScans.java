package it.percorsi.plan.persistence;

import it.percorsi.access.Actor;
import it.percorsi.attachment.Scan;
import it.percorsi.database.Queries;
import it.percorsi.database.Statement;
import it.percorsi.plan.PlanScans;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredPlanScans implements PlanScans {

    private final Queries queries;

    StoredPlanScans(Queries queries) {
        this.queries = queries;
    }

    /** Whoever writes the plan anew meanwhile waits, or is waited for. */
    @Override
    public boolean bring(UUID plan, int number, Scan scan, Actor by, Instant at) {
        queries.sql("select id from plan where id = :plan for no key update", by)
                .param("plan", plan)
                .optional(UUID.class);
        of(
                        """
                        delete from plan_scan s where s.plan_id = :plan and s.number = :number
                            and granted(s.person_id, :organisation, :role, 'LABOUR')
                            and exists (select 1 from plan l
                                where l.id = s.plan_id and l.status = 'ACTIVE' and l.edition = s.number)
                        """,
                        plan,
                        number,
                        by)
                .update();
        return of(
                                """
                                insert into plan_scan (plan_id, number, person_id, kind, size, content, at, operator_id)
                                select e.plan_id, e.number, e.person_id, :kind, :size, :content, :at, :operator
                                from plan_edition e where e.plan_id = :plan and e.number = :number
                                    and granted(e.person_id, :organisation, :role, 'LABOUR')
                                on conflict (plan_id, number) do nothing
                                """,
                                plan,
                                number,
                                by)
                        .param("kind", scan.kind().name())
                        .param("size", scan.content().length)
                        .param("content", scan.content())
                        .param("at", Queries.at(at))
                        .update()
                > 0;
    }

    @Override
    public Optional<Scan> scan(UUID plan, int number, Actor viewer) {
        return of(
                        """
                        select kind, content from plan_scan where plan_id = :plan and number = :number
                            and granted(person_id, :organisation, :role, 'LABOUR')
                        """,
                        plan,
                        number,
                        viewer)
                .optional(Scan.class);
    }

    private Statement of(String sql, UUID plan, int number, Actor viewer) {
        return queries.sql(sql, viewer).param("plan", plan).param("number", number);
    }
}
