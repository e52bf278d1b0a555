package it.percorsi.assessment.persistence;

import it.percorsi.access.Actor;
import it.percorsi.assessment.Cefr;
import it.percorsi.assessment.SkillsReviews;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Step;
import jakarta.persistence.EntityManager;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class StoredSkillsReviews implements SkillsReviews {

    private static final String FRAMES =
            """
            select r.id, r.person_id, r.opened_at, o.name opened_by, g.name organisation_name
            from skills_review r
            join operator o on o.id = r.operator_id
            join organisation g on g.id = r.organisation_id
            where granted(r.person_id, :organisation, :role, 'LABOUR')
            """;

    private static final String INSERT =
            """
            insert into skills_line (id, review_id, person_id, kind, what, place, period, spoken, written, evidence,
                replaces_id, struck, at, operator_id, organisation_id, thing_id)
            """;

    private final EntityManager entities;
    private final Queries queries;

    StoredSkillsReviews(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void open(UUID id, UUID person, Actor by, Instant at) {
        queries.sql(
                        """
                        insert into skills_review (id, person_id, opened_at, operator_id, organisation_id)
                        values (:id, :person, :at, :operator, :organisation)
                        """,
                        by)
                .param("id", id)
                .param("person", person)
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public void carryOver(UUID from, UUID to, Actor by, Instant at) {
        queries.sql(
                        INSERT
                                + """
                                select gen_random_uuid(), :to, l.person_id, l.kind, l.what, l.place, l.period, l.spoken,
                                    l.written, l.evidence, null, false, :at, :operator, :organisation, l.thing_id
                                from skills_line l
                                where l.review_id = :from and not l.struck
                                  and not exists (select 1 from skills_line n where n.replaces_id = l.id)
                                  and granted(l.person_id, :organisation, :role, 'LABOUR')
                                """,
                        by)
                .param("from", from)
                .param("to", to)
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public void add(
            UUID review,
            UUID person,
            Line line,
            @Nullable Row replaces,
            boolean struck,
            Actor by,
            Instant at) {
        UUID id = Ids.next();
        queries.sql(
                        INSERT
                                + """
                                values (:id, :review, :person, :kind, :what, :place, :period, :spoken, :written,
                                    :evidence, :replaces, :struck, :at, :operator, :organisation, :thing)
                                """,
                        by)
                .param("id", id)
                .param("thing", replaces == null ? id : replaces.thingId())
                .param("review", review)
                .param("person", person)
                .param("kind", line.kind().name())
                .param("what", line.what())
                .param("place", line.place())
                .param("period", line.period())
                .param("spoken", name(line.spoken()), Types.VARCHAR)
                .param("written", name(line.written()), Types.VARCHAR)
                .param("evidence", line.evidence())
                .param("replaces", replaces == null ? null : replaces.id(), Types.OTHER)
                .param("struck", struck)
                .param("at", Queries.at(at))
                .update();
    }

    private static @Nullable String name(@Nullable Cefr level) {
        return level == null ? null : level.name();
    }

    @Override
    public void record(Step step) {
        entities.persist(step);
    }

    @Override
    public Optional<Frame> visible(UUID id, Actor viewer) {
        return queries.sql(FRAMES + "and r.id = :id", viewer).param("id", id).optional(Frame.class);
    }

    @Override
    public List<Frame> ofPerson(UUID person, int limit, Actor viewer) {
        return queries.sql(
                        FRAMES
                                + "and r.person_id = :person order by r.opened_at desc, r.id desc limit :limit",
                        viewer)
                .param("person", person)
                .param("limit", limit)
                .list(Frame.class);
    }

    @Override
    public List<Row> lines(UUID review, Actor viewer) {
        return queries.sql(
                        """
                        select l.id, l.thing_id, l.kind, l.what, l.place, l.period, l.spoken, l.written, l.evidence, l.replaces_id,
                            l.struck, exists (select 1 from skills_line n where n.replaces_id = l.id) replaced, l.at,
                            o.name operator_name, g.name organisation_name
                        from skills_line l
                        join operator o on o.id = l.operator_id
                        join organisation g on g.id = l.organisation_id
                        where l.review_id = :review and granted(l.person_id, :organisation, :role, 'LABOUR')
                        order by l.at, l.thing_id, l.id
                        """,
                        viewer)
                .param("review", review)
                .list(Row.class);
    }
}
