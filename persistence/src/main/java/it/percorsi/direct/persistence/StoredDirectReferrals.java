package it.percorsi.direct.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.direct.DirectReferral;
import it.percorsi.direct.DirectReferrals;
import it.percorsi.pathway.Mark;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredDirectReferrals implements DirectReferrals {

    /** Shown one by one to whoever is granted the person, in lists to whom they are entrusted. */
    private static final String ROWS =
            """
            select d.id, d.person_id, d.person_name, d.phone, l.name language_name, d.organisation_id,
                o.name organisation_name, w.name operator_name, d.receiver_id, coalesce(d.receiver_name, v.name) receiver_name,
                d.service, d.asked, d.needs, d.reason, d.legal_basis, d.status, d.sent_at, d.due_on, d.answer_by, d.paused_at,
                d.follows_id, (select f.id from direct_referral f where f.follows_id = d.id) followed_by_id
            from direct_referral d
            join language l on l.code = d.language
            join organisation o on o.id = d.organisation_id
            join operator w on w.id = d.operator_id
            left join organisation v on v.id = d.receiver_id
            where %s(d.person_id, :organisation, :role, 'AGENDA', d.id)
            """;

    private final EntityManager entities;
    private final Queries queries;

    StoredDirectReferrals(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void save(DirectReferral referral) {
        entities.persist(referral);
    }

    @Override
    public Optional<DirectReferral> visible(UUID id, Actor viewer) {
        return queries.granted(DirectReferral.class, "personId", "AGENDA", id, viewer);
    }

    @Override
    public Optional<Row> row(UUID id, Actor viewer) {
        return queries.sql(ROWS.formatted("granted") + "and d.id = :id", viewer)
                .param("id", id)
                .optional(Row.class);
    }

    @Override
    public List<Made> made(UUID id, Actor viewer) {
        return queries.sql(
                        """
                        select s.at, s.move, w.name operator_name, o.name organisation_name, s.note
                        from step s join operator w on w.id = s.operator_id join organisation o on o.id = s.organisation_id
                        where s.subject_id = :id and granted(s.person_id, :organisation, :role, 'AGENDA', s.subject_id)
                        order by s.at, s.id
                        """,
                        viewer)
                .param("id", id)
                .list(Made.class);
    }

    @Override
    public List<Row> open(@Nullable Mark after, Actor viewer, int most) {
        Mark mark = after == null ? Mark.BEGINNING : after;
        return queries.sql(
                        ROWS.formatted("entrusted")
                                + """
                                and d.due_on is not null
                                and (d.organisation_id = :organisation or d.receiver_id = :organisation)
                                and (d.due_on, d.id) > (:on, :id)
                                order by d.due_on, d.id limit :most
                                """,
                        viewer)
                .param("on", mark.on())
                .param("id", mark.id())
                .param("most", most)
                .list(Row.class);
    }

    @Override
    public List<Row> expired(Actor viewer) {
        return queries.sql(
                        ROWS.formatted("entrusted")
                                + """
                                and d.status = 'EXPIRED' and d.answer_by > current_date - 31
                                and (d.organisation_id = :organisation or d.receiver_id = :organisation)
                                and not exists (select 1 from direct_referral f where f.follows_id = d.id)
                                order by d.answer_by desc, d.id limit 100
                                """,
                        viewer)
                .list(Row.class);
    }

    @Override
    public List<Row> ofPerson(UUID person, Actor viewer) {
        return queries.sql(
                        ROWS.formatted("granted")
                                + "and d.person_id = :person order by d.sent_at desc, d.id limit 100",
                        viewer)
                .param("person", person)
                .list(Row.class);
    }

    @Override
    public List<Receiver> receivers(Actor viewer) {
        return queries.sql(
                        """
                        select o.id, o.name from organisation o
                        where o.id <> :organisation and exists (
                            select 1 from membership m
                            where m.organisation_id = o.id and m.valid_from <= current_date
                                and m.role in ('DESK', 'SOCIAL_WORKER', 'CPI_OPERATOR', 'SPECIALIST')
                                and (m.valid_until is null or m.valid_until > current_date))
                        order by o.name
                        """,
                        viewer)
                .list(Receiver.class);
    }
}
