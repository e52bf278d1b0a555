package it.percorsi.plan.persistence;

import it.percorsi.database.Queries;
import it.percorsi.plan.PlanTemplates;
import java.util.List;
import org.springframework.stereotype.Repository;

@Repository
class StoredPlanTemplates implements PlanTemplates {

    private final Queries queries;

    StoredPlanTemplates(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Template> all() {
        return queries.sql(
                        "select code, name, programme, verified from plan_template order by programme nulls first, name")
                .list(Template.class);
    }

    @Override
    public List<Objective> objectives(String code) {
        return queries.sql(
                        """
                        select area, text, expected_result, who, commitment, due_days, instrument, hours
                        from plan_template_objective where template = :code order by ordinal
                        """)
                .param("code", code)
                .list(Objective.class);
    }
}
