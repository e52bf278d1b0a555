package it.percorsi.person.persistence;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.database.Queries;
import it.percorsi.database.Statement;
import it.percorsi.network.Network.Country;
import it.percorsi.person.Person;
import it.percorsi.person.PersonFile;
import it.percorsi.person.ResidencePermit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person's file, each part only if it is granted to the viewer. */
@Component
class PersonFiles {

    private final Queries queries;

    PersonFiles(Queries queries) {
        this.queries = queries;
    }

    PersonFile file(Person person, Actor viewer) {
        UUID id = person.id();
        return new PersonFile(
                person,
                part("select name from language where code = :code", viewer, id)
                        .param("code", person.language())
                        .single(String.class),
                person.bornIn() == null
                        ? null
                        : part(
                                        """
                                        select name from municipality where belfiore = :code
                                        union all select name from country where belfiore = :code limit 1
                                        """,
                                        viewer,
                                        id)
                                .param("code", person.bornIn())
                                .optional(String.class)
                                .orElse(null),
                part(
                                """
                                select c.phone, c.email, c.address, c.municipality, m.name municipality_name,
                                    c.channel
                                from person_contact c left join municipality m on m.belfiore = c.municipality
                                where c.person_id = :person
                                    and granted(c.person_id, :organisation, :role, 'CONTACTS')
                                """,
                                viewer,
                                id)
                        .optional(PersonFile.Contact.class)
                        .orElse(null),
                part(
                                """
                                select k.code, k.name, k.belfiore, k.eu_from, k.eu_until, k.free_from, k.free_until,
                                    k.language
                                from citizenship c join country k on k.code = c.country
                                where c.person_id = :person and c.valid_until is null
                                    and granted(c.person_id, :organisation, :role, 'STATUS')
                                order by k.name
                                """,
                                viewer,
                                id)
                        .list(Country.class),
                part(
                                """
                                select kind, value, valid_until from identifier
                                where person_id = :person
                                    and granted(person_id, :organisation, :role,
                                        case when kind in ('STP', 'ENI') then 'RESERVED' else 'IDENTITY' end)
                                order by valid_until desc nulls first, kind, id
                                """,
                                viewer,
                                id)
                        .list(PersonFile.Identified.class),
                viewer.maySee(Section.STATUS) ? permit(id, viewer) : null,
                part(
                                """
                                select n.version, l.name language_name, n.at,
                                    notice_in_force((now() at time zone 'Europe/Rome')::date) newest
                                from notice_given n join language l on l.code = n.language
                                where n.person_id = :person
                                    and granted(n.person_id, :organisation, :role, 'IDENTITY')
                                order by n.at desc limit 1
                                """,
                                viewer,
                                id)
                        .optional(PersonFile.NoticeGiven.class)
                        .orElse(null));
    }

    private @Nullable ResidencePermit permit(UUID person, Actor viewer) {
        return part(
                        """
                        select p.kind, k.name kind_name, p.number, p.expires_on, p.receipt_on
                        from residence_permit p join permit_kind k on k.code = p.kind
                        where p.person_id = :person and granted(p.person_id, :organisation, :role, 'STATUS')
                        order by p.recorded_at desc, p.id desc limit 1
                        """,
                        viewer,
                        person)
                .optional(ResidencePermit.class)
                .orElse(null);
    }

    private Statement part(String sql, Actor viewer, UUID person) {
        return queries.sql(sql, viewer).param("person", person);
    }
}
