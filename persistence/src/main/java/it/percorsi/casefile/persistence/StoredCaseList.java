package it.percorsi.casefile.persistence;

import it.percorsi.access.Actor;
import it.percorsi.casefile.CaseList;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Mark;
import it.percorsi.reminder.OpenSteps.Kind;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredCaseList implements CaseList {

    private final Queries queries;

    StoredCaseList(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Row> page(
            Filter filter, LocalDate today, @Nullable Mark after, Actor viewer, int most) {
        return queries.sql(
                        """
                        select * from cases_in_order(:status, :waits, :whose, :programme, :ordered, :kinds, :today,
                            :on, :last, :most)
                        """)
                .param(
                        "status",
                        filter.status() == null ? null : filter.status().name(),
                        Types.VARCHAR)
                .param(
                        "waits",
                        filter.waits() == null ? null : filter.waits().name(),
                        Types.VARCHAR)
                .param("whose", filter.whose().name())
                .param("programme", filter.programme(), Types.VARCHAR)
                .param("ordered", filter.order().name())
                .param(
                        "kinds",
                        Queries.texts(Kind.of(viewer.role()).stream().map(Kind::name).toList()))
                .param("today", today)
                .param("on", after == null ? null : after.on(), Types.DATE)
                .param("last", after == null ? null : after.id(), Types.OTHER)
                .param("most", most)
                .list(Row.class);
    }
}
