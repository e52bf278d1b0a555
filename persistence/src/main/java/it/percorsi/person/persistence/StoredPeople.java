package it.percorsi.person.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Ids;
import it.percorsi.person.Identifier;
import it.percorsi.person.People;
import it.percorsi.person.Person;
import it.percorsi.person.PersonFile;
import it.percorsi.person.PersonService;
import it.percorsi.person.Search;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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
    private final FindingPeople finding;
    private final CompletingPeople completing;

    StoredPeople(
            EntityManager entities,
            Queries queries,
            PersonFiles files,
            FindingPeople finding,
            CompletingPeople completing) {
        this.entities = entities;
        this.queries = queries;
        this.files = files;
        this.finding = finding;
        this.completing = completing;
    }

    @Override
    public void register(Person person) {
        entities.persist(person);
        entities.flush();
    }

    @Override
    public void registerAll(List<Person> people) {
        people.forEach(entities::persist);
        entities.flush();
    }

    @Override
    public void completeAll(
            List<UUID> people,
            List<PersonService.Registration> registrations,
            UUID operatorId,
            Instant at) {
        completing.completeAll(people, registrations, operatorId, at);
    }

    @Override
    public void touch(Person person) {
        entities.lock(person, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    @Override
    public void setContact(UUID person, PersonFile.Contact contact) {
        int known =
                contact(
                        """
                        update person_contact set phone = :phone, email = :email, address = :address,
                            municipality = :municipality, channel = :channel, version = version + 1
                        where person_id = :person
                        """,
                        person,
                        contact);
        if (known == 0) {
            contact(
                    """
                    insert into person_contact (person_id, phone, email, address, municipality, channel, version)
                    values (:person, :phone, :email, :address, :municipality, :channel, 0)
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
                .param("channel", contact.channel(), Types.VARCHAR)
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
    public void setCitizenships(UUID person, List<String> countries) {
        queries.sql(
                        """
                        update citizenship set valid_until = now()
                        where person_id = :person and valid_until is null and country <> all (:countries)
                        """)
                .param("person", person)
                .param("countries", Queries.texts(countries))
                .update();
        List<String> held =
                queries.sql(
                                "select country from citizenship where person_id = :person and valid_until is null")
                        .param("person", person)
                        .list(String.class);
        addCitizenships(person, countries.stream().filter(c -> !held.contains(c)).toList());
    }

    @Override
    public void identify(UUID person, Identifier identifier, LocalDate today) {
        List<String> current =
                queries.sql(
                                """
                                select value from identifier
                                where person_id = :person and kind = :kind and valid_until is null
                                """)
                        .param("person", person)
                        .param("kind", identifier.kind().name())
                        .list(String.class);
        if (current.contains(identifier.value())) {
            return;
        }
        queries.sql(
                        """
                        update identifier set valid_until = :today
                        where person_id = :person and valid_until is null
                          and (kind = :kind or :kind = 'FISCAL_CODE' and kind = 'PROVISIONAL_CODE')
                        """)
                .param("person", person)
                .param("kind", identifier.kind().name())
                .param("today", today)
                .update();
        queries.sql(
                        """
                        insert into identifier (id, person_id, kind, value)
                        values (:id, :person, :kind, :value)
                        """)
                .param("id", Ids.next())
                .param("person", person)
                .param("kind", identifier.kind().name())
                .param("value", identifier.value())
                .update();
    }

    @Override
    public void addPermit(
            UUID person,
            String kind,
            @Nullable String number,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate receiptOn,
            Instant at) {
        queries.sql(
                        """
                        insert into residence_permit (id, person_id, kind, number, expires_on, receipt_on, recorded_at)
                        values (:id, :person, :kind, :number, :expires, :receipt, :at)
                        """)
                .param("id", Ids.next())
                .param("person", person)
                .param("kind", kind)
                .param("number", number, Types.VARCHAR)
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
        return finding.search(search, viewer);
    }

    @Override
    public List<Hit> hits(List<UUID> ids, Actor viewer) {
        return finding.hits(ids, viewer);
    }

    @Override
    public List<Alike> alike(PersonService.Registration registration, Actor viewer) {
        return finding.alike(registration, viewer);
    }

    @Override
    public List<Elsewhere> elsewhere(
            @Nullable String code, String nameKey, @Nullable LocalDate born, Actor viewer) {
        return finding.elsewhere(code, nameKey, born, viewer);
    }
}
