package it.percorsi.casefile.persistence;

import it.percorsi.access.Actor;
import it.percorsi.access.Section;
import it.percorsi.casefile.TeamMember;
import it.percorsi.casefile.Teams;
import it.percorsi.database.Queries;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class StoredTeams implements Teams {

    private final EntityManager entities;
    private final Queries queries;

    StoredTeams(EntityManager entities, Queries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    @Override
    public void save(TeamMember member) {
        entities.persist(member);
        entities.flush();
    }

    @Override
    public Optional<TeamMember> visible(UUID id, Actor viewer) {
        return queries.sql(
                        """
                        select t.id from team_member t
                        where t.id = :id and (t.operator_id = :operator and t.organisation_id = :organisation
                                and t.status <> 'LEFT'
                            or granted(t.person_id, :organisation, :role, 'IDENTITY'))
                        """,
                        viewer)
                .param("id", id)
                .optional(UUID.class)
                .map(seen -> entities.find(TeamMember.class, seen));
    }

    @Override
    public List<Row> of(UUID caseFile, Actor viewer) {
        return queries.sql(
                        """
                        select t.id, t.operator_id, o.name, t.organisation_id, g.name organisation_name, t.function,
                            t.since, t.status, array_remove(t.sections, 'IDENTITY') sections,
                            t.operator_id = c.case_manager_id manager,
                            t.organisation_id = c.organisation_id leading
                        from team_member t join case_file c on c.id = t.case_file_id
                        join operator o on o.id = t.operator_id
                        join organisation g on g.id = t.organisation_id
                        where t.case_file_id = :file and t.status in ('INVITED', 'JOINED')
                          and granted(t.person_id, :organisation, :role, 'IDENTITY')
                        order by manager desc nulls last, t.status desc, g.name, o.name
                        """,
                        viewer)
                .param("file", caseFile)
                .list(Row.class);
    }

    @Override
    public List<Past> past(UUID caseFile, Actor viewer) {
        return queries.sql(
                        """
                        select o.name, g.name organisation_name, t.since, t.until
                        from team_member t
                        join operator o on o.id = t.operator_id
                        join organisation g on g.id = t.organisation_id
                        where t.case_file_id = :file and t.status = 'LEFT' and t.until is not null
                          and granted(t.person_id, :organisation, :role, 'IDENTITY')
                        order by t.until desc, o.name, t.id
                        limit 50
                        """,
                        viewer)
                .param("file", caseFile)
                .list(Past.class);
    }

    @Override
    public List<Invitation> invitations(Actor viewer) {
        return queries.sql(
                        """
                        select t.id, o.name asked_by_name, g.name organisation_name, t.words,
                            array_remove(t.sections, 'IDENTITY') sections, t.since
                        from team_member t join operator o on o.id = t.asked_by_id
                        left join organisation g on g.id = t.asked_for_id
                        where t.operator_id = :operator and t.organisation_id = :organisation
                          and t.status = 'INVITED' and :role is not null
                        order by t.since, t.id
                        """,
                        viewer)
                .list(Invitation.class);
    }

    @Override
    public Optional<String> obstacle(UUID person, UUID body, Set<Section> sections, Actor by) {
        return queries.sql(
                        """
                        select o from grant_obstacle(:person, :organisation, :to, 'TEAM', :sections) o
                        where o is not null and :role is not null and :operator is not null
                        """,
                        by)
                .param("person", person)
                .param("to", body)
                .param("sections", Queries.texts(sections.stream().map(Enum::name).toList()))
                .optional(String.class);
    }
}
