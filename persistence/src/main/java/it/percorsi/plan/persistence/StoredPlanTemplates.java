package it.percorsi.plan.persistence;

import it.percorsi.database.Queries;
import it.percorsi.database.Statement;
import it.percorsi.pathway.StaleVersion;
import it.percorsi.plan.PlanTemplates;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredPlanTemplates implements PlanTemplates {

    private static final String ROWS =
            """
            select id, code, name, programme, verified, retired_at, not exists (
                select 1 from plan_template_objective o where o.template = t.code
                    and (o.organisation_id is null or o.funding_source is null)) "whole", version
            from plan_template t
            """;

    private final Queries queries;

    StoredPlanTemplates(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Template> offered() {
        return queries.sql(
                        ROWS
                                + """
                                where retired_at is null
                                    and exists (select 1 from plan_template_objective o where o.template = t.code)
                                order by programme nulls first, name
                                """)
                .list(Template.class);
    }

    @Override
    public List<Objective> objectives(String code) {
        return queries.sql(
                        """
                        select area, text, expected_result, who, commitment, due_days, instrument, hours,
                            organisation_id provider, funding_source
                        from plan_template_objective where template = :code order by ordinal
                        """)
                .param("code", code)
                .list(Objective.class);
    }

    @Override
    public List<Template> ofProgramme(String programme) {
        return queries.sql(
                        ROWS + "where programme = :programme order by retired_at nulls first, name")
                .param("programme", programme)
                .list(Template.class);
    }

    @Override
    public Optional<Template> template(UUID id) {
        return queries.sql(ROWS + "where id = :id").param("id", id).optional(Template.class);
    }

    @Override
    public List<Kept> kept(String code) {
        return queries.sql(
                        """
                        select o.id, o.area, o.text, o.expected_result, o.who, o.commitment, o.due_days, o.instrument,
                            i.name instrument_name, o.hours, o.organisation_id provider, g.name provider_name,
                            o.funding_source, f.name funding_name, o.version
                        from plan_template_objective o join instrument i on i.code = o.instrument
                        left join organisation g on g.id = o.organisation_id
                        left join funding_source f on f.code = o.funding_source
                        where o.template = :code order by o.ordinal
                        """)
                .param("code", code)
                .list(Kept.class);
    }

    @Override
    public void add(Template template, String source) {
        queries.sql(
                        """
                        insert into plan_template (id, code, name, programme, source, verified, version)
                        values (:id, :code, :name, :programme, :source, :verified, 0)
                        """)
                .param("id", template.id())
                .param("code", template.code())
                .param("name", template.name())
                .param("programme", template.programme(), Types.VARCHAR)
                .param("source", source)
                .param("verified", template.verified())
                .update();
    }

    @Override
    public void rename(Template template, String name, boolean verified, int version) {
        int written =
                queries.sql(
                                """
                                update plan_template set name = :name, verified = :verified, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("id", template.id())
                        .param("name", name)
                        .param("verified", verified)
                        .param("version", version)
                        .update();
        if (written == 0) {
            throw new StaleVersion(Map.of("templateName", template.name()));
        }
    }

    @Override
    public void retire(Template template, @Nullable Instant at) {
        queries.sql(
                        "update plan_template set retired_at = :at, version = version + 1 where id = :id")
                .param("id", template.id())
                .param("at", at == null ? null : Queries.at(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    @Override
    public void add(Template template, UUID id, Objective objective) {
        said(
                        queries.sql(
                                """
                                insert into plan_template_objective (id, template, ordinal, area, text, expected_result,
                                    who, commitment, due_days, instrument, hours, organisation_id, funding_source, version)
                                values (:id, :template, (select coalesce(max(o.ordinal), 0) + 1
                                    from plan_template_objective o where o.template = :template),
                                    :area, :text, :result, :who, :commitment, :days, :instrument, :hours,
                                    :provider, :fund, 0)
                                """),
                        objective)
                .param("id", id)
                .param("template", template.code())
                .update();
    }

    @Override
    public void correct(Template template, Kept objective, Objective to, int version) {
        int written =
                said(
                                queries.sql(
                                        """
                                        update plan_template_objective set area = :area, text = :text,
                                            expected_result = :result, who = :who, commitment = :commitment,
                                            due_days = :days, instrument = :instrument, hours = :hours,
                                            organisation_id = :provider, funding_source = :fund,
                                            version = version + 1
                                        where id = :id and template = :template and version = :version
                                        """),
                                to)
                        .param("id", objective.id())
                        .param("template", template.code())
                        .param("version", version)
                        .update();
        if (written == 0) {
            throw new StaleVersion(
                    Map.of(
                            "text", objective.text(),
                            "expectedResult", objective.expectedResult(),
                            "who", objective.who(),
                            "commitment", objective.commitment(),
                            "hours", Integer.toString(objective.hours())));
        }
    }

    private static Statement said(Statement statement, Objective objective) {
        return statement
                .param("area", objective.area())
                .param("text", objective.text())
                .param("result", objective.expectedResult())
                .param("who", objective.who())
                .param("commitment", objective.commitment())
                .param("days", objective.dueDays(), Types.INTEGER)
                .param("instrument", objective.instrument())
                .param("hours", objective.hours())
                .param("provider", objective.provider(), Types.OTHER)
                .param("fund", objective.fundingSource(), Types.VARCHAR);
    }

    @Override
    public void takeOut(Template template, UUID objective) {
        queries.sql("delete from plan_template_objective where id = :id and template = :template")
                .param("id", objective)
                .param("template", template.code())
                .update();
    }
}
