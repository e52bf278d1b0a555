package it.percorsi.person.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.database.Statement;
import it.percorsi.person.FiscalCode;
import it.percorsi.person.Identifier;
import it.percorsi.person.Names;
import it.percorsi.person.People;
import it.percorsi.person.Person;
import it.percorsi.person.PersonService;
import it.percorsi.person.Search;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is meant, who may be the same, and where else: what {@link People} can be asked for. */
@Component
class FindingPeople {

    private final Queries queries;

    FindingPeople(Queries queries) {
        this.queries = queries;
    }

    List<People.Hit> search(Search search, Actor viewer) {
        if (search.code() != null) {
            return hits(
                            """
                            (select i.person_id, max((i.value = :typed)::int) fitness from identifier i
                            where i.value = any (:codes)
                              and granted(i.person_id, :organisation, :role,
                                  case when i.kind in ('STP', 'ENI') then 'RESERVED' else 'IDENTITY' end)
                            group by i.person_id)
                            """,
                            viewer)
                    .param("typed", search.code())
                    .param("codes", Queries.texts(codes(search.code())))
                    .list(People.Hit.class);
        }
        if (search.permit() != null) {
            return hits(
                            """
                            (select distinct r.person_id, 1 fitness from residence_permit r
                            where r.number = :number and granted(r.person_id, :organisation, :role, 'STATUS'))
                            """,
                            viewer)
                    .param("number", search.permit())
                    .list(People.Hit.class);
        }
        // Many names sound alike in Latin letters: whoever is known to be written otherwise comes
        // after.
        return hits(
                        """
                        (select a.person_id, a.fitness - case when :written <@ string_to_array(w.original_script, ' ')
                            is not false then 0 else 0.3 end fitness
                        from find_people(:words, :born, :year, :phone) a join person w on w.id = a.person_id)
                        """,
                        viewer)
                .param("written", Queries.texts(search.inOriginalScript()))
                .param("words", Queries.texts(search.words()))
                .param("born", search.born(), Types.DATE)
                .param("year", search.year(), Types.INTEGER)
                .param("phone", search.phone(), Types.VARCHAR)
                .list(People.Hit.class);
    }

    List<People.Hit> hits(List<UUID> ids, Actor viewer) {
        return hits(
                        "(select person_id, -place fitness from unnest(:ids) with ordinality t (person_id, place))",
                        viewer)
                .param("ids", Queries.uuids(ids))
                .list(People.Hit.class);
    }

    List<People.Alike> alike(PersonService.Registration registration, Actor viewer) {
        Person.Identity identity = registration.identity();
        Identifier identifier = registration.identifier();
        return queries.sql(
                        """
                        select * from alike_people(:key, :found, :given, :born, :precision, :phone, :code) a
                        where granted(a.person_id, :organisation, :role, 'IDENTITY')
                        """,
                        viewer)
                .param("key", identity.nameKey())
                .param("found", identity.searchName())
                .param("given", Names.key(identity.givenName()))
                .param("born", identity.born().on())
                .param("precision", identity.born().precision().name())
                .param("phone", registration.contact().phone(), Types.VARCHAR)
                .param("code", identifier == null ? null : identifier.value(), Types.VARCHAR)
                .list(People.Alike.class);
    }

    private static Set<String> codes(String typed) {
        Set<String> codes = new HashSet<>(FiscalCode.meant(typed));
        codes.add(typed);
        return codes;
    }

    /**
     * @param found rows of person_id and fitness
     */
    private Statement hits(String found, Actor viewer) {
        return queries.sql(
                """
                select p.id, p.family_name, p.given_name, p.born_on, p.born_precision, l.name language_name,
                    c.phone
                from %s f
                join person p on p.id = f.person_id
                join language l on l.code = p.language
                left join person_contact c on c.person_id = p.id
                    and granted(p.id, :organisation, :role, 'CONTACTS')
                where granted(p.id, :organisation, :role, 'IDENTITY')
                order by f.fitness desc, p.family_name, p.given_name, p.id
                limit 25
                """
                        .formatted(found),
                viewer);
    }

    List<People.Elsewhere> elsewhere(
            @Nullable String code, String nameKey, @Nullable LocalDate born, Actor viewer) {
        if (code == null && (born == null || nameKey.isBlank())) {
            return List.of();
        }
        return queries.sql("select * from file_elsewhere(:code, :name, :born)", viewer)
                .param("code", code, Types.VARCHAR)
                .param("name", nameKey)
                .param("born", born, Types.DATE)
                .list(People.Elsewhere.class);
    }
}
