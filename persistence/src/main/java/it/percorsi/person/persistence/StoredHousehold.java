package it.percorsi.person.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Ids;
import it.percorsi.person.Birth;
import it.percorsi.person.Household;
import it.percorsi.person.Kinship;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredHousehold implements Household {

    private final Queries queries;

    StoredHousehold(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Relative> of(UUID person, Actor viewer) {
        return queries.sql(
                        """
                        select h.id, h.relative_id = :person seen_from_relative, h.kinship, h.recorded_at,
                            p.id person_id, trim(p.family_name || ' ' || p.given_name) name, p.born_on,
                            p.born_precision
                        from household_link h
                        join person p on p.id = case when h.person_id = :person then h.relative_id
                            else h.person_id end
                        where :person in (h.person_id, h.relative_id) and h.ended_at is null
                            and granted(h.person_id, :organisation, :role, 'SOCIAL')
                            and granted(h.relative_id, :organisation, :role, 'SOCIAL')
                        order by p.born_on, h.id
                        """,
                        viewer)
                .param("person", person)
                .list((row, n) -> {
                    Kinship kinship = Kinship.valueOf(row.getString("kinship"));
                    return new Relative(
                            row.getObject("id", UUID.class),
                            row.getObject("person_id", UUID.class),
                            row.getString("name"),
                            row.getObject("born_on", LocalDate.class),
                            Birth.Precision.valueOf(row.getString("born_precision")),
                            row.getBoolean("seen_from_relative") ? kinship.inverse() : kinship,
                            row.getObject("recorded_at", OffsetDateTime.class).toInstant());
                });
    }

    @Override
    public void link(UUID person, UUID relative, Kinship kinship, UUID operatorId, Instant at) {
        queries.sql(
                        """
                        insert into household_link (id, person_id, relative_id, kinship, recorded_at, operator_id)
                        values (:id, :person, :relative, :kinship, :at, :operator)
                        """)
                .param("id", Ids.next())
                .param("person", person)
                .param("relative", relative)
                .param("kinship", kinship.name())
                .param("at", Queries.at(at))
                .param("operator", operatorId)
                .update();
    }

    @Override
    public boolean unlink(UUID person, UUID link, Instant at, Actor viewer) {
        return queries.sql(
                                """
                                update household_link set ended_at = greatest(:at, recorded_at)
                                where id = :id and :person in (person_id, relative_id) and ended_at is null
                                    and granted(person_id, :organisation, :role, 'SOCIAL')
                                    and granted(relative_id, :organisation, :role, 'SOCIAL')
                                """,
                                viewer)
                        .param("id", link)
                        .param("person", person)
                        .param("at", Queries.at(at))
                        .update()
                > 0;
    }

    @Override
    public Optional<ProtectedAddress> protectedAddress(UUID person, Actor viewer) {
        return queries.sql(
                        """
                        select a.address, a.recorded_at, o.name operator_name
                        from protected_address a join operator o on o.id = a.operator_id
                        where a.person_id = :person and a.valid_until is null
                            and granted(a.person_id, :organisation, :role, 'RESERVED')
                        """,
                        viewer)
                .param("person", person)
                .optional(ProtectedAddress.class);
    }

    @Override
    public void protect(UUID person, String address, UUID operatorId, Instant at) {
        unprotect(person, at);
        queries.sql("update person_contact set address = null where person_id = :person")
                .param("person", person)
                .update();
        queries.sql(
                        """
                        insert into protected_address (id, person_id, address, recorded_at, operator_id)
                        values (:id, :person, :address, :at, :operator)
                        """)
                .param("id", Ids.next())
                .param("person", person)
                .param("address", address)
                .param("at", Queries.at(at))
                .param("operator", operatorId)
                .update();
    }

    @Override
    public void unprotect(UUID person, Instant at) {
        queries.sql(
                        """
                        update protected_address set valid_until = greatest(:at, recorded_at)
                        where person_id = :person and valid_until is null
                        """)
                .param("person", person)
                .param("at", Queries.at(at))
                .update();
    }
}
