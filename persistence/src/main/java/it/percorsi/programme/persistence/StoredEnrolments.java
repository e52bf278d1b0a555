package it.percorsi.programme.persistence;

import it.percorsi.access.Actor;
import it.percorsi.database.Queries;
import it.percorsi.programme.Enrolment;
import it.percorsi.programme.Enrolments;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredEnrolments implements Enrolments {

    private final EntityManager entities;
    private final Queries queries;

    StoredEnrolments(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void save(Enrolment enrolment) {
        entities.persist(enrolment);
    }

    @Override
    public Optional<Enrolment> visible(UUID id, Actor viewer) {
        return queries.granted(Enrolment.class, "personId", "STATUS", id, viewer);
    }

    @Override
    public List<Row> ofPerson(UUID person, Actor viewer) {
        return queries.sql(
                        """
                        select e.id, p.code programme_code, p.name programme_name, o.name organisation_name,
                            e.status, e.enrolled_on, e.snapshot, e.reason, e.out_of_turn, e.organisation_id,
                            (s.at at time zone 'Europe/Rome')::date waits_since, s.note waits_why, w.place, w.waiting
                        from enrolment e join programme p on p.id = e.programme_id
                        join organisation o on o.id = e.organisation_id
                        left join lateral (select at, note from step
                            where subject_id = e.id and feature = 'enrolment' and move = 'WAIT' limit 1) s on true
                        left join lateral (select place, waiting from waiting_places()
                            where enrolment_id = e.id limit 1) w on e.status = 'WAITLISTED'
                        where e.person_id = :person and granted(e.person_id, :organisation, :role, 'STATUS')
                        order by e.enrolled_on desc, e.id desc
                        """,
                        viewer)
                .param("person", person)
                .list(Row.class);
    }

    @Override
    public List<Again> reassessments(UUID person, Actor viewer) {
        return queries.sql(
                        """
                        select r.enrolment_id, r.move, r.at, p.name operator_name, o.name organisation_name,
                            r.snapshot, r.reason
                        from reassessment r join operator p on p.id = r.operator_id
                        join organisation o on o.id = r.organisation_id
                        where r.person_id = :person and granted(r.person_id, :organisation, :role, 'STATUS')
                        order by r.at, r.id
                        """,
                        viewer)
                .param("person", person)
                .list(Again.class);
    }

    @Override
    public Optional<Enrolment> waiting(UUID programme, UUID person, Actor viewer) {
        return queries.sql(
                        """
                        select id from enrolment where programme_id = :programme and person_id = :person
                            and status = 'WAITLISTED'
                        """)
                .param("programme", programme)
                .param("person", person)
                .optional(UUID.class)
                .flatMap(id -> visible(id, viewer));
    }
}
