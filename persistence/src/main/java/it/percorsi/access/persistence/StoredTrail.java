package it.percorsi.access.persistence;

import it.percorsi.access.AccessTrail;
import it.percorsi.access.Actor;
import it.percorsi.access.Role;
import it.percorsi.access.Section;
import it.percorsi.database.Queries;
import it.percorsi.pathway.Ids;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Repository;

@Repository
class StoredTrail implements AccessTrail {

    private final Queries queries;

    StoredTrail(Queries queries) {
        this.queries = queries;
    }

    @Override
    public void looked(Actor who, String page, UUID person, Set<Section> sections, Instant at) {
        append(who, "LOOK", page, person, List.of(person), sections, null, at);
    }

    @Override
    public void listed(Actor who, String list, Collection<UUID> persons, Instant at) {
        append(who, "LIST", list, null, persons, Set.of(), null, at);
    }

    @Override
    public void emergency(Actor who, UUID person, String reason, Instant at) {
        append(
                who,
                "EMERGENCY",
                "emergency",
                person,
                List.of(person),
                who.role().sections(),
                reason,
                at);
    }

    @Override
    public void changed(
            Actor who,
            String what,
            String subject,
            UUID subjectId,
            List<UUID> persons,
            Instant at) {
        append(who, what, subject, subjectId, persons, Set.of(), null, at);
    }

    @Override
    public void passed(
            Actor who, String subject, UUID subjectId, List<UUID> persons, String why, Instant at) {
        append(who, "PASS", subject, subjectId, persons, Set.of(), why, at);
    }

    private void append(
            Actor who,
            String action,
            String subject,
            @Nullable UUID subjectId,
            Collection<UUID> persons,
            Set<Section> sections,
            @Nullable String reason,
            Instant at) {
        queries.sql(
                        """
                        insert into trail (id, at, operator_id, organisation_id, role, action, subject,
                            subject_id, person_ids, sections, reason, request_id)
                        values (:id, :at, :operator, :organisation, :role, :action, :subject,
                            :subjectId, :persons, :sections, :reason, :request)
                        """,
                        who)
                .param("id", Ids.next())
                .param("at", Queries.at(at))
                .param("action", action)
                .param("subject", subject)
                .param("subjectId", subjectId, java.sql.Types.OTHER)
                .param("persons", Queries.uuids(persons))
                .param(
                        "sections",
                        Queries.texts(sections.stream().map(Enum::name).sorted().toList()))
                .param("reason", reason, java.sql.Types.VARCHAR)
                .param("request", MDC.get("request"))
                .update();
    }

    @Override
    public List<Look> looksAt(UUID person, @Nullable UUID before, Actor viewer) {
        return queries.sql("select * from looks_at(:person, :before)", viewer)
                .param("person", person)
                .param("before", before, java.sql.Types.OTHER)
                .list(Look.class);
    }

    @Override
    public List<TrailRow> latest(Actor viewer, int rows) {
        return queries.sql(
                        """
                        select t.at, o.name operator_name, g.name organisation_name, t.role, t.action,
                            t.subject, cardinality(t.person_ids) persons, t.sections
                        from trail t
                        left join operator o on o.id = t.operator_id
                        left join organisation g on g.id = t.organisation_id
                        where :role = :officer
                        order by t.at desc, t.id desc
                        limit :rows
                        """,
                        viewer)
                .param("officer", Role.DPO.name())
                .param("rows", rows)
                .list(TrailRow.class);
    }
}
