package it.percorsi.casefile.persistence;

import it.percorsi.access.Actor;
import it.percorsi.casefile.CaseFile;
import it.percorsi.casefile.CaseFiles;
import it.percorsi.casefile.FollowUp;
import it.percorsi.casefile.LooseEnds;
import it.percorsi.casefile.Note;
import it.percorsi.database.Queries;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredCaseFiles implements CaseFiles {

    private static final String ROWS =
            """
            select c.id, c.person_id, trim(p.family_name || ' ' || p.given_name) person_name, p.born_on,
                c.status, o.name organisation_name, c.opened_at, m.name case_manager_name, c.team_kind,
                c.suspended_until, c.outcome, c.exits_assistance
            from case_file c
            join person p on p.id = c.person_id
            join organisation o on o.id = c.organisation_id
            left join operator m on m.id = c.case_manager_id
            where granted(c.person_id, :organisation, :role, 'IDENTITY')
            """;

    private final EntityManager entities;
    private final Queries queries;

    StoredCaseFiles(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void save(CaseFile file) {
        entities.persist(file);
    }

    @Override
    public void saveAll(List<CaseFile> files) {
        files.forEach(entities::persist);
        entities.flush();
        entities.clear();
    }

    @Override
    public void save(Note note) {
        entities.persist(note);
    }

    @Override
    public void save(FollowUp heard) {
        entities.persist(heard);
    }

    @Override
    public Optional<CaseFile> visible(UUID id, Actor viewer) {
        return queries.granted(CaseFile.class, "personId", "IDENTITY", id, viewer);
    }

    @Override
    public Optional<CaseRow> row(UUID id, Actor viewer) {
        return queries.sql(ROWS + "and c.id = :id", viewer).param("id", id).optional(CaseRow.class);
    }

    @Override
    public Optional<CaseRow> ofPerson(UUID person, Actor viewer) {
        return queries.sql(
                        ROWS
                                + "and c.person_id = :person order by c.status = 'CLOSED', c.led_by is not null, c.opened_at desc limit 1",
                        viewer)
                .param("person", person)
                .optional(CaseRow.class);
    }

    @Override
    public Optional<Accepted> acceptedReferral(UUID person, Actor viewer) {
        return queries.sql(
                        """
                        select decision_reason reason, conditions, referent from referral
                        where person_id = :person and status = 'ACCEPTED'
                          and not exists (select 1 from sitting s where s.id = decided_in and s.status = 'OPEN')
                          and granted(person_id, :organisation, :role, 'SOCIAL', id)
                          and decided_at > coalesce((select max(s.at) from step s
                            where s.person_id = :person and s.feature = 'casefile' and s.move = 'REOPEN'), '-infinity')
                        order by decided_at desc limit 1
                        """,
                        viewer)
                .param("person", person)
                .optional(Accepted.class);
    }

    @Override
    public Optional<After> after(UUID id, Actor viewer) {
        return queries.sql(
                        """
                        select closed_on, follow_up_on from case_file
                        where id = :id and closed_on is not null
                          and granted(person_id, :organisation, :role, 'IDENTITY')
                        """,
                        viewer)
                .param("id", id)
                .optional(After.class);
    }

    @Override
    public List<Heard> heard(UUID id, Actor viewer) {
        return queries.sql(
                        """
                        select f.heard_on, f.situation, f.assisted, w.name operator_name, o.name organisation_name
                        from follow_up f
                        join case_file c on c.id = f.case_file_id and c.organisation_id = :organisation
                        join operator w on w.id = f.operator_id
                        join organisation o on o.id = f.organisation_id
                        where f.case_file_id = :id and :role in ('DESK', 'SOCIAL_WORKER')
                          and granted(f.person_id, :organisation, :role, 'IDENTITY')
                        order by f.heard_on desc, f.at desc
                        """,
                        viewer)
                .param("id", id)
                .list(Heard.class);
    }

    @Override
    public LooseEnds looseEnds(UUID person, Instant at) {
        return queries.sql("select * from loose_ends(:person, :at)")
                .param("person", person)
                .param("at", Queries.at(at))
                .single(LooseEnds.class);
    }
}
