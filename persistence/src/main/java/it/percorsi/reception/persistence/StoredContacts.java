package it.percorsi.reception.persistence;

import it.percorsi.access.Actor;
import it.percorsi.access.NotVisible;
import it.percorsi.database.Queries;
import it.percorsi.reception.Contact;
import it.percorsi.reception.Contacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredContacts implements Contacts {

    private static final String ROWS =
            """
            select c.id, c.at at time zone 'Europe/Rome' as time, c.topic, c.language, l.name language_name, c.channel,
                c.outcome
            from desk_contact c join language l on l.code = c.language
            where c.organisation_id = :organisation and c.undone_at is null
            """;

    private final Queries queries;

    StoredContacts(Queries queries) {
        this.queries = queries;
    }

    @Override
    public void record(Contact contact, Actor by, Instant at) {
        queries.sql(
                        """
                        insert into desk_contact (id, desk_id, organisation_id, operator_id, at, topic, language, channel,
                            outcome)
                        values (:id, :desk, :organisation, :operator, :at, :topic, :language, :channel, :outcome)
                        """,
                        by)
                .param("id", contact.id())
                .param("desk", contact.deskId())
                .param("at", Queries.at(at))
                .param("topic", contact.topic().name())
                .param("language", contact.language())
                .param("channel", contact.channel().name())
                .param("outcome", contact.outcome().name())
                .update();
    }

    @Override
    public boolean undo(UUID contact, Actor by, Instant at) {
        return queries.sql(
                                """
                                update desk_contact set undone_at = :at, undone_by = :operator
                                where id = :id and organisation_id = :organisation and undone_at is null
                                """,
                                by)
                        .param("id", contact)
                        .param("at", Queries.at(at))
                        .update()
                == 1;
    }

    @Override
    public void attach(UUID contact, UUID person, Actor by) {
        // First of all, so that who undoes it meanwhile waits, or is seen.
        if (queries.sql(
                                "update desk_contact set outcome = 'FILE_OPENED' where id = :id and undone_at is null")
                        .param("id", contact)
                        .update()
                == 0) {
            throw new NotVisible();
        }
        queries.sql(
                        """
                        insert into contact_person (contact_id, person_id, operator_id, organisation_id)
                        values (:id, :person, :operator, :organisation)
                        """,
                        by)
                .param("id", contact)
                .param("person", person)
                .update();
    }

    @Override
    public Optional<Row> find(UUID contact, Actor viewer) {
        return queries.sql(ROWS + "and c.id = :id", viewer)
                .param("id", contact)
                .optional(Row.class);
    }

    @Override
    public List<Row> latest(LocalDate day, Actor viewer) {
        return queries.sql(
                        ROWS
                                + "and c.day = :day and c.operator_id = :operator order by c.at desc, c.id desc limit 5",
                        viewer)
                .param("day", day)
                .list(Row.class);
    }

    @Override
    public List<Figure> figures(LocalDate from, LocalDate until, Actor viewer) {
        return queries.sql(
                        """
                        select c.day, c.topic, l.name language_name, c.channel, c.outcome, count(*) contacts
                        from desk_contact c join language l on l.code = c.language
                        where c.organisation_id = :organisation and c.undone_at is null and c.day between :from and :until
                        group by grouping sets ((c.day, c.topic, l.name, c.channel, c.outcome), (c.day), (c.topic), (l.name),
                            (c.channel), (c.outcome), ())
                        order by c.day, c.topic, l.name, c.channel, c.outcome
                        """,
                        viewer)
                .param("from", from)
                .param("until", until)
                .list(Figure.class);
    }
}
