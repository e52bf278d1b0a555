package it.percorsi.plan.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.plan.PlanTranslations;
import it.percorsi.plan.Plans;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredPlanTranslations implements PlanTranslations {

    private final Queries queries;

    StoredPlanTranslations(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Row> of(UUID plan, String language, Actor viewer) {
        return queries.sql(
                        """
                        with said as (
                            select 0 place, 0 sub, l.id, 'WORDS' part, l.person_words italian
                            from plan l where l.id = :plan and l.person_words <> ''
                            union all
                            select o.ordinal, 1, o.id, 'TEXT', o.text
                            from objective o where o.plan_id = :plan and o.until_edition is null
                            union all
                            select o.ordinal, 2, o.id, 'RESULT', o.expected_result
                            from objective o where o.plan_id = :plan and o.until_edition is null
                            union all
                            select o.ordinal, 3, c.id, 'COMMITMENT', c.text
                            from commitment c join objective o on o.id = c.objective_id
                            where o.plan_id = :plan and o.until_edition is null and c.until_edition is null)
                        select s.id subject_id, s.part, s.italian, t.text, t.translator, t.translated_on,
                            coalesce(t.italian <> s.italian, false) "old"
                        from said s join plan l on l.id = :plan
                            and granted(l.person_id, :organisation, :role, 'LABOUR')
                        left join plan_translation t
                            on t.subject_id = s.id and t.part = s.part and t.language = :language
                        order by s.place, s.sub, s.id
                        """,
                        viewer)
                .param("plan", plan)
                .param("language", language)
                .list(Row.class);
    }

    @Override
    public void hold(UUID plan, Actor by) {
        queries.sql(
                        """
                        select id from plan
                        where id = :plan and granted(person_id, :organisation, :role, 'LABOUR') for no key update
                        """,
                        by)
                .param("plan", plan)
                .optional(UUID.class);
    }

    @Override
    public void put(
            Plans.PlanRow plan,
            Row row,
            String language,
            String text,
            Translator translator,
            Actor by,
            Instant at) {
        takeOut(row, language, by);
        queries.sql(
                        """
                        insert into plan_translation (plan_id, person_id, subject_id, part, language, italian, text,
                            translator, translated_on, at, operator_id)
                        values (:plan, :person, :subject, :part, :language, :italian, :text, :translator, :on, :at,
                            :operator)
                        """,
                        by)
                .param("plan", plan.id())
                .param("person", plan.personId())
                .param("subject", row.subjectId())
                .param("part", row.part().name())
                .param("language", language)
                .param("italian", row.italian())
                .param("text", text)
                .param("translator", translator.name())
                .param("on", translator.on())
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public void takeOut(Row row, String language, Actor by) {
        queries.sql(
                        """
                        delete from plan_translation
                        where subject_id = :subject and part = :part and language = :language
                            and granted(person_id, :organisation, :role, 'LABOUR')
                        """,
                        by)
                .param("subject", row.subjectId())
                .param("part", row.part().name())
                .param("language", language)
                .update();
    }
}
