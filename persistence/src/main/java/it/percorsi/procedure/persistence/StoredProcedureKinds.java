package it.percorsi.procedure.persistence;

import it.percorsi.database.Queries;
import it.percorsi.procedure.ProcedureKinds;
import java.util.List;
import org.springframework.stereotype.Repository;

@Repository
class StoredProcedureKinds implements ProcedureKinds {

    private final Queries queries;

    StoredProcedureKinds(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Kind> all() {
        return queries.sql(
                        """
                        select code, name, place, answer_days, several, valid_from, valid_until, source, verified
                        from procedure_kind order by name
                        """)
                .list(Kind.class);
    }
}
