package it.percorsi.person.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.person.Consent;
import it.percorsi.person.Consents;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredConsents implements Consents {

    private final EntityManager entities;
    private final Queries queries;

    StoredConsents(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void save(Consent consent) {
        entities.persist(consent);
    }

    @Override
    public Optional<Consent> visible(UUID id, Actor viewer) {
        return queries.granted(Consent.class, "personId", "IDENTITY", id, viewer);
    }

    @Override
    public List<Row> of(UUID person, Actor viewer) {
        return queries.sql(
                        """
                        select c.id, g.name to_name, c.purpose, c.notice_version, l.name language_name, c.signature,
                            c.given_at, c.valid_until, o.name operator_name, c.withdrawn_at, w.name withdrawn_by_name,
                            c.withdrawal_note
                        from consent c
                        join organisation g on g.id = c.to_organisation_id
                        join language l on l.code = c.notice_language
                        join operator o on o.id = c.operator_id
                        left join operator w on w.id = c.withdrawn_by
                        where c.person_id = :person and granted(c.person_id, :organisation, :role, 'IDENTITY')
                        order by c.given_at desc, c.id
                        """,
                        viewer)
                .param("person", person)
                .list(Row.class);
    }
}
