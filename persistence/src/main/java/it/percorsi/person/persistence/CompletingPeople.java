package it.percorsi.person.persistence;

import it.percorsi.database.Queries;
import it.percorsi.person.PersonFile.Contact;
import it.percorsi.person.PersonService.Registration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What is known of many new people, one statement for each kind of row. */
@Component
class CompletingPeople {

    private final Queries queries;

    CompletingPeople(Queries queries) {
        this.queries = queries;
    }

    void completeAll(
            List<UUID> people, List<Registration> registrations, UUID operatorId, Instant at) {
        contacts(people, registrations);
        citizenships(people, registrations);
        identifiers(people, registrations);
        queries.sql(
                        """
                        insert into notice_given (id, person_id, version, language, at, operator_id)
                        select gen_random_uuid(), person, version, language, :at, :operator
                        from unnest(:people, :versions, :languages) n (person, version, language)
                        """)
                .param("people", Queries.uuids(people))
                .param("versions", each(registrations, Registration::noticeVersion))
                .param("languages", each(registrations, Registration::noticeLanguage))
                .param("at", Queries.at(at))
                .param("operator", operatorId)
                .update();
    }

    private void contacts(List<UUID> people, List<Registration> registrations) {
        List<Contact> contacts = registrations.stream().map(Registration::contact).toList();
        queries.sql(
                        """
                        insert into person_contact (person_id, phone, email, address, municipality, channel, version)
                        select c.*, 0 from unnest(:people, :phones, :emails, :addresses, :municipalities, :channels) c
                        """)
                .param("people", Queries.uuids(people))
                .param("phones", each(contacts, Contact::phone))
                .param("emails", each(contacts, Contact::email))
                .param("addresses", each(contacts, Contact::address))
                .param("municipalities", each(contacts, Contact::municipality))
                .param("channels", each(contacts, Contact::channel))
                .update();
    }

    private void citizenships(List<UUID> people, List<Registration> registrations) {
        List<UUID> whose = new ArrayList<>();
        List<String> countries = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            for (String country : registrations.get(i).citizenships()) {
                whose.add(people.get(i));
                countries.add(country);
            }
        }
        queries.sql(
                        "insert into citizenship (person_id, country) select * from unnest(:people, :countries)")
                .param("people", Queries.uuids(whose))
                .param("countries", Queries.texts(countries))
                .update();
    }

    private void identifiers(List<UUID> people, List<Registration> registrations) {
        List<UUID> whose = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            var code = registrations.get(i).identifier();
            if (code != null) {
                whose.add(people.get(i));
                kinds.add(code.kind().name());
                values.add(code.value());
            }
        }
        queries.sql(
                        """
                        insert into identifier (id, person_id, kind, value)
                        select gen_random_uuid(), i.* from unnest(:people, :kinds, :values) i
                        """)
                .param("people", Queries.uuids(whose))
                .param("kinds", Queries.texts(kinds))
                .param("values", Queries.texts(values))
                .update();
    }

    private static <T> SqlArrayValue each(List<T> rows, Function<T, @Nullable String> part) {
        return new SqlArrayValue("text", rows.stream().map(part).toArray());
    }
}
