package it.percorsi.attachment.persistence;

import it.percorsi.access.Actor;
import it.percorsi.attachment.Attachments;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Step;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredAttachments implements Attachments {

    /** The section is open to the viewer; to a panel, what went to it with a referral alone. */
    private static final String READABLE =
            """
            where (:role not in ('PANEL_SECRETARY', 'PANEL_MEMBER')
                    and granted(a.person_id, :organisation, :role, a.section)
                or :role in ('PANEL_SECRETARY', 'PANEL_MEMBER') and exists (select 1
                    from referral_paper x join referral r on r.id = x.referral_id
                    where x.attachment_id = a.id and granted(r.person_id, :organisation, :role, 'SOCIAL', r.id)))
            """;

    private static final String ROWS =
            """
            select a.id, a.person_id, a.section, a.about, a.kind, a.size, a.at, o.name operator_name,
                a.organisation_id, g.name organisation_name, a.withdrawn_at, a.withdrawn_why
            from attachment a
            join operator o on o.id = a.operator_id
            join organisation g on g.id = a.organisation_id
            """
                    + READABLE;

    private final EntityManager entities;
    private final Queries queries;

    StoredAttachments(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void add(UUID id, UUID person, Paper paper, Actor by, Instant at) {
        queries.sql(
                        """
                        insert into attachment (id, person_id, section, about, kind, size, content, at, operator_id,
                            organisation_id)
                        values (:id, :person, :section, :about, :kind, :size, :content, :at, :operator, :organisation)
                        """,
                        by)
                .param("id", id)
                .param("person", person)
                .param("section", paper.section().name())
                .param("about", paper.about())
                .param("kind", paper.scan().kind().name())
                .param("size", paper.scan().content().length)
                .param("content", paper.scan().content())
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public void withdraw(UUID id, String why, Actor by, Instant at) {
        queries.sql(
                        """
                        update attachment set content = null, withdrawn_at = :at, withdrawn_by = :operator,
                            withdrawn_why = :why
                        where id = :id and organisation_id = :organisation
                        """,
                        by)
                .param("id", id)
                .param("why", why)
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public void record(Step step) {
        entities.persist(step);
    }

    @Override
    public List<Row> ofPerson(UUID person, Actor viewer) {
        return queries.sql(
                        ROWS + "and a.person_id = :person order by a.at desc, a.id desc limit 200",
                        viewer)
                .param("person", person)
                .list(Row.class);
    }

    @Override
    public List<Row> sentWith(UUID referral, Actor viewer) {
        return queries.sql(
                        ROWS
                                + "and a.id in (select attachment_id from referral_paper where referral_id = :referral) order by a.at, a.id",
                        viewer)
                .param("referral", referral)
                .list(Row.class);
    }

    @Override
    public Optional<Row> visible(UUID id, Actor viewer) {
        return queries.sql(ROWS + "and a.id = :id", viewer).param("id", id).optional(Row.class);
    }

    @Override
    public Optional<byte[]> content(UUID id, Actor viewer) {
        return queries.sql(
                        "select a.content from attachment a "
                                + READABLE
                                + "and a.id = :id and a.content is not null",
                        viewer)
                .param("id", id)
                .optional(byte[].class);
    }
}
