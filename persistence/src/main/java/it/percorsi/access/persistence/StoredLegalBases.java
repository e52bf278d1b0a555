package it.percorsi.access.persistence;

import it.percorsi.access.LegalBases;
import it.percorsi.database.Queries;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredLegalBases implements LegalBases {

    private final Queries queries;

    StoredLegalBases(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Row> all() {
        return queries.sql(
                        """
                        select b.id, b.direction, b.purpose, b.kind, f.name from_name, t.name to_name,
                            p.name programme_name, b.reference, b.valid_from, b.valid_until
                        from legal_basis b
                        left join organisation f on f.id = b.from_organisation_id
                        left join organisation t on t.id = b.to_organisation_id
                        left join programme p on p.id = b.programme_id
                        order by coalesce(b.valid_until > current_date, true) desc, f.name, t.name, b.direction,
                            b.purpose, b.valid_from desc, b.id
                        """)
                .list(Row.class);
    }

    @Override
    public void save(LegalBasis basis) {
        queries.sql(
                        """
                        insert into legal_basis (id, direction, purpose, kind, from_organisation_id,
                            to_organisation_id, programme_id, reference, valid_from, valid_until)
                        values (:id, :direction, :purpose, :kind, :from, :to, :programme, :reference, :since, :until)
                        """)
                .param("id", basis.id())
                .param("direction", basis.direction().name())
                .param("purpose", basis.purpose().name())
                .param("kind", basis.kind().name())
                .param("from", basis.from(), Types.OTHER)
                .param("to", basis.to(), Types.OTHER)
                .param("programme", basis.programme(), Types.OTHER)
                .param("reference", basis.reference())
                .param("since", basis.validFrom())
                .param("until", basis.validUntil(), Types.DATE)
                .update();
    }

    @Override
    public boolean end(UUID id, LocalDate on) {
        return queries.sql(
                                """
                                update legal_basis set valid_until = greatest(:on, valid_from)
                                where id = :id and (valid_until is null or valid_until > :on)
                                """)
                        .param("id", id)
                        .param("on", on)
                        .update()
                == 1;
    }
}
