package it.percorsi.casefile.persistence;

import it.percorsi.access.Actor;
import it.percorsi.casefile.Transfer;
import it.percorsi.casefile.Transfers;
import it.percorsi.database.Queries;
import it.percorsi.network.Network;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredTransfers implements Transfers {

    private final EntityManager entities;
    private final Queries queries;

    StoredTransfers(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void save(Transfer transfer) {
        entities.persist(transfer);
        entities.flush();
    }

    @Override
    public Optional<Transfer> visible(UUID id, Actor viewer) {
        return queries.granted(Transfer.class, "personId", "IDENTITY", id, viewer);
    }

    @Override
    public List<Row> rows(Actor viewer) {
        return queries.sql(
                        """
                        select t.id, t.case_file_id, t.person_id,
                            trim(p.family_name || ' ' || p.given_name) person_name, f.name organisation_name,
                            r.name to_organisation_name, o.name operator_name, t.asked_at, t.reason, t.status,
                            t.answer, t.to_organisation_id = :organisation received
                        from case_transfer t join person p on p.id = t.person_id
                        join organisation f on f.id = t.organisation_id
                        join organisation r on r.id = t.to_organisation_id
                        join operator o on o.id = t.operator_id
                        where entrusted(t.person_id, :organisation, :role, 'IDENTITY')
                          and :organisation in (t.organisation_id, t.to_organisation_id)
                        order by t.status <> 'REQUESTED', t.asked_at desc, t.id limit 50
                        """,
                        viewer)
                .list(Row.class);
    }

    @Override
    public List<Network.Choice> receivers(Actor viewer) {
        return queries.sql(
                        """
                        select g.id::text code, g.name from organisation g
                        where g.id <> :organisation and crossing(:organisation, g.id) is null
                          and :role = 'SOCIAL_WORKER'
                          and exists (select 1 from membership m join operator o on o.id = m.operator_id
                            where m.organisation_id = g.id and m.role = :role and o.active
                              and m.valid_from <= current_date
                              and (m.valid_until is null or m.valid_until > current_date))
                        order by g.name
                        """,
                        viewer)
                .list(Network.Choice.class);
    }

    @Override
    public int waiting(Actor viewer) {
        return queries.sql(
                        """
                        select (select count(*) from team_member t where t.operator_id = :operator
                                and t.organisation_id = :organisation and t.status = 'INVITED')
                            + (select count(*) from case_transfer t where t.to_organisation_id = :organisation
                                and t.status = 'REQUESTED' and entrusted(t.person_id, :organisation, :role, 'IDENTITY'))
                        """,
                        viewer)
                .single(Integer.class);
    }
}
