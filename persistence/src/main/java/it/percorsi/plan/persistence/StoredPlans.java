package it.percorsi.plan.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.database.Statement;
import it.percorsi.plan.Objective;
import it.percorsi.plan.Plan;
import it.percorsi.plan.Plans;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredPlans implements Plans {

    private final EntityManager entities;
    private final Queries queries;

    StoredPlans(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void save(Plan plan) {
        entities.persist(plan);
    }

    @Override
    public Optional<Plan> visible(UUID id, Actor viewer) {
        return queries.granted(Plan.class, "personId", "LABOUR", id, viewer);
    }

    @Override
    public Optional<Objective> visibleObjective(UUID id, Actor viewer) {
        return queries.granted(Objective.class, "personId", "LABOUR", id, viewer);
    }

    @Override
    public Optional<PlanRow> row(UUID id, Actor viewer) {
        return queries.sql(
                        """
                        select l.id, l.person_id, l.case_file_id,
                            trim(p.family_name || ' ' || p.given_name) person_name, l.status, l.drawn_on,
                            l.person_words, l.review_on, l.edition, l.explained_on, g.name explained_in,
                            l.explained_with, p.language person_language,
                            coalesce(l.explained_in, p.language) beside_italian, l.version
                        from plan l join person p on p.id = l.person_id
                        left join language g on g.code = l.explained_in
                        where l.id = :id and granted(l.person_id, :organisation, :role, 'LABOUR')
                        """,
                        viewer)
                .param("id", id)
                .optional(PlanRow.class);
    }

    @Override
    public Optional<UUID> ofCase(UUID caseFile, Actor viewer) {
        return queries.sql(
                        """
                        select id from plan where case_file_id = :file
                            and granted(person_id, :organisation, :role, 'LABOUR')
                        order by status in ('CONCLUDED', 'INTERRUPTED'), drawn_on desc, id desc limit 1
                        """,
                        viewer)
                .param("file", caseFile)
                .optional(UUID.class);
    }

    @Override
    public Optional<UUID> ofPerson(UUID person, Actor viewer) {
        return queries.sql(
                        """
                        select id from plan where person_id = :person
                            and granted(person_id, :organisation, :role, 'LABOUR')
                        order by status in ('CONCLUDED', 'INTERRUPTED'), drawn_on desc, id desc limit 1
                        """,
                        viewer)
                .param("person", person)
                .optional(UUID.class);
    }

    @Override
    public List<ObjectiveRow> objectives(UUID plan, Actor viewer) {
        return of(
                        """
                        select id, plan_id, area, text, expected_result, level_today, level_wanted, version
                        from objective
                        where plan_id = :plan and until_edition is null and granted(person_id, :organisation, :role, 'LABOUR')
                        order by ordinal
                        """,
                        plan,
                        viewer)
                .list(ObjectiveRow.class);
    }

    @Override
    public List<CommitmentRow> commitments(UUID plan, Actor viewer) {
        return of(
                        """
                        select c.id, c.objective_id, promiser(c) who, c.text, c.due_on, c.done_on
                        from commitment c join objective o on o.id = c.objective_id
                        where o.plan_id = :plan and c.until_edition is null and granted(c.person_id, :organisation, :role, 'LABOUR')
                        order by c.due_on nulls last, c.id
                        """,
                        plan,
                        viewer)
                .list(CommitmentRow.class);
    }

    @Override
    public List<SupportRow> supports(UUID plan, Actor viewer) {
        return of(
                        """
                        select s.id, s.objective_id, i.name instrument_name, s.minutes,
                            (select coalesce(sum(e.counted), 0) from encounter e where e.support_id = s.id)
                                delivered_minutes,
                            o.name organisation_name, f.name funding_name,
                            l.in_force and agreed(s, l) agreed
                        from support s join plan l on l.id = s.plan_id
                        join instrument i on i.code = s.instrument
                        join organisation o on o.id = s.organisation_id
                        join funding_source f on f.code = s.funding_source
                        where s.plan_id = :plan and s.until_edition is null
                            and granted(s.person_id, :organisation, :role, 'LABOUR')
                        order by s.id
                        """,
                        plan,
                        viewer)
                .list(SupportRow.class);
    }

    private Statement of(String sql, UUID plan, Actor viewer) {
        return queries.sql(sql, viewer).param("plan", plan);
    }
}
