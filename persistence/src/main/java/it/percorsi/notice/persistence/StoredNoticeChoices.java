package it.percorsi.notice.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.notice.NoticeChoices;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredNoticeChoices implements NoticeChoices {

    private final Queries queries;

    StoredNoticeChoices(Queries queries) {
        this.queries = queries;
    }

    @Override
    public Optional<Choice> of(UUID person, Actor viewer) {
        return queries.sql(
                        """
                        select coalesce(c.email, '') <> '' has_email, coalesce(c.phone, '') <> '' has_phone,
                            c.email_refused_at, c.sms_refused_at
                        from person p left join person_contact c on c.person_id = p.id
                        where p.id = :person and granted(p.id, :organisation, :role, 'CONTACTS')
                        """,
                        viewer)
                .param("person", person)
                .optional(Choice.class);
    }

    /** A no keeps the date of the first time it was said. */
    @Override
    public void refuse(UUID person, boolean email, boolean sms, Actor by, Instant at) {
        queries.sql(
                        """
                        update person_contact set
                            email_refused_at = case when :email then coalesce(email_refused_at, :at) end,
                            sms_refused_at = case when :sms then coalesce(sms_refused_at, :at) end
                        where person_id = :person and granted(person_id, :organisation, :role, 'CONTACTS')
                        """,
                        by)
                .param("person", person)
                .param("email", email)
                .param("sms", sms)
                .param("at", Queries.at(at))
                .update();
    }
}
