package it.percorsi.assessment.persistence;

import it.percorsi.access.Actor;
import it.percorsi.assessment.Area;
import it.percorsi.assessment.Assessments;
import it.percorsi.assessment.Depth;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Ids;
import it.percorsi.pathway.Step;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredAssessments implements Assessments {

    private static final String FRAMES =
            """
            select a.id, a.person_id, a.depth, a.opened_at, o.name opened_by, a.organisation_id,
                g.name organisation_name, a.signed_at, s.name signed_by_name, f.name signed_for_name
            from assessment a
            join operator o on o.id = a.operator_id
            join organisation g on g.id = a.organisation_id
            left join operator s on s.id = a.signed_by
            left join organisation f on f.id = a.signed_for
            where granted(a.person_id, :organisation, :role, 'LABOUR')
            """;

    private static final String WRITTEN =
            """
            w.assessment_id, w.area, w.version, w.level, w.body, w.at, o.name operator_name,
                g.name organisation_name
            from assessment_area w
            join operator o on o.id = w.operator_id
            join organisation g on g.id = w.organisation_id
            where granted(w.person_id, :organisation, :role, w.section)
            """;

    private final EntityManager entities;
    private final Queries queries;

    StoredAssessments(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void open(UUID id, UUID person, Depth depth, Actor by, Instant at) {
        queries.sql(
                        """
                        insert into assessment (id, person_id, depth, opened_at, operator_id, organisation_id)
                        values (:id, :person, :depth, :at, :operator, :organisation)
                        """,
                        by)
                .param("id", id)
                .param("person", person)
                .param("depth", depth.name())
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public void write(Wording wording, UUID person, Actor by, Instant at) {
        queries.sql(
                        """
                        insert into assessment_area (id, assessment_id, person_id, area, section, version, level,
                            body, at, operator_id, organisation_id)
                        values (:id, :assessment, :person, :area, :section, :version, :level, :body, :at,
                            :operator, :organisation)
                        """,
                        by)
                .param("id", Ids.next())
                .param("assessment", wording.assessmentId())
                .param("person", person)
                .param("area", wording.area().name())
                .param("section", wording.area().section().name())
                .param("version", wording.version())
                .param("level", wording.level())
                .param("body", wording.body())
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public void sign(UUID id, Actor by, Instant at) {
        queries.sql(
                        """
                        update assessment set signed_at = :at, signed_by = :operator, signed_for = :organisation
                        where id = :id
                        """,
                        by)
                .param("id", id)
                .param("at", Queries.at(at))
                .update();
    }

    @Override
    public void record(Step step) {
        entities.persist(step);
    }

    @Override
    public Optional<Frame> visible(UUID id, Actor viewer) {
        return queries.sql(FRAMES + "and a.id = :id", viewer).param("id", id).optional(Frame.class);
    }

    @Override
    public List<Frame> ofPerson(UUID person, int limit, Actor viewer) {
        return queries.sql(
                        FRAMES
                                + "and a.person_id = :person order by a.opened_at desc, a.id desc limit :limit",
                        viewer)
                .param("person", person)
                .param("limit", limit)
                .list(Frame.class);
    }

    @Override
    public List<Written> written(List<UUID> assessments, Actor viewer) {
        return queries.sql(
                        "select distinct on (w.assessment_id, w.area) "
                                + WRITTEN
                                + "and w.assessment_id = any (:ids) order by w.assessment_id, w.area, w.version desc",
                        viewer)
                .param("ids", Queries.uuids(assessments))
                .list(Written.class);
    }

    @Override
    public List<Written> wordings(UUID assessment, Area area, Actor viewer) {
        return queries.sql(
                        "select "
                                + WRITTEN
                                + "and w.assessment_id = :id and w.area = :area order by w.version desc",
                        viewer)
                .param("id", assessment)
                .param("area", area.name())
                .list(Written.class);
    }
}
