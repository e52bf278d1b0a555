package it.percorsi.plan.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Ids;
import it.percorsi.plan.Plan;
import it.percorsi.plan.PlanContent;
import it.percorsi.plan.PlanEditions;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class StoredPlanEditions implements PlanEditions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Queries queries;

    StoredPlanEditions(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Optional<PlanContent> content(UUID plan, Actor viewer) {
        return queries.sql(
                        """
                        select plan_content(id)::text from plan
                        where id = :plan and granted(person_id, :organisation, :role, 'LABOUR')
                        """,
                        viewer)
                .param("plan", plan)
                .optional(String.class)
                .map(StoredPlanEditions::read);
    }

    @Override
    public void keep(Plan plan, int number, Signature signature, Actor by, Instant at) {
        queries.sql(
                        """
                        insert into plan_edition (id, plan_id, person_id, number, signed_on, manner, signatories, content,
                            at, operator_id)
                        values (:id, :plan, :person, :number, :on, :manner, :signatories, plan_content(:plan),
                            :at, :operator)
                        """,
                        by)
                .param("id", Ids.next())
                .param("plan", plan.id())
                .param("person", plan.personId())
                .param("number", number)
                .param("on", signature.on())
                .param("manner", signature.manner().name())
                .param("signatories", signature.signatories())
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public List<Edition> of(UUID plan, Actor viewer) {
        return queries.sql(
                        """
                        select e.number, e.signed_on, e.manner, e.signatories, e.at, o.name operator_name,
                            b.at scanned_at, e.manner <> 'PAD' and (b.at is null
                                or l.status = 'ACTIVE' and l.edition = e.number) takes_scan
                        from plan_edition e join operator o on o.id = e.operator_id
                        join plan l on l.id = e.plan_id
                        left join plan_scan b on b.plan_id = e.plan_id and b.number = e.number
                        where e.plan_id = :plan and granted(e.person_id, :organisation, :role, 'LABOUR')
                        order by e.number desc
                        """,
                        viewer)
                .param("plan", plan)
                .list(Edition.class);
    }

    @Override
    public Optional<PlanContent> signed(UUID plan, int number, Actor viewer) {
        return queries.sql(
                        """
                        select content::text from plan_edition
                        where plan_id = :plan and number = :number
                            and granted(person_id, :organisation, :role, 'LABOUR')
                        """,
                        viewer)
                .param("plan", plan)
                .param("number", number)
                .optional(String.class)
                .map(StoredPlanEditions::read);
    }

    @Override
    public void save(Plan plan, Review review, Actor by, Instant at) {
        UUID id = Ids.next();
        queries.sql(
                        """
                        insert into plan_review (id, plan_id, person_id, held_on, seen, person_words, outcome, next_on, at,
                            operator_id, organisation_id)
                        values (:id, :plan, :person, :on, :seen, :words, :outcome, :next, :at, :operator, :organisation)
                        """,
                        by)
                .param("id", id)
                .param("plan", plan.id())
                .param("person", plan.personId())
                .param("on", review.on())
                .param("seen", review.seen())
                .param("words", review.personWords())
                .param("outcome", review.outcome().name())
                .param("next", review.next(), Types.DATE)
                .param("at", Queries.at(at))
                .update();
        review.reached()
                .forEach((objective, level) ->
                        queries.sql(
                                        """
                                        insert into plan_review_level (review_id, objective_id, plan_id, person_id, level)
                                        values (:review, :objective, :plan, :person, :level)
                                        """)
                                .param("review", id)
                                .param("objective", objective)
                                .param("plan", plan.id())
                                .param("person", plan.personId())
                                .param("level", level)
                                .update());
    }

    @Override
    public List<LevelRow> levels(UUID plan, Actor viewer) {
        return queries.sql(
                        """
                        select l.review_id, l.objective_id, r.held_on, o.text objective_text, l.level
                        from plan_review_level l join plan_review r on r.id = l.review_id
                        join objective o on o.id = l.objective_id
                        where l.plan_id = :plan and granted(l.person_id, :organisation, :role, 'LABOUR')
                        order by r.held_on desc, r.id desc, o.ordinal
                        """,
                        viewer)
                .param("plan", plan)
                .list(LevelRow.class);
    }

    @Override
    public List<ReviewRow> reviews(UUID plan, Actor viewer) {
        return queries.sql(
                        """
                        select r.id, r.held_on, r.seen, r.person_words, r.outcome, r.next_on, o.name operator_name,
                            g.name organisation_name
                        from plan_review r join operator o on o.id = r.operator_id
                        join organisation g on g.id = r.organisation_id
                        where r.plan_id = :plan and granted(r.person_id, :organisation, :role, 'LABOUR')
                        order by r.held_on desc, r.id desc
                        """,
                        viewer)
                .param("plan", plan)
                .list(ReviewRow.class);
    }

    private static PlanContent read(String json) {
        return JSON.readValue(json, PlanContent.class);
    }
}
