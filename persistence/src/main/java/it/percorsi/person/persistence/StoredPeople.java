package it.percorsi.person.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Ids;
import it.percorsi.person.FiscalCode;
import it.percorsi.person.People;
import it.percorsi.person.Person;
import it.percorsi.person.PersonFile;
import it.percorsi.person.Search;
import jakarta.persistence.EntityManager;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredPeople implements People {

    private final EntityManager entities;
    private final Queries queries;
    private final PersonFiles files;

    StoredPeople(EntityManager entities, Queries queries, PersonFiles files) {
        this.entities = entities;
        this.queries = queries;
        this.files = files;
    }

    @Override
    public void register(Person person) {
        entities.persist(person);
        entities.flush();
    }

    @Override
    public void setContact(UUID person, PersonFile.Contact contact) {
        int known =
                contact(
                        """
                        update person_contact set phone = :phone, email = :email, address = :address,
                            municipality = :municipality, version = version + 1
                        where person_id = :person
                        """,
                        person,
                        contact);
        if (known == 0) {
            contact(
                    """
                    insert into person_contact (person_id, phone, email, address, municipality, version)
                    values (:person, :phone, :email, :address, :municipality, 0)
                    """,
                    person,
                    contact);
        }
    }

    private int contact(String sql, UUID person, PersonFile.Contact contact) {
        return queries.sql(sql)
                .param("person", person)
                .param("phone", contact.phone(), Types.VARCHAR)
                .param("email", contact.email(), Types.VARCHAR)
                .param("address", contact.address(), Types.VARCHAR)
                .param("municipality", contact.municipality(), Types.VARCHAR)
                .update();
    }

    @Override
    public void addCitizenships(UUID person, List<String> countries) {
        for (String country : countries) {
            queries.sql("insert into citizenship (person_id, country) values (:person, :country)")
                    .param("person", person)
                    .param("country", country)
                    .update();
        }
    }

    @Override
    public void setFiscalCode(UUID person, FiscalCode code, LocalDate today) {
        List<String> current =
                queries.sql(
                                """
                                select value from identifier
                                where person_id = :person and kind = 'FISCAL_CODE' and valid_until is null
                                """)
                        .param("person", person)
                        .list(String.class);
        if (current.contains(code.value())) {
            return;
        }
        queries.sql(
                        """
                        update identifier set valid_until = :today
                        where person_id = :person and kind = 'FISCAL_CODE' and valid_until is null
                        """)
                .param("person", person)
                .param("today", today)
                .update();
        queries.sql(
                        """
                        insert into identifier (id, person_id, kind, value)
                        values (:id, :person, 'FISCAL_CODE', :value)
                        """)
                .param("id", Ids.next())
                .param("person", person)
                .param("value", code.value())
                .update();
    }

    @Override
    public void addPermit(
            UUID person,
            String kind,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate receiptOn,
            Instant at) {
        queries.sql(
                        """
                        insert into residence_permit (id, person_id, kind, expires_on, receipt_on, recorded_at)
                        values (:id, :person, :kind, :expires, :receipt, :at)
                        """)
                .param("id", Ids.next())
                .param("person", person)
                .param("kind", kind)
                .param("expires", expiresOn, Types.DATE)
                .param("receipt", receiptOn, Types.DATE)
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public void recordNotice(
            UUID person, String version, String language, UUID operatorId, Instant at) {
        queries.sql(
                        """
                        insert into notice_given (id, person_id, version, language, at, operator_id)
                        values (:id, :person, :version, :language, :at, :operator)
                        """)
                .param("id", Ids.next())
                .param("person", person)
                .param("version", version)
                .param("language", language)
                .param("at", Queries.at(at))
                .param("operator", operatorId)
                .update();
    }

    @Override
    public Optional<Person> visible(UUID id, Actor viewer) {
        return queries.granted(Person.class, "id", "IDENTITY", id, viewer);
    }

    @Override
    public Optional<PersonFile> file(UUID id, Actor viewer) {
        return visible(id, viewer).map(person -> files.file(person, viewer));
    }

    @Override
    public List<Hit> search(Search search, Actor viewer) {
        return queries.sql(
                        """
                        select p.id, p.family_name, p.given_name, p.born_on, l.name language_name, c.phone
                        from person p
                        join language l on l.code = p.language
                        left join person_contact c on c.person_id = p.id
                            and granted(p.id, :organisation, :role, 'CONTACTS')
                        where (select coalesce(bool_and(p.search_name like '%' || w || '%'
                                or word_similarity(w, p.search_name) >= 0.5), true)
                            from unnest(:words) w)
                          and (:born::date is null or p.born_on = :born)
                          and (:year::int is null or extract(year from p.born_on) = :year)
                          and (:phone::text is null or regexp_replace(c.phone, '\\D', '', 'g') like '%' || :phone)
                          and (:code::text is null or exists (select 1 from identifier i
                              where i.person_id = p.id and i.value = :code))
                          and granted(p.id, :organisation, :role, 'IDENTITY')
                        order by word_similarity(:name, p.search_name) desc, p.family_name, p.given_name, p.id
                        limit 25
                        """,
                        viewer)
                .param("words", Queries.texts(search.words()))
                .param("name", String.join(" ", search.words()))
                .param("born", search.born(), Types.DATE)
                .param("year", search.year(), Types.INTEGER)
                .param("phone", search.phone(), Types.VARCHAR)
                .param("code", search.code(), Types.VARCHAR)
                .list(Hit.class);
    }

    @Override
    public List<Elsewhere> elsewhere(
            @Nullable String code, String name, @Nullable LocalDate born, Actor viewer) {
        if (code == null && (born == null || name.isBlank())) {
            return List.of();
        }
        return queries.sql("select * from file_elsewhere(:code, :name, :born)", viewer)
                .param("code", code, Types.VARCHAR)
                .param("name", name)
                .param("born", born, Types.DATE)
                .list(Elsewhere.class);
    }
}
